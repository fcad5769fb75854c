import { otherSide, type Both, type Side } from '../../model/side.ts';
import { TUPLE_SLICE, inSlices, type Steps } from '../../run/steps.ts';
import type { KeyCodes } from '../keys/key-codes.ts';
import { TupleTable } from '../keys/tuple-table.ts';

/**
 * MA8: of each record the set of keys by which it hits the other side, as bits, and one number for that set with its
 * values (-1 where it hits nothing).
 */
export interface Signatures {
  readonly masks: Both<Uint8Array>;
  readonly ids: Both<Int32Array>;
  /** All ids are under this. */
  readonly count: number;
}

/** `records`: how many each side has. `firstKey`: only the first key that hits counts (`ambiguous: first-key`). */
export function* signatures(
  keys: readonly KeyCodes[],
  records: Both<number>,
  firstKey: boolean,
): Steps<Signatures> {
  const present: Both<Uint8Array>[] = [];
  for (const key of keys) {
    present.push({ left: yield* seen(key, 'left'), right: yield* seen(key, 'right') });
  }
  /** A signature of one key is that key's code, moved behind the codes of the keys before it. */
  const base: number[] = [];
  let count = 0;
  for (const key of keys) {
    base.push(count);
    count += key.count;
  }
  const tuples = new TupleTable();
  const singles = count;
  const side = function* (own: Side): Steps<{ masks: Uint8Array; ids: Int32Array }> {
    const codes = keys.map((key) => key.codes[own]);
    const other = present.map((sides) => sides[otherSide(own)]);
    const rows = records[own];
    const masks = new Uint8Array(rows);
    const ids = new Int32Array(rows).fill(-1);
    if (codes.length === 0) return { masks, ids };
    const tuple: number[] = [];
    for (let row = 0; row < rows; row++) {
      if (row % TUPLE_SLICE === TUPLE_SLICE - 1) yield { what: 'links', done: row, total: rows };
      let mask = 0;
      let single = -1;
      let hits = 0;
      for (let key = 0; key < codes.length; key++) {
        const code = codes[key]![row]!;
        if (code < 0 || other[key]![code] === 0) continue;
        mask |= 1 << key;
        if (hits++ === 0) single = base[key]! + code;
        if (firstKey) break;
      }
      masks[row] = mask;
      if (hits <= 1) ids[row] = single;
      else {
        tuple.length = 0;
        for (let key = 0; key < codes.length; key++)
          if ((mask & (1 << key)) !== 0) tuple.push(codes[key]![row]!);
        ids[row] = singles + tuples.code(mask, tuple);
      }
    }
    return { masks, ids };
  };
  const left = yield* side('left');
  const right = yield* side('right');
  return {
    masks: { left: left.masks, right: right.masks },
    ids: { left: left.ids, right: right.ids },
    count: singles + tuples.count,
  };
}

function* seen(key: KeyCodes, side: Side): Steps<Uint8Array> {
  const found = new Uint8Array(key.count);
  const codes = key.codes[side];
  yield* inSlices('links', codes.length, (from, to) => {
    for (let row = from; row < to; row++) {
      const code = codes[row]!;
      if (code >= 0) found[code] = 1;
    }
  });
  return found;
}
