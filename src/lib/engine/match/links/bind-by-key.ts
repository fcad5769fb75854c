import { SIDES, otherSide, type Both } from '../../model/side.ts';
import { SLICE, type Steps } from '../../run/steps.ts';
import type { Matches } from './bind.ts';
import type { KeyCodes } from '../keys/key-codes.ts';
import { KIND } from './kind.ts';
import { BY, UNBOUND, type PriorLinks } from './prior-links.ts';

/** What a code has been seen with. */
const SEEN = { left: 1, right: 2, bound: 4 } as const;

/**
 * The same as `bind` for the usual case of one key: a record's signature is its code where the other side has it, every hit has a
 * candidate, and nothing is ambiguous. One pass a side finds the first of each code, one binds, one says what the others are.
 */
export function* bindByKey(key: KeyCodes, standing: Pick<PriorLinks, 'partner' | 'by'>): Steps<Matches> {
  const { codes, count } = key;
  const partner = { left: standing.partner.left.slice(), right: standing.partner.right.slice() };
  const by = { left: standing.by.left.slice(), right: standing.by.right.slice() };
  const seen = new Uint8Array(count);
  const first = { left: new Int32Array(count).fill(-1), right: new Int32Array(count).fill(-1) };
  for (const side of SIDES) yield* findFirst(codes[side], partner[side], SEEN[side], seen, first[side]);
  for (let code = 0; code < count; code++) {
    const left = first.left[code]!;
    const right = first.right[code]!;
    if (left < 0 || right < 0 || (seen[code]! & SEEN.bound) !== 0) continue;
    partner.left[left] = right;
    partner.right[right] = left;
    by.left[left] = BY.key;
    by.right[right] = BY.key;
  }
  yield { what: 'links', done: count, total: count };
  const judged = {
    left: judgeSide(codes.left, partner.left, SEEN[otherSide('left')], seen, first.left),
    right: judgeSide(codes.right, partner.right, SEEN[otherSide('right')], seen, first.right),
  };
  const kind: Both<Uint8Array> = { left: judged.left.kind, right: judged.right.kind };
  return { partner, by, kind, masks: { left: judged.left.mask, right: judged.right.mask } };
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

/** Kinds and masks of one side (MA6, MA11, S20). */
function judgeSide(
  codes: Int32Array,
  partner: Int32Array,
  otherBit: number,
  seen: Uint8Array,
  first: Int32Array,
): { kind: Uint8Array; mask: Uint8Array } {
  const kind = new Uint8Array(codes.length);
  const mask = new Uint8Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    const has = code < 0 ? 0 : seen[code]!;
    const hits = (has & otherBit) !== 0;
    if (hits) mask[row] = 1;
    if (partner[row] !== UNBOUND) continue;
    if (code < 0) kind[row] = KIND.noKey;
    else if (hits || (has & SEEN.bound) !== 0 || first[code] !== row) kind[row] = KIND.duplicate;
    else kind[row] = KIND.free;
  }
  return { kind, mask };
}
