import type { PlanSummary } from '../../src/lib/engine/index.ts';

type Counts = PlanSummary['counts'];

/** What must be reached: ours against theirs at so many records a side . */
interface Target {
  readonly what: string;
  readonly ours: string;
  /** The sum of these. */
  readonly theirs: readonly string[];
  readonly ratio: number;
  readonly from: number;
  readonly upTo: number;
}

/** A task of the page that took over 50 ms, and what was being done. */
export interface LongTask {
  readonly milliseconds: number;
  readonly during: string;
}

const MILLION = 1_000_000;
const TARGETS: readonly Target[] = [
  {
    what: 'plan ÷ DuckDB join',
    ours: 'plan',
    theirs: ['DuckDB join'],
    ratio: 0.7,
    from: MILLION,
    upTo: Infinity,
  },
  {
    what: 'import ÷ DuckDB read',
    ours: 'import',
    theirs: ['DuckDB read'],
    ratio: 1.2,
    from: MILLION,
    upTo: Infinity,
  },
  {
    what: 'first plan ÷ read + join',
    ours: 'app: files to first plan',
    theirs: ['DuckDB read', 'DuckDB join'],
    ratio: 2,
    from: MILLION,
    upTo: Infinity,
  },
  {
    what: 'flip the winner ÷ plan',
    ours: 'flip the winner',
    theirs: ['plan'],
    ratio: 0.1,
    from: MILLION,
    upTo: Infinity,
  },
  {
    what: 'add a mapping ÷ plan',
    ours: 'add a mapping',
    theirs: ['plan'],
    ratio: 0.25,
    from: MILLION,
    upTo: Infinity,
  },
  { what: 'plan ÷ daff compare', ours: 'plan', theirs: ['daff compare'], ratio: 1, from: 0, upTo: 100_000 },
  {
    what: 're-plan ÷ daff compare',
    ours: 'flip the winner',
    theirs: ['daff compare'],
    ratio: 1,
    from: 0,
    upTo: 100_000,
  },
];
/** Bytes a step may take from the system, a byte of the files: what is used again is not taken again. */
const FRESH: Readonly<Record<string, number>> = { import: 6, plan: 1, 'flip the winner': 0.1 };
/** Times against another product hold where the system gives memory as fast as most do. */
const USUAL_TOUCH = 1;
const PEAK_LIMIT = 2 * 1024 ** 3;

/** Collects the times of one size and prints them as a table: medians, spreads, ratios, what was reached. */
export class Report {
  readonly #n: number;
  readonly #bytes: number;
  readonly #times = new Map<string, number[]>();
  readonly #touch: number;
  readonly #fresh = new Map<string, number[]>();
  #peak: number | null = null;
  readonly #lines: string[] = [];
  #plan: Counts | null = null;
  #found: readonly number[] = [];
  #longTasks: LongTask[][] | null = null;
  total = 0;

  /** `touch`: what the first touch of a page of memory costs here, in microseconds. */
  constructor(n: number, bytes: number, touch: number) {
    this.#n = n;
    this.#bytes = bytes;
    this.#touch = touch;
  }

  add(what: string, milliseconds: number): void {
    this.#times.set(what, [...(this.#times.get(what) ?? []), milliseconds]);
  }
  /** Bytes the browser took from the system for one run of a step. */
  fresh(what: string, bytes: number): void {
    this.#fresh.set(what, [...(this.#fresh.get(what) ?? []), bytes]);
  }
  /** Most memory of the app's browser over import, plan and re-plans, in bytes (sum of PSS of its processes). */
  peak(bytes: number): void {
    this.#peak = bytes;
  }
  planned(planned: { total: number; counts: Counts }): void {
    this.total = planned.total;
    this.#plan = planned.counts;
  }
  found(counts: readonly number[]): void {
    this.#found = counts;
  }
  /** The page's long tasks, one list a run. */
  longTasks(runs: LongTask[][]): void {
    this.#longTasks = runs;
  }
  version(name: string, version: string): void {
    this.note(`${name} ${version}`);
  }
  note(text: string): void {
    this.#lines.push(text);
  }
  notRun(what: string, why: string): void {
    this.#lines.push(`NOT RUN: ${what} at ${number(this.#n)}, ${why}`);
  }

  /** What was measured before is printed all the same. */
  failed(what: string, error: unknown): void {
    this.#lines.push(
      `FAILED: ${what} at ${number(this.#n)}: ${error instanceof Error ? error.message : String(error)}`,
    );
    process.exitCode = 1;
  }

  print(): void {
    console.log(
      `\n${number(this.#n)} records a side, 12 columns, ${number(this.#bytes / 1e6)} MB in two files`,
    );
    console.log(
      `  ${'milliseconds'.padEnd(26)}${['median', 'least', 'most', 'runs'].map((one) => one.padStart(9)).join('')}`,
    );
    for (const [what, times] of this.#times) {
      const cells = [median(times), Math.min(...times), Math.max(...times), times.length].map(number);
      console.log(`  ${what.padEnd(26)}${cells.map((one) => one.padStart(9)).join('')}`);
    }
    for (const target of TARGETS) this.#judge(target);
    this.#printFresh();
    this.#printMemory();
    this.#printLongTasks();
    this.#printCounts();
    for (const line of this.#lines) console.log(`  ${line}`);
  }

  #judge({ what, ours, theirs, ratio, from, upTo }: Target): void {
    const a = this.#times.get(ours);
    const others = theirs.flatMap((one) => this.#times.get(one) ?? []);
    if (a === undefined || others.length === 0) return;
    const got = median(a) / theirs.reduce((sum, one) => sum + median(this.#times.get(one) ?? []), 0);
    const asked = this.#n >= from && this.#n <= upTo;
    console.log(
      `  ${what.padEnd(26)}${got.toFixed(2).padStart(9)}  ${asked ? `${verdict(got <= ratio)} (at most ${String(ratio)})` : ''}`,
    );
  }

  #printFresh(): void {
    const usual = this.#touch <= USUAL_TOUCH ? 'as most' : 'dearer than most';
    console.log(`  first touch of a page of memory ${this.#touch.toFixed(2)} µs: ${usual}`);
    for (const [what, bytes] of this.#fresh) {
      const most = FRESH[what];
      const got = median(bytes) / this.#bytes;
      const judged = most === undefined ? '' : `  ${verdict(got <= most)} (at most ${String(most)})`;
      console.log(
        `  ${`fresh memory, ${what}`.padEnd(38)}${got.toFixed(2).padStart(6)} bytes a byte of the files${judged}`,
      );
    }
  }

  #printMemory(): void {
    if (this.#peak === null) return;
    const reached = this.#n >= MILLION ? `${verdict(this.#peak <= PEAK_LIMIT)} (at most 2,048)` : '';
    const megabytes = number(this.#peak / 1024 ** 2).padStart(7);
    console.log(
      `  ${'memory, most over import, plan, re-plans'.padEnd(42)}${megabytes} MB  ${reached}`.trimEnd(),
    );
  }

  #printLongTasks(): void {
    if (this.#longTasks === null) return;
    const middle = median(this.#longTasks.map((one) => one.length));
    const all = this.#longTasks.map((one) =>
      one.length === 0
        ? '0'
        : `${String(one.length)} (${one.map(({ milliseconds, during }) => `${during} ${String(milliseconds)}`).join(', ')} ms)`,
    );
    console.log(
      `  long tasks of the page: ${all.join(' · ')}, median ${String(middle)}  ${verdict(middle === 0)} (0)`,
    );
  }

  /** Both must have found the same pairs. */
  #printCounts(): void {
    const counts = Object.values(this.#plan ?? {})[0];
    if (counts === undefined) return;
    const { left, right } = counts;
    const ours = [left.update + left['in-sync'] + left.conflict, left.create, right.create];
    const [pairs = 0, ...lone] = ours;
    const words = `${number(pairs)} pairs, ${lone.map(number).join(' + ')} to create`;
    if (this.#found.length === 0) return console.log(`  ${words}`);
    const same = ours.every((count, at) => count === this.#found[at]);
    console.log(`  ${words}: ${same ? 'DuckDB found the same' : `DUCKDB FOUND ${this.#found.join(', ')}`}`);
    if (!same) process.exitCode = 1;
  }
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

const number = (value: number): string => Math.round(value).toLocaleString('en');
const verdict = (reached: boolean): string => (reached ? 'REACHED' : 'NOT REACHED');
