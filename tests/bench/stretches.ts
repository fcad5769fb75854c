import {
  ALL_SUBJECTS,
  BaselineBuilder,
  filterSubjects,
  keyFacts,
  mappingFacts,
  mappingImpact,
  nextBaseline,
  openRecords,
  planSyncs,
  planTraits,
  readDesign,
  summarise,
  writePrints,
  type Baseline,
  type Plan,
  type SyncDesign,
} from '../../src/lib/engine/index.ts';
import type { Tools } from '../../src/lib/engine/tools.ts';
import { EXPORT_HEADERS, exportsOf } from '../generators/exports.ts';
import { BENCH_DESIGN } from './generate.ts';
import { Stretches } from './stretch.ts';

/** Each case is made so often; the shortest time of a step counts. */
const RUNS = 3;
const SHOWN = 5;
/** Milliseconds a stretch may take at 300,000 records a side. */
const WANTED = 20;

const key = (...fields: readonly (readonly [string, string])[]) => ({
  fields: fields.map(([left, right]) => ({ left, right, normalize: ['text'] })),
});
const unique = ['Email', 'Phone'].map((name) => ({ name, type: 'text', unique: true }));
const name = [
  ['First Name', 'FirstName'],
  ['Last Name', 'LastName'],
] as const;

/** Members put over the benchmark's sync. */
const CASES: Readonly<Record<string, object>> = {
  'e-mail as key': {},
  'a composite key': { matching: { method: 'keys', keys: [key(...name, ['Phone Number', 'Phone'])] } },
  'three keys': {
    matching: {
      method: 'keys',
      keys: [key(['Email', 'Email']), key(['Phone Number', 'Phone']), key(...name)],
    },
  },
  'two unique fields': { schema: { right: { fields: unique } } },
  'a baseline': {},
};

/** Prints the longest stretches between two steps of everything a plan and its screen take, by phase. */
export function printStretches(n: number, seed: number, tools: Tools): void {
  const sets = exportsOf(n, seed);
  const all = Object.entries(CASES).flatMap(([title, members]) => {
    const design = designWith(members);
    const stretches = new Stretches();
    let baseline: Baseline | null = null;
    if (title === 'a baseline')
      baseline = baselineOf(run(new Stretches(), title, { design, sets, baseline }, tools));
    for (let again = 0; again < RUNS; again++) {
      stretches.again();
      run(stretches, title, { design, sets, baseline }, tools);
    }
    return stretches.longest(SHOWN);
  });
  const longest = all.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, SHOWN);
  console.log(`\nlongest stretches without a step, ${n.toLocaleString('en')} records a side`);
  for (const { phase, milliseconds } of longest) {
    console.log(`  ${`${milliseconds.toFixed(1)} ms`.padStart(10)}  ${phase}`);
  }
  const isKept = (longest[0]?.milliseconds ?? 0) <= WANTED;
  console.log(`  wanted: at most ${String(WANTED)} ms, ${isKept ? 'reached' : 'NOT REACHED'}`);
}

interface Given {
  readonly design: SyncDesign;
  readonly sets: ReturnType<typeof exportsOf>;
  readonly baseline: Baseline | null;
}

/** Everything from sets in memory to what a screen shows first. */
function run(stretches: Stretches, title: string, { design, sets, baseline }: Given, tools: Tools): Plan {
  const left = stretches.drive(`${title}: open`, openRecords(sets.left, 'Record ID'));
  const right = stretches.drive(`${title}: open`, openRecords(sets.right, 'Id', true));
  stretches.drive(`${title}: flatten`, left.flatten(EXPORT_HEADERS.left));
  stretches.drive(`${title}: flatten`, right.flatten(EXPORT_HEADERS.right));
  const records = new Map([['contacts', { left, right }]]);
  const plan = stretches.drive(
    `${title}: plan`,
    planSyncs({ design, records, baseline, choices: null, asOf: '2026-01-01' }, tools),
  );
  const about = { asOf: '', designHash: '', planKey: '', planHash: null, tlds: '', inputs: [], baseline };
  stretches.drive(`${title}: summary`, summarise(plan, about));
  const sync = plan.syncs[0]!;
  const traits = stretches.drive(`${title}: traits`, planTraits(sync));
  stretches.drive(`${title}: prints`, writePrints(sync));
  const decisions = new Uint8Array(sync.outcomes.length);
  const filtered = { plan: sync, traits, decisions, differing: null, changed: null, found: null };
  stretches.drive(`${title}: list`, filterSubjects(filtered, ALL_SUBJECTS));
  stretches.drive(`${title}: impact`, mappingImpact(sync));
  stretches.drive(`${title}: mapping facts`, mappingFacts(sync));
  stretches.drive(`${title}: key facts`, keyFacts(sync, tools));
  return plan;
}

function baselineOf(plan: Plan): Baseline {
  const builder = new BaselineBuilder();
  for (const link of nextBaseline(plan, () => () => true)) builder.add(link);
  return builder.finish({ design: '', rows: new Map() });
}

function designWith(members: object): SyncDesign {
  const reading = readDesign({ ...BENCH_DESIGN, syncs: [{ ...BENCH_DESIGN.syncs[0], ...members }] });
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.design;
}
