import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { SIDES, type Side } from '../../src/lib/engine/model/side.ts';
import { EXPORT_HEADERS, exportCsv } from '../generators/exports.ts';

/**
 * DuckDB as the other contender: one thread, both exports as tables in memory (every column text, row number apart,
 * blank cells already NULL), and one statement for what a plan has to find out about every pair.
 */
export interface DuckDbContender {
  readonly version: string;
  /** Runs the statement; milliseconds. The table of the run before is dropped outside the time. */
  run(statement: Statement): Promise<number>;
  /** What the last run found, to see that both contenders did the same work. */
  found(): Promise<Found>;
  close(): void;
}

export interface Found {
  readonly pairs: number;
  readonly leftOnly: number;
  readonly rightOnly: number;
  /** Per mapping: pairs whose two texts are equal. The e-mail, compared as text, is the first. */
  readonly equal: readonly number[];
}

/** Columns compared: all but the id. */
const MAPPED = EXPORT_HEADERS.left.map((_, at) => at).slice(1);

/**
 * `lean`: equal texts, NULL is blank, so that no text has to be looked at for it. `trimmed`: what the rules mean by equal
 * and blank (CO5, without the types). The ratio asked for is against the lean one.
 */
export type Statement = 'lean' | 'trimmed';

/** The pairs by e-mail with both row numbers and, per mapping: equal, left blank, right blank. */
export const JOIN_SQL: Readonly<Record<Statement, string>> = {
  lean: joinSql((l, r) => [`${l} IS NOT DISTINCT FROM ${r}`, `${l} IS NULL`, `${r} IS NULL`]),
  trimmed: joinSql((l, r) => {
    const [left, right] = [`trim(coalesce(${l}, ''))`, `trim(coalesce(${r}, ''))`];
    return [`${left} = ${right}`, `${left} = ''`, `${right} = ''`];
  }),
};

function joinSql(compare: (l: string, r: string) => readonly [string, string, string]): string {
  const columns = MAPPED.map((at) => {
    const [equal, left, right] = compare(`l.c${String(at)}`, `r.c${String(at)}`);
    return `${equal} AS e${String(at)}, ${left} AS bl${String(at)}, ${right} AS br${String(at)}`;
  });
  return `CREATE TABLE plan AS
SELECT l.n AS left_row, r.n AS right_row,
  ${columns.join(',\n  ')}
FROM left_records l FULL OUTER JOIN right_records r
  ON lower(trim(l.c1)) = lower(trim(r.c1))`;
}

/** Opens an instance in memory and loads `n` generated records a side. */
export async function openDuckDb(n: number, seed: number): Promise<DuckDbContender> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const db = await instance.connect();
  const folder = mkdtempSync(join(tmpdir(), 'drysync-bench-'));
  try {
    for (const side of SIDES) await load(db, folder, side, n, seed);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const version = String((await firstRow(db, 'SELECT version()'))[0]);
  return {
    version,
    async run(statement) {
      await db.run('DROP TABLE IF EXISTS plan');
      const started = performance.now();
      await db.run(JOIN_SQL[statement]);
      return performance.now() - started;
    },
    async found() {
      const both = 'left_row IS NOT NULL AND right_row IS NOT NULL';
      const counts = [both, 'right_row IS NULL', 'left_row IS NULL']
        .concat(MAPPED.map((at) => `${both} AND e${String(at)}`))
        .map((where) => `count(*) FILTER (WHERE ${where})`);
      const row = await firstRow(db, `SELECT ${counts.join(', ')} FROM plan`);
      const [pairs = 0, leftOnly = 0, rightOnly = 0, ...equal] = row.map(Number);
      return { pairs, leftOnly, rightOnly, equal };
    },
    close() {
      db.closeSync();
      instance.closeSync();
    },
  };
}

async function load(
  db: DuckDBConnection,
  folder: string,
  side: Side,
  n: number,
  seed: number,
): Promise<void> {
  const path = join(folder, `${side}.csv`);
  const file = await open(path, 'w');
  for (const text of exportCsv(side, n, seed)) await file.write(text);
  await file.close();
  const columns = EXPORT_HEADERS[side].map((_, at) => `'c${String(at)}': 'VARCHAR'`).join(', ');
  const names = EXPORT_HEADERS[side].map((_, at) => `c${String(at)}`).join(', ');
  await db.run(
    `CREATE TABLE ${side}_records AS SELECT row_number() OVER () - 1 AS n, ${names} ` +
      `FROM read_csv('${path.replaceAll("'", "''")}', header = true, delim = ',', columns = {${columns}})`,
  );
}

async function firstRow(db: DuckDBConnection, sql: string): Promise<readonly unknown[]> {
  const reader = await db.runAndReadAll(sql);
  return reader.getRows()[0] ?? [];
}
