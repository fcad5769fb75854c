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
export function scenarioProject(scenario: Scenario): GivenFile {
  const { name, baseline, choices } = scenario;
  const design = withComplete(scenario);
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

/** The files that a scenario calls complete, named in its design by their hashes (DE5). */
function withComplete({ design, complete = [], file }: Scenario): unknown {
  if (complete.length === 0) return design;
  const { syncs, ...rest } = design as { readonly syncs: readonly { readonly id: string }[] };
  const named = syncs.map((sync) => {
    const hashes = complete.map((side) => {
      const given = file(side, sync.id, syncs.length === 1);
      return [side, given === null ? null : createHash('sha256').update(given.bytes).digest('hex')];
    });
    return { ...sync, complete: Object.fromEntries(hashes) as unknown };
  });
  return { ...rest, syncs: named };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
