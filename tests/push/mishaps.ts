import type { Random } from '../reference/random.ts';
import type { Befalls, MemoryFault } from '../servers/memory/memory-faults.ts';

/** How often each kind of mishap befalls a call, of one. */
export interface Mishaps {
  /** A write is cut, or its answer tells of a part of it. */
  readonly partial?: number;
  /** Too much to do: nothing was done. */
  readonly overloaded?: number;
  /** An answer that does not come, before or after the app had done it. */
  readonly dropped?: number;
  /** Of writes alone, after the app had done it. */
  readonly committed?: number;
}

/** Mishaps by chance; at most so many as `most` says. */
export function mishaps(
  random: Random,
  rates: Mishaps,
  most = Infinity,
): Befalls & { readonly count: () => number } {
  let met = 0;
  const befalls: Befalls = ({ what, items }) => {
    if (met >= most) return null;
    const fault = faultBy(random, rates, what === 'write' ? items : null);
    if (fault !== null) met++;
    return fault;
  };
  return Object.assign(befalls, { count: () => met });
}

function faultBy(random: Random, rates: Mishaps, items: number | null): MemoryFault | null {
  if (random.chance(rates.overloaded ?? 0)) {
    const seconds = random.chance(0.5) ? random.int(20) : null;
    return { kind: random.chance(0.5) ? 'overloaded' : 'rate-limited', seconds };
  }
  if (random.chance(rates.dropped ?? 0)) {
    return { kind: random.chance(0.8) ? 'dropped' : 'html', after: random.chance(0.5) };
  }
  if (items === null) return null;
  if (random.chance(rates.committed ?? 0)) return { kind: 'dropped', after: true };
  if (random.chance(rates.partial ?? 0)) {
    return random.chance(0.5)
      ? { kind: 'cut', done: random.int(items + 1) }
      : { kind: 'half-answer', told: random.int(items + 1) };
  }
  return null;
}
