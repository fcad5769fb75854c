import type { AppFault } from '../../connectors/app/fault.ts';

const FIRST = 500;
const LONGEST = 60_000;
/** Calls of a side that fail one after the other before the push pauses. */
export const MOST_TRIES = 8;

/**
 * Milliseconds to wait after the nth failure (from 0) in a row: twice as long each time, part of it left to chance so that two pushes do
 * not knock together, and never less than the app asks for (push protocol 5).
 */
export function waitAfter(fault: AppFault, failures: number, jitter: number): number {
  const longest = Math.min(LONGEST, FIRST * 2 ** failures);
  const own = (longest / 2) * (1 + jitter);
  const asked = fault.waitFor ?? 0;
  return asked + (asked > 0 ? FIRST * jitter : own);
}
