import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import type { Scenario } from '../../../scenarios/scenario.ts';

/** A file as playwright gives it to an input element. */
export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The design, baseline and choices of a scenario as a project file without records. */
export function scenarioProject({ name, design, baseline, choices }: Scenario): GivenFile {
  const about = { format: 'drysync/project@1', name, records: 0 };
  const entries: Record<string, string> = {
    'project.json': JSON.stringify(about),
    'design.drysync.json': JSON.stringify(design),
    ...(baseline === null ? {} : { 'baseline.jsonl': baseline }),
    ...(choices === null ? {} : { 'choices.json': choices }),
  };
  const hashes = Object.entries(entries).map(([entry, text]) => [entry, sha256(text)] as const);
  entries['sha256.json'] = JSON.stringify(Object.fromEntries(hashes));
  const files = Object.entries(entries).map(([entry, text]) => [entry, strToU8(text)] as const);
  const buffer = Buffer.from(zipSync(Object.fromEntries(files), { level: 0 }));
  return { name: `${name}.drysync.zip`, mimeType: 'application/zip', buffer };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
