import { writeOf, type Verdict } from '../merge/verdict.ts';
import { actBits } from '../model/act.ts';
import { inSlices, type Steps } from '../run/steps.ts';

/** What the verdicts of a pair come to, before anybody asks whether it may be written. */
export const PAIR = { open: 1, writesLeft: 2, writesRight: 4, failing: 8 } as const;
export const PAIR_WRITES = PAIR.writesLeft | PAIR.writesRight;

/** By `PAIR` bits, the acts of a pair whose writes are carried out. */
export const UPDATES: Uint8Array = Uint8Array.from(
  { length: 16 },
  (_, flags) =>
    ((flags & PAIR.writesLeft) === 0 ? 0 : actBits('left', 'update')) |
    ((flags & PAIR.writesRight) === 0 ? 0 : actBits('right', 'update')),
);

/** The bits of every pair; two mappings at a time, for half the passes over them. */
export function* flagPairs(
  verdicts: readonly Uint8Array[],
  list: readonly Verdict[],
  pairs: number,
): Steps<Uint8Array> {
  const flags = new Uint8Array(pairs);
  const ofVerdict = Uint8Array.from(list, flagsOf);
  for (let position = 0; position < verdicts.length; position += 2) {
    const first = verdicts[position]!;
    const second = verdicts[position + 1] ?? first;
    yield* inSlices('judge', pairs, (from, to) => {
      flagPart(first.subarray(from, to), second.subarray(from, to), ofVerdict, flags.subarray(from, to));
    });
  }
  return flags;
}

function flagPart(first: Uint8Array, second: Uint8Array, ofVerdict: Uint8Array, flags: Uint8Array): void {
  for (let pair = 0; pair < flags.length; pair++)
    flags[pair]! |= ofVerdict[first[pair]!]! | ofVerdict[second[pair]!]!;
}

function flagsOf(verdict: Verdict): number {
  if (verdict.kind === 'open') return PAIR.open;
  const write = writeOf(verdict);
  if (write === null) return 0;
  return write.side === 'left' ? PAIR.writesLeft : PAIR.writesRight;
}
