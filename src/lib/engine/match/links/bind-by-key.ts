import { SIDES, onBoth, otherSide } from '../../model/side.ts';
import { SLICE, inSlices, type Steps } from '../../run/steps.ts';
import type { KeyCodes } from '../keys/key-codes.ts';
import { BY } from '../../model/link-by.ts';
import { KIND, type Matches, type Standing } from './matches.ts';
import { UNBOUND } from './partners.ts';

/** What a code has been seen with. */
const SEEN = { left: 1, right: 2, bound: 4 } as const;

/**
 * The same as `bind` for the usual case of one key: a record's signature is its code where the other side has it, every hit has a
 * candidate, and nothing is ambiguous. One pass a side finds the first of each code, one binds, one says what the others are.
 */
export function* bindByKey(key: KeyCodes, standing: Pick<Standing, 'partner' | 'by'>): Steps<Matches> {
  const { codes, count } = key;
  const partner = { left: standing.partner.left.slice(), right: standing.partner.right.slice() };
  const by = { left: standing.by.left.slice(), right: standing.by.right.slice() };
  const seen = new Uint8Array(count);
  const first = { left: new Int32Array(count).fill(-1), right: new Int32Array(count).fill(-1) };
  for (const side of SIDES) yield* findFirst(codes[side], partner[side], SEEN[side], seen, first[side]);
  yield* inSlices('links', count, (from, to) => {
    for (let code = from; code < to; code++) {
      const left = first.left[code]!;
      const right = first.right[code]!;
      if (left < 0 || right < 0 || (seen[code]! & SEEN.bound) !== 0) continue;
      partner.left[left] = right;
      partner.right[right] = left;
      by.left[left] = BY.key;
      by.right[right] = BY.key;
    }
  });
  const kind = onBoth((side) => new Uint8Array(codes[side].length));
  const masks = onBoth((side) => new Uint8Array(codes[side].length));
  for (const side of SIDES) {
    const on = { codes: codes[side], partner: partner[side], first: first[side], seen };
    yield* inSlices('links', codes[side].length, (from, to) => {
      judgeSlice(on, SEEN[otherSide(side)], from, to, kind[side], masks[side]);
    });
  }
  return { partner, by, kind, masks };
}

function* findFirst(
  codes: Int32Array,
  partner: Int32Array,
  bit: number,
  seen: Uint8Array,
  first: Int32Array,
): Steps<void> {
  for (let row = 0; row < codes.length; row++) {
    if (row % SLICE === SLICE - 1) yield { what: 'links', done: row, total: codes.length };
    const code = codes[row]!;
    if (code < 0) continue;
    if (partner[row] === UNBOUND) {
      seen[code]! |= bit;
      if (first[code]! < 0) first[code] = row;
    } else seen[code]! |= bit | SEEN.bound;
  }
}

interface SideCodes {
  readonly codes: Int32Array;
  readonly partner: Int32Array;
  readonly first: Int32Array;
  readonly seen: Uint8Array;
}

/** Kinds and masks of the records `from … to` of one side (MA6, MA11, S20). */
function judgeSlice(
  { codes, partner, first, seen }: SideCodes,
  otherBit: number,
  from: number,
  to: number,
  kind: Uint8Array,
  mask: Uint8Array,
): void {
  for (let row = from; row < to; row++) {
    const code = codes[row]!;
    const has = code < 0 ? 0 : seen[code]!;
    const hits = (has & otherBit) !== 0;
    if (hits) mask[row] = 1;
    if (partner[row] !== UNBOUND) continue;
    if (code < 0) kind[row] = KIND.noKey;
    else if (hits || (has & SEEN.bound) !== 0 || first[code] !== row) kind[row] = KIND.duplicate;
    else kind[row] = KIND.free;
  }
}
