import { createTools } from '../../src/lib/tools/index.ts';
import {
  drain,
  planSyncs,
  readDesign,
  summarise,
  type Plan,
  type SyncDesign,
} from '../../src/lib/engine/index.ts';
import { openDuckDb, type Found } from './duckdb.ts';
import { printStretches } from './stretches.ts';
import { BENCH_DESIGN, openedExports, type OpenedExports } from './generate.ts';

/**
 * `npm run bench [rows …]`: a plan from scratch of N records a side from sets in memory, against DuckDB with one
 * thread, five runs in turn, and the longest stretches without a step. Exit 1 where the two found different pairs.
 */
const SEED = 20_250_601;
const RUNS = 5;
const SIZES = process.argv.slice(2).map(Number);
/** Records a side of which the longest stretches are shown. */
const STRETCHED = 300_000;
/** Ratio of medians asked for at this many records a side. */
const TARGET = { rows: 1_000_000, ratio: 0.8 };

const tools = createTools();
const design = benchDesign();
for (const n of SIZES.length > 0 ? SIZES : [100_000, 1_000_000]) await compare(n);
printStretches(STRETCHED, SEED, tools);

async function compare(n: number): Promise<void> {
  console.log(`\n${n.toLocaleString('en')} records a side, 12 columns, 11 mappings`);
  const duck = await openDuckDb(n, SEED);
  const opened = openedExports(n, SEED);
  console.log(`  generated into sets         ${ms(opened.built)}`);
  console.log(`  opening (ids, flat columns) ${ms(opened.opened)}`);
  const ours: number[] = [];
  const theirs: number[] = [];
  const trimmed: number[] = [];
  /** At most one: the plan before is let go first. */
  const kept: Plan[] = [];
  for (let run = 0; run < RUNS; run++) {
    kept.length = 0;
    const started = performance.now();
    kept.push(planOf(opened));
    ours.push(performance.now() - started);
    trimmed.push(await duck.run('trimmed'));
    theirs.push(await duck.run('lean'));
  }
  const ratio = median(ours) / median(theirs);
  const trimmedRatio = (median(ours) / median(trimmed)).toFixed(2);
  const memory = Math.round(process.memoryUsage().rss / 1e6).toLocaleString('en');
  console.log(`  drysync plan                ${spread(ours)}`);
  console.log(`  DuckDB ${duck.version}               ${spread(theirs)}`);
  console.log(`  DuckDB, cells trimmed       ${spread(trimmed)}`);
  console.log(`  ratio of medians            ${ratio.toFixed(2)}${n === TARGET.rows ? verdict(ratio) : ''}`);
  console.log(`  … cells trimmed             ${trimmedRatio}`);
  console.log(`  memory (whole process)      ${memory} MB`);
  const found = await duck.found();
  duck.close();
  for (const plan of kept) check(plan, found);
}

/** From opened records to every count, nothing kept from before. */
function planOf({ records }: OpenedExports): Plan {
  const plan = drain(
    planSyncs(
      {
        design,
        records: new Map([['contacts', records]]),
        baseline: null,
        choices: null,
        asOf: '2026-01-01',
      },
      tools,
    ),
  );
  summariseOf(plan);
  return plan;
}

function summariseOf(plan: Plan) {
  const about = { asOf: '2026-01-01', designHash: '', planKey: '', planHash: null, tlds: tools.tlds.version };
  return drain(summarise(plan, { ...about, inputs: [], baseline: null }));
}

/** Both must have found the same pairs; DuckDB's equal texts are at most ours, which also knows other forms. */
function check(plan: Plan, found: Found): void {
  const { left, right, fields } = summariseOf(plan).counts['contacts']!;
  const pairs = left.update + left['in-sync'] + left.conflict;
  const same = pairs === found.pairs && left.create === found.leftOnly && right.create === found.rightOnly;
  // The e-mail (first) is compared as a key here and as text there.
  const equal = fields.every((field, at) =>
    at === 0 ? field.same >= found.equal[at]! : field.same === found.equal[at],
  );
  console.log(
    `  ${pairs.toLocaleString('en')} pairs (${left.update.toLocaleString('en')} to update), ${left.create.toLocaleString('en')} + ${right.create.toLocaleString('en')} to create: ${same && equal ? 'DuckDB found the same' : 'DUCKDB FOUND SOMETHING ELSE'}`,
  );
  if (same && equal) return;
  console.log(found, fields);
  process.exitCode = 1;
}

function benchDesign(): SyncDesign {
  const reading = readDesign(BENCH_DESIGN);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.design;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1]!;
}

function spread(times: readonly number[]): string {
  return `${ms(median(times))}  (${ms(Math.min(...times)).trim()} – ${ms(Math.max(...times)).trim()})`;
}

function ms(time: number): string {
  return `${Math.round(time).toLocaleString('en')} ms`.padStart(10);
}

function verdict(ratio: number): string {
  return `  (wanted: at most ${String(TARGET.ratio)}${ratio <= TARGET.ratio ? ', reached' : ', NOT REACHED'})`;
}
