import type { Records } from '../columns/records.ts';
import { wholeCode, type KeyCodes } from '../match/keys/key-codes.ts';
import type { PriorLinks } from '../match/links/prior-links.ts';
import type { ObjectSync } from '../model/design.ts';
import { SIDES, otherSide, type Both, type Side } from '../model/side.ts';
import { inSlices, TUPLE_SLICE, type Steps } from '../run/steps.ts';
import { absorbingRule } from './absorbing.ts';
import type { Absorbed, ScopeRule } from './rule.ts';

/**
 * S431: a lone record one of whose keys an archived record of the other side holds. It was deleted there, so it is not created again
 * (DE1), unless the design or a person has it so (DE2). Null where nobody is archived.
 */
export function* archivedRule(
  sync: ObjectSync,
  records: Both<Records>,
  codes: readonly KeyCodes[],
  prior: PriorLinks,
): Steps<ScopeRule | null> {
  if (SIDES.every((side) => prior.presence[side].gone === null)) return null;
  const absorbed: Record<Side, Map<number, Absorbed>> = { left: new Map(), right: new Map() };
  for (const side of SIDES) {
    const far = otherSide(side);
    const gone = prior.presence[far].gone;
    if (gone === null || sync.deletes[side] === 'recreate') continue;
    const restored = prior.restored.rows[side];
    for (const [key, own] of codes.entries()) {
      const holders = yield* holdersOf(own, far, gone);
      const of = own.codes[side];
      yield* inSlices('scope', of.length, (from, to) => {
        for (let row = from; row < to; row++) {
          const holder = of[row]! < 0 ? undefined : holders.get(of[row]!);
          if (holder === undefined || absorbed[side].has(row) || restored.has(row)) continue;
          absorbed[side].set(row, { key, id: records[far].id(holder) });
        }
      });
    }
  }
  return absorbingRule('counterpart-archived', records, absorbed);
}

/** The first archived record that holds each value of a key, by its code. */
function* holdersOf(key: KeyCodes, side: Side, gone: Uint8Array): Steps<Map<number, number>> {
  const holders = new Map<number, number>();
  const pass = (from: number, to: number): void => {
    for (let row = from; row < to; row++) {
      if (gone[row] === 0) continue;
      const code = wholeCode(key, side, row);
      if (code >= 0 && !holders.has(code)) holders.set(code, row);
    }
  };
  yield* inSlices('scope', gone.length, pass, TUPLE_SLICE);
  return holders;
}
