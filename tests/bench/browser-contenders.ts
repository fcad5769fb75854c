import * as duckdb from '@duckdb/duckdb-wasm';
import Papa from 'papaparse';

/** Runs inside the bench's page: the contenders. Times are milliseconds. */

export interface DuckDbWasm {
  readonly version: string;
  /** Reads one file into a table in memory; the table of a former read goes first, outside the time. */
  read(side: 'left' | 'right', sql: string): Promise<number>;
  /** Runs the statement that makes table `plan`; the one of the run before goes first, outside the time. */
  join(sql: string): Promise<number>;
  /** The one row of a statement, as numbers. */
  numbers(sql: string): Promise<number[]>;
  close(): Promise<void>;
}

/** DuckDB in its worker, with both files registered as `left.csv` and `right.csv`. */
export async function openDuckDb(left: File, right: File): Promise<DuckDbWasm> {
  const worker = new Worker('/duckdb/duckdb-browser-eh.worker.js');
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await db.instantiate('/duckdb/duckdb-eh.wasm');
  for (const [name, file] of [
    ['left.csv', left],
    ['right.csv', right],
  ] as const) {
    await db.registerFileHandle(name, file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
  }
  const connection = await db.connect();
  const timed = async (sql: string): Promise<number> => {
    const started = performance.now();
    await connection.query(sql);
    return performance.now() - started;
  };
  return {
    version: await db.getVersion(),
    async read(side, sql) {
      await connection.query(`DROP TABLE IF EXISTS ${side}_records`);
      return timed(sql);
    },
    async join(sql) {
      await connection.query('DROP TABLE IF EXISTS plan');
      return timed(sql);
    },
    async numbers(sql) {
      const row = (await connection.query(sql)).toArray()[0] as { toArray(): unknown[] } | undefined;
      return (row?.toArray() ?? []).map(Number);
    },
    async close() {
      await connection.close();
      await db.terminate();
    },
  };
}

/** PapaParse alone: a file streamed in its own worker, rows counted and dropped. */
export function papaParse(file: File): Promise<{ milliseconds: number; rows: number }> {
  return new Promise((done, failed) => {
    const started = performance.now();
    let rows = 0;
    Papa.parse<string[]>(file, {
      worker: true,
      header: false,
      dynamicTyping: false,
      skipEmptyLines: false,
      chunkSize: 4 * 1024 * 1024,
      chunk: ({ data }) => {
        rows += data.length;
      },
      complete: () => done({ milliseconds: performance.now() - started, rows }),
      error: failed,
    });
  });
}

export interface DaffRun {
  readonly milliseconds: number;
  /** Of the marked table: what differs, and what stands around it. */
  readonly rows: number;
}

/** daff's compare in a worker; null when it takes longer than the limit. */
export function daffCompare(left: File, right: File, limit: number): Promise<DaffRun | null> {
  const worker = new Worker('/bench/browser-daff.worker.js', { type: 'module' });
  return new Promise<DaffRun | null>((done, failed) => {
    const timer = setTimeout(() => done(null), limit);
    worker.onmessage = ({ data }: MessageEvent<DaffRun | { error: string }>) => {
      clearTimeout(timer);
      if ('error' in data) failed(new Error(data.error));
      else done(data);
    };
    worker.onerror = (event) => failed(new Error(event.message));
    worker.postMessage({ left, right });
  }).finally(() => worker.terminate());
}
