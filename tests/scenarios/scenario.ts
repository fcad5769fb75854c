import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { designOf } from './design-patch.ts';
import type { DesignError } from '../../src/lib/engine/model/design-error.ts';
import type { Side } from '../../src/lib/engine/model/side.ts';
import type { SyncCounts, Warning } from '../../src/lib/engine/model/summary.ts';

/** The folder of the design that all patches change; no scenario. */
const BASE = 'base';

/** A story: what goes in and what must come out, as it stands in its folder. */
export interface Scenario {
  readonly name: string;
  /** The first line of the README: `[MA6][MA7] first come, first bound`. */
  readonly title: string;
  readonly design: unknown;
  /** Bytes of `left.csv` (the only sync's) or `left.<sync>.csv`; null where there is none. */
  file(side: Side, sync: string, single: boolean): NamedFile | null;
  readonly baseline: string | null;
  readonly choices: string | null;
  /** `complete.json`: the sides whose files are called complete (DE5). */
  readonly complete?: readonly Side[];
  /** `results-….csv`, in order: what apps told of what was handed over. */
  readonly results?: readonly NamedFile[];
  /** The expected lines, written by hand; null where the design has errors. */
  readonly plan: string | null;
  /** The links a baseline written after the plan must hold, in order and without its first line; null where not looked at. */
  readonly nextBaseline: string | null;
  readonly errors: readonly Pick<DesignError, 'at' | 'code'>[];
  readonly counts: ExpectedCounts | null;
}

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** `counts.json`: what is named is compared; an outcome or reason that is not named is 0. */
export interface ExpectedCounts {
  readonly counts?: Readonly<Record<string, Partial<SyncCounts>>>;
  /** Code → count, 0 where it must not stand; other warnings may stand beside them. */
  readonly warnings?: Readonly<Partial<Record<Warning['code'], number>>>;
}

/** Every scenario folder of `root`, by name. */
export function readScenarios(root: string): Scenario[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== BASE)
    .map((entry) => entry.name)
    .sort()
    .map((name) => readScenario(root, name));
}

function readScenario(root: string, name: string): Scenario {
  const path = (file: string): string => join(root, name, file);
  const text = (file: string): string | null =>
    existsSync(path(file)) ? readFileSync(path(file), 'utf8') : null;
  const json = <T>(file: string): T | null => {
    const found = text(file);
    return found === null ? null : (JSON.parse(found) as T);
  };
  const title = /^# (.+)$/m.exec(text('README.md') ?? '')?.[1];
  if (title === undefined) throw new Error(`${name}: the README does not begin with a title`);
  return {
    name,
    title,
    design: designOf(
      readFileSync(join(root, BASE, 'design.drysync.json'), 'utf8'),
      text('design.drysync.json'),
      text('design.patch.json'),
    ),
    file(side, sync, single) {
      const file = single ? `${side}.csv` : `${side}.${sync}.csv`;
      return existsSync(path(file)) ? { name: file, bytes: readFileSync(path(file)) } : null;
    },
    baseline: text('baseline.jsonl'),
    choices: text('choices.json'),
    complete: json<Side[]>('complete.json') ?? [],
    results: readdirSync(join(root, name))
      .filter((file) => file.startsWith('results-'))
      .sort()
      .map((file) => ({ name: file, bytes: readFileSync(path(file)) })),
    plan: text('plan.jsonl'),
    nextBaseline: text('next-baseline.jsonl'),
    errors: json<Pick<DesignError, 'at' | 'code'>[]>('expected-errors.json') ?? [],
    counts: json<ExpectedCounts>('counts.json'),
  };
}
