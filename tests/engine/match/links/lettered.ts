import type { KeyCodes } from '../../../../src/lib/engine/match/keys/key-codes.ts';
import { KIND, type Standing } from '../../../../src/lib/engine/match/links/matches.ts';
import { MISSING, UNBOUND } from '../../../../src/lib/engine/match/links/partners.ts';
import { SIDES, type Both } from '../../../../src/lib/engine/model/side.ts';

/** `'a b - / b'`: the values a key has on the left and on the right, `-` blank. */
export function keyOf(values: string): KeyCodes {
  const [left = '', right = ''] = values.split('/');
  const seen: string[] = [];
  const codes = (side: string): Int32Array =>
    Int32Array.from(side.trim().split(' '), (value) => {
      if (value === '-') return -1;
      if (!seen.includes(value)) seen.push(value);
      return seen.indexOf(value);
    });
  const both = { left: codes(left), right: codes(right) };
  return { fields: [], codes: both, count: seen.length, tuples: null };
}

/** What binding is given where nobody linked anything. */
export function unlinked(
  keys: readonly KeyCodes[],
): Standing & { readonly forbidden: Both<Map<number, readonly number[]>> } {
  const rows = keys[0]!.codes;
  return {
    partner: {
      left: new Int32Array(rows.left.length).fill(UNBOUND),
      right: new Int32Array(rows.right.length).fill(UNBOUND),
    },
    by: { left: new Uint8Array(rows.left.length), right: new Uint8Array(rows.right.length) },
    forbidden: { left: new Map(), right: new Map() },
  };
}

const WORDS = Object.entries(KIND);

/** `'0 free duplicate / 1'`: per record its partner's row or what it is. */
export const told = ({ partner, kind }: { partner: Both<Int32Array>; kind: Both<Uint8Array> }): string =>
  SIDES.map((side) =>
    Array.from(partner[side], (row, at) =>
      row === MISSING
        ? 'missing'
        : row >= 0
          ? String(row)
          : WORDS.find(([, code]) => code === kind[side][at])![0],
    ).join(' '),
  ).join(' / ');
