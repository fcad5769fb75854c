import { createTools } from '../../src/lib/tools/index.ts';
import {
  differencesOf,
  drain,
  Memo,
  openRecords,
  planSyncs,
  readDesign,
  RecordSetBuilder,
  type Both,
  type Plan,
  type Records,
  type SyncDesign,
} from '../../src/lib/engine/index.ts';
import { COMPANIES, STAGES } from '../generators/words.ts';
import { BENCH_DESIGN, openedExports } from './generate.ts';

/**
 * `npm run bench:rules [-- rows …]`: a plan from scratch with filters, stages, associations and why values differ, against the plan
 * without them on the same records, five runs in turn; then why the values of each field differ, field by field.
 */
const SEED = 20_250_601;
const RUNS = 5;
const SIZES = process.argv.slice(2).map(Number);
/** Asked for at a million records a side: times the plan without them; milliseconds a field. */
const MOST = { ratio: 1.5, field: 150 };

const tools = createTools();
const [contacts] = BENCH_DESIGN.syncs;
const PLAIN = designOf({});
const WITH: Readonly<Record<string, SyncDesign>> = {
  filters: designOf({ filters: filters() }),
  stages: designOf({ stages: stages() }),
  associations: designOf({ associations: associations() }),
  'all of them': designOf({ filters: filters(), stages: stages(), associations: associations() }),
};

for (const n of SIZES.length > 0 ? SIZES : [100_000, 1_000_000]) compare(n);

function compare(n: number): void {
  console.log(`\n${n.toLocaleString('en')} records a side, 12 columns, 11 mappings`);
  const records = new Map([
    ['contacts', openedExports(n, SEED).records],
    ['companies', companies()],
  ]);
  const times = new Map<string, number[]>();
  const timed = <T>(name: string, work: () => T): T => {
    const started = performance.now();
    const made = work();
    times.set(name, [...(times.get(name) ?? []), performance.now() - started]);
    return made;
  };
  for (let run = 0; run < RUNS; run++) {
    timed('without', () => planOf(PLAIN, records));
    for (const [name, design] of Object.entries(WITH)) timed(name, () => planOf(design, records));
    timed('all, and why values differ', () => {
      for (const sync of planOf(WITH['all of them']!, records).syncs)
        drain(differencesOf(sync, tools, new Memo()));
    });
  }
  const plain = median(times.get('without')!);
  for (const [name, all] of times) {
    const ratio = median(all) / plain;
    console.log(
      `  ${name.padEnd(28)} ${ms(median(all)).padStart(8)} ms  ${ratio.toFixed(2)}${n >= 1_000_000 && ratio > MOST.ratio ? `  NOT REACHED (at most ${String(MOST.ratio)})` : ''}`,
    );
  }
  fields(planOf(PLAIN, records), n);
}

/** Why the values of one field differ, each in a plan of which nothing is known. */
function fields(plan: Plan, n: number): void {
  const sync = plan.syncs.find(({ sync: { id } }) => id === 'contacts');
  for (const [at, on] of sync!.mappings.entries()) {
    const alone = { ...sync!, mappings: [on], states: [sync!.states[at]!], verdicts: [sync!.verdicts[at]!] };
    const all = Array.from({ length: RUNS }, () => {
      const started = performance.now();
      drain(differencesOf(alone, tools, new Memo()));
      return performance.now() - started;
    });
    const found = drain(differencesOf(alone, tools, new Memo())).fields[0]!;
    const differ = found.classes.reduce((sum, { count }) => sum + count, 0);
    const late =
      n >= 1_000_000 && median(all) > MOST.field ? `  NOT REACHED (at most ${String(MOST.field)})` : '';
    console.log(
      `  why ${on.mapping.left.padEnd(24)} ${ms(median(all)).padStart(8)} ms  ${differ.toLocaleString('en')} pairs differ${late}`,
    );
  }
}

function planOf(design: SyncDesign, records: ReadonlyMap<string, Both<Records>>): Plan {
  return drain(planSyncs({ design, records, baseline: null, choices: null, asOf: '2026-01-01' }, tools));
}

function designOf(more: object): SyncDesign {
  const syncs = [companySync(), { ...contacts!, ...more }];
  const reading = readDesign({ ...BENCH_DESIGN, syncs });
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.design;
}

function companySync(): object {
  return {
    id: 'companies',
    kind: 'companies',
    left: { object: 'companies', idField: 'Record ID' },
    right: { object: 'Account', idField: 'Id' },
    direction: 'both',
    winner: 'left',
    matching: { method: 'keys', keys: [{ fields: [{ left: 'Name', right: 'Name' }] }] },
    mappings: [{ left: 'Name', right: 'Name' }],
  };
}

/** What nearly every record passes: all conditions are asked of all of them. */
function filters(): object {
  const group = (country: string, revenue: string): object => ({
    any: [
      {
        all: [
          { field: country, op: 'ne', value: 'Atlantis' },
          { field: revenue, op: 'ge', value: 10 },
        ],
      },
    ],
  });
  return { left: group('Country/Region', 'Annual Revenue'), right: group('MailingCountry', 'AnnualRevenue') };
}

function stages(): object {
  return {
    left: { pipeline: null, stage: 'Lifecycle Stage' },
    right: { pipeline: null, stage: 'Stage' },
    pairs: STAGES.map((stage) => ({ left: [null, stage], right: [null, stage] })),
  };
}

function associations(): object {
  return [
    { to: 'companies', left: { field: 'Company name', by: 'Name' }, right: { field: 'Company', by: 'Name' } },
  ];
}

/** Every company a contact names. */
function companies(): Both<Records> {
  const side = (id: string, prefix: string): Records => {
    const builder = new RecordSetBuilder([id, 'Name']);
    let row = 0;
    for (const company of COMPANIES)
      for (let at = 0; at < 500; at++)
        builder.add([`${prefix}${String(row)}`, `${company} ${String(at)}`], row++);
    return drain(openRecords(builder.finish(), id, false));
  };
  return { left: side('Record ID', '5'), right: side('Id', 'A') };
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1]!;
}

function ms(time: number): string {
  return Math.round(time).toLocaleString('en');
}
