/**
 * `npm run bench:browser`: Drysync in Chromium against DuckDB-WASM, daff and PapaParse on the same two files, all in one
 * run. The memory is that of a Chromium that runs nothing but Drysync. Exit 1 where the contenders found different pairs.
 */
import type { Page } from 'playwright';
import { SIDES } from '../../src/lib/engine/model/side.ts';
import { giveByPath, Profile } from '../e2e/stories/support/profile.ts';
import { EXPORT_HEADERS } from '../generators/exports.ts';
import { builtWorker, serveBench } from './browser-server.ts';
import { writeExports, type ExportFiles } from './browser-files.ts';
import type { Bench } from './browser-page.ts';
import { firstTouch, freshBytes } from './browser-memory.ts';
import { Report } from './browser-report.ts';
import { runInApp } from './browser-app.ts';
import { JOIN_SQL } from './duckdb.ts';
import { BENCH_DESIGN } from './generate.ts';

/** Stands in the page only: what is evaluated there may name it. */
declare const bench: Bench;

const SEED = 20_250_601;
const DAFF_LIMIT = 120_000;
const REPLANS = 20;
/** Of each contender. */
const RUNS = 5;
const args = process.argv.slice(2);
const sizes = args.map(Number).filter((one) => one > 0);
const onlyOurs = args.includes('--only=drysync');
const onlyTheirs = args.includes('--only=others');

const server = await serveBench();
try {
  for (const n of sizes.length > 0 ? sizes : [100_000, 1_000_000]) await compare(n);
} finally {
  server.close();
}

async function compare(n: number): Promise<void> {
  const files = await writeExports(n, SEED);
  const report = new Report(n, files.bytes, firstTouch());
  try {
    if (!onlyTheirs) {
      await ours(report, files);
      await runInApp(report, files, { replans: REPLANS, runs: 3 });
    }
    if (!onlyOurs) await contenders(report, files, n);
    report.print();
  } finally {
    files.remove();
  }
}

/** The product's own workers in a Chromium of their own. */
async function ours(report: Report, files: ExportFiles): Promise<void> {
  const workers = { project: builtWorker('project'), imports: builtWorker('import') };
  const { project, imports } = workers;
  if (project === null || imports === null) {
    report.notRun('drysync', 'the build has no project and import worker');
    return;
  }
  const { page, pid, close } = await openPage(files);
  const fresh = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const before = freshBytes(pid);
    const done = await work();
    report.fresh(what, freshBytes(pid) - before);
    return done;
  };
  try {
    await page.evaluate((given) => bench.ours.start(given), { project, imports });
    for (let run = 0; run < RUNS; run++) {
      report.add('import', await fresh('import', () => page.evaluate(importBoth)));
    }
    report.add('first opening', await page.evaluate((design) => bench.ours.prepare(design), BENCH_DESIGN));
    for (let run = 0; run < RUNS; run++) {
      report.add('opening', await page.evaluate(() => bench.ours.reopen()));
      const planned = await fresh('plan', () => page.evaluate(() => bench.ours.plan()));
      report.add('plan', planned.milliseconds);
      report.planned(planned);
    }
    const last = await page.evaluate((total) => bench.ours.lastRows(total), report.total);
    report.add('last rows', last.milliseconds);
    report.note(
      `the list's last ${String(last.rows)} of ${report.total.toLocaleString('en')} rows were shown`,
    );
    for (let run = 0; run < REPLANS; run++) {
      const winner = run % 2 === 0 ? 'right' : 'left';
      const flipped = await fresh('flip the winner', () =>
        page.evaluate((design) => bench.ours.replan(design), designWith({ winner })),
      );
      report.add('flip the winner', flipped.milliseconds);
    }
    for (let run = 0; run < RUNS; run++) {
      await page.evaluate((design) => bench.ours.replan(design), designWith({ without: 1 + run }));
      const added = await page.evaluate((design) => bench.ours.replan(design), designWith({}));
      report.add('add a mapping', added.milliseconds);
    }
  } catch (error) {
    report.failed('drysync', error);
  } finally {
    await close();
  }
}

async function contenders(report: Report, files: ExportFiles, n: number): Promise<void> {
  const { page, close } = await openPage(files);
  try {
    for (let run = 0; run < RUNS; run++) report.add('PapaParse', await page.evaluate(papaBoth));
    report.version('DuckDB-WASM', await page.evaluate(() => bench.openDuck()));
    for (let run = 0; run < RUNS; run++) {
      let read = 0;
      for (const side of SIDES) {
        read += await page.evaluate(([one, sql]) => bench.duck!.read(one, sql), [
          side,
          readSql(side),
        ] as const);
      }
      report.add('DuckDB read', read);
    }
    for (let run = 0; run < RUNS; run++) {
      report.add('DuckDB join', await page.evaluate((sql) => bench.duck!.join(sql), JOIN_SQL.lean));
    }
    const pairs = 'left_row IS NOT NULL AND right_row IS NOT NULL';
    const counts = [pairs, 'right_row IS NULL', 'left_row IS NULL'];
    const sql = `SELECT ${counts.map((where) => `count(*) FILTER (WHERE ${where})`).join(', ')} FROM plan`;
    report.found(await page.evaluate((text) => bench.duck!.numbers(text), sql));
    await page.evaluate(() => bench.duck!.close());
    if (n > 100_000) report.notRun('daff', 'asked for at 100,000 only');
    else {
      const run = await page.evaluate(
        (limit) => bench.daffCompare(bench.file('left'), bench.file('right'), limit),
        DAFF_LIMIT,
      );
      if (run === null)
        report.notRun('daff to its end', `it took longer than ${String(DAFF_LIMIT / 1000)} s`);
      else report.note(`daff marked ${run.rows.toLocaleString('en')} rows`);
      report.add('daff compare', run?.milliseconds ?? DAFF_LIMIT);
    }
  } finally {
    await close();
  }
}

/** In a profile on the disk: what is stored by a browser that forgets stays in its memory. */
async function openPage(
  files: ExportFiles,
): Promise<{ page: Page; pid: number; close: () => Promise<void> }> {
  const profile = new Profile();
  const page = await profile.start(server.url);
  page.setDefaultTimeout(600_000);
  for (const side of SIDES) await giveByPath(page.locator(`#${side}`), files.paths[side]);
  await page.waitForFunction(() => 'bench' in globalThis);
  return { page, pid: profile.pid, close: () => profile.remove() };
}

function importBoth(): Promise<number> {
  return bench.ours.importBoth(bench.file('left'), bench.file('right'));
}

async function papaBoth(): Promise<number> {
  const left = await bench.papaParse(bench.file('left'));
  const right = await bench.papaParse(bench.file('right'));
  return left.milliseconds + right.milliseconds;
}

/** The same table the Node benchmark makes. */
function readSql(side: 'left' | 'right'): string {
  const columns = EXPORT_HEADERS[side].map((_, at) => `'c${String(at)}': 'VARCHAR'`).join(', ');
  const names = EXPORT_HEADERS[side].map((_, at) => `c${String(at)}`).join(', ');
  return (
    `CREATE TABLE ${side}_records AS SELECT row_number() OVER () - 1 AS n, ${names} ` +
    `FROM read_csv('${side}.csv', header = true, delim = ',', columns = {${columns}})`
  );
}

/** The bench's design with the winner flipped, or one mapping left out. */
function designWith({ winner = 'left', without }: { winner?: 'left' | 'right'; without?: number }): unknown {
  return {
    ...BENCH_DESIGN,
    syncs: BENCH_DESIGN.syncs.map((sync) => ({
      ...sync,
      winner,
      mappings: sync.mappings.filter((_, at) => at !== without),
    })),
  };
}
