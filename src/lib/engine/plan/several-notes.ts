import { readUtf8, utf8 } from '../bytes/utf8.ts';
import type { KeyCodes } from '../match/keys/key-codes.ts';
import { actBits } from '../model/act.ts';
import { noteBit } from '../model/reason.ts';
import { SIDES, onBoth, otherSide, type Both, type Side } from '../model/side.ts';
import { hasSeveralAt, severalAddresses } from '../read/several-addresses.ts';
import type { Memo } from '../run/memo.ts';
import { phase } from '../run/phases.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../run/steps.ts';
import { pairCount, type SyncPlan } from './sync-plan.ts';

type Judged = Pick<SyncPlan, 'sync' | 'matching' | 'lone' | 'pairs' | 'acts' | 'creates'>;

/** A lone record of `side` with several addresses in a key, and a record of the other side that has one of them as its key. */
export interface OneOfSeveral {
  readonly side: Side;
  readonly row: number;
  readonly other: number;
}

/**
 * KW13: marks creates whose key holds several addresses of which one is a record's of the target side, and creates whose key is one of
 * several of a lone record there. By key, who they are; what depends on the keys alone is remembered.
 */
export function* noteSeveral(
  plan: Judged,
  notes: Uint32Array,
  memo: Memo,
): Steps<readonly (readonly OneOfSeveral[])[]> {
  const { sync, matching, lone } = plan;
  if (SIDES.every((side) => plan.creates[side].total === 0)) return [];
  const all: (readonly OneOfSeveral[])[] = [];
  for (const [at, key] of matching.codes.entries()) {
    const own = phase('several', sync.id, [at], [key, lone]);
    all.push(yield* memo.run(own, () => findSeveral(key, lone)));
  }
  if (all.every((found) => found.length === 0)) return all;
  const rows = onBoth((side) => new Set(all.flat().map((one) => (one.side === side ? one.row : one.other))));
  const bit = noteBit('one-of-several');
  let first = pairCount(plan);
  for (const side of SIDES) {
    const own = lone[side];
    const start = first;
    const create = actBits(otherSide(side), 'create');
    yield* inSlices('judge', own.length, (from, to) => {
      for (let at = from; at < to; at++)
        if (plan.acts[start + at] === create && rows[side].has(own[at]!)) notes[start + at]! |= bit;
    });
    first += own.length;
  }
  return all;
}

function* findSeveral(
  { fields, codes, count }: KeyCodes,
  lone: Both<Int32Array>,
): Steps<readonly OneOfSeveral[]> {
  const [only] = fields;
  if (fields.length !== 1 || only?.field.normalize.includes('email') !== true) return [];
  const { table } = only;
  const found: OneOfSeveral[] = [];
  for (const side of SIDES) {
    const [own, rows] = [codes[side], lone[side]];
    const having: number[] = [];
    const look = (from: number, to: number): void => {
      for (let at = from; at < to; at++) {
        const code = own[rows[at]!]!;
        if (code >= 0 && table.read(code, hasSeveralAt)) having.push(rows[at]!);
      }
    };
    yield* inSlices('judge', rows.length, look, TEXT_SLICE);
    const wanted = new Map<number, number[]>();
    const takeApart = (from: number, to: number): void => {
      for (const row of having.slice(from, to)) {
        for (const address of severalAddresses(table.read(own[row]!, readUtf8))) {
          const code = table.find(utf8(address));
          if (code < 0 || code >= count) continue;
          const of = wanted.get(code) ?? [];
          of.push(row);
          wanted.set(code, of);
        }
      }
    };
    yield* inSlices('judge', having.length, takeApart, TEXT_SLICE);
    if (wanted.size === 0) continue;
    const other = codes[otherSide(side)];
    yield* inSlices('judge', other.length, (from, to) => {
      for (let at = from; at < to; at++)
        for (const row of wanted.get(other[at]!) ?? []) found.push({ side, row, other: at });
    });
  }
  return found;
}
