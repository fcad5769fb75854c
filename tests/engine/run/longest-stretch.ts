import { Session } from 'node:inspector';
import type { Profiler } from 'node:inspector';
import type { Steps } from '../../../src/lib/engine/run/steps.ts';

/** What ran most often between two steps, and how often. */
export interface Stretch {
  readonly times: number;
  readonly where: string;
}

/**
 * Drives a computation and counts how often every block of the engine runs between two of its steps. The count is V8's own, so the
 * answer does not depend on the machine: a loop that does not step runs its block once for every row.
 */
export function longestStretch<T>(steps: Steps<T>): { readonly value: T; readonly longest: Stretch } {
  let longest: Stretch = { times: 0, where: '' };
  let after = 'begin';
  counter.take();
  // Only the engine is counted, and it runs in its steps alone: a take ends one stretch and begins the next.
  for (;;) {
    const next = steps.next();
    const most = counter.take();
    const { what } = next.done === true ? { what: 'end' } : next.value;
    if (most.times > longest.times) longest = { ...most, where: `${after} → ${what}: ${most.where}` };
    after = what;
    if (next.done === true) return { value: next.value, longest };
  }
}

/**
 * What loops over the bytes of one value or the slots of one look-up (how many values it is asked for shows where it is called), and
 * tables that have become too small: they are laid out anew once for each doubling.
 */
const PASSED_OVER = new RegExp(
  `^(${[
    'bytes/',
    String.raw`merge/own-form\.ts `,
    String.raw`read/usual-form\.ts (digitForm|isDigit|isLetter)$`,
    String.raw`match/keys/tuple-table\.ts slotOf$`,
    String.raw`scope/valid-emails\.ts plainAddress$`,
    '.* #grow$',
  ].join('|')})`,
);

class BlockCounter {
  readonly #session = new Session();

  constructor() {
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** The block that ran most since the last take. */
  take(): Stretch {
    let most: Stretch = { times: 0, where: '' };
    // A session of this thread answers at once.
    this.#session.post('Profiler.takePreciseCoverage', (error, answer) => {
      if (error !== null) throw error;
      for (const script of answer.result) {
        const file = /\/src\/lib\/engine\/(.*)$/.exec(script.url)?.[1];
        if (file === undefined) continue;
        for (const { functionName, ranges } of script.functions) {
          if (PASSED_OVER.test(`${file} ${functionName}`)) continue;
          const times = mostOf(ranges);
          if (times > most.times) most = { times, where: `${file} ${functionName}` };
        }
      }
    });
    return most;
  }
}

/** Counts from the import on: what ran before has no blocks to count, until it happens to be compiled anew. */
const counter = new BlockCounter();

const mostOf = (ranges: readonly Profiler.CoverageRange[]): number =>
  ranges.reduce((most, { count }) => Math.max(most, count), 0);
