import { readUtf8, utf8 } from '../../bytes/utf8.ts';
import { SIDES, otherSide, type Both, type Side } from '../../model/side.ts';
import { hasSeveralAt, severalAddresses } from '../../read/several-addresses.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../../run/steps.ts';
import type { KeyCodes } from './key-codes.ts';

/** A lone record of `side` with several addresses in a key, and a record of the other side that has one of them as its key. */
export interface OneOfSeveral {
  readonly side: Side;
  readonly row: number;
  readonly other: number;
}

/** KW13: who meets by one of several addresses in a cell; a key of one field that compares by `email` has such. */
export function* findSeveral(
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
