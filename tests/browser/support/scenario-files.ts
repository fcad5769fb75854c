import { designOf } from '../../scenarios/design-patch.ts';
import type { Scenario } from '../../scenarios/scenario.ts';

/** As `BASE` of the scenarios, which reads files and so is not for a browser. */
const BASE = 'base';

/** A scenario folder as texts, so that it can be sent to a worker. */
export interface ScenarioFiles extends Omit<Scenario, 'title' | 'file'> {
  /** By file name. */
  readonly csv: Readonly<Record<string, string>>;
}

const TEXTS = import.meta.glob<string>('../../scenarios/*/*.{csv,json,jsonl}', {
  query: '?raw',
  import: 'default',
});

/** Every scenario folder, by name; all are UTF-8. */
export async function scenarioFiles(): Promise<ScenarioFiles[]> {
  const folders = new Map<string, Map<string, string>>();
  const entries = await Promise.all(
    Object.entries(TEXTS).map(async ([path, load]) => [path, await load()] as const),
  );
  for (const [path, text] of entries) {
    const [folder = '', file = ''] = path.split('/').slice(-2);
    const files = folders.get(folder) ?? new Map<string, string>();
    folders.set(folder, files.set(file, text));
  }
  const base = folders.get(BASE)?.get('design.drysync.json') ?? '';
  folders.delete(BASE);
  return [...folders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, files]) => ofFolder(name, files, base));
}

function ofFolder(name: string, files: ReadonlyMap<string, string>, base: string): ScenarioFiles {
  const text = (file: string): string | null => files.get(file) ?? null;
  const json = <T>(file: string): T | null => {
    const found = text(file);
    return found === null ? null : (JSON.parse(found) as T);
  };
  return {
    name,
    design: designOf(base, text('design.drysync.json'), text('design.patch.json')),
    baseline: text('baseline.jsonl'),
    choices: text('choices.json'),
    complete: json<NonNullable<ScenarioFiles['complete']>>('complete.json') ?? [],
    results: [...files]
      .filter(([file]) => file.startsWith('results-'))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([file, one]) => ({ name: file, bytes: new TextEncoder().encode(one) })),
    plan: text('plan.jsonl'),
    nextBaseline: text('next-baseline.jsonl'),
    errors: json<ScenarioFiles['errors']>('expected-errors.json') ?? [],
    counts: json<NonNullable<ScenarioFiles['counts']>>('counts.json'),
    csv: Object.fromEntries([...files].filter(([file]) => file.endsWith('.csv'))),
  };
}
