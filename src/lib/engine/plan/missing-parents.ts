import { lacksParent } from '../merge/parent-values.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import type { VerdictList } from '../merge/resolve.ts';
import { writeOf } from '../merge/verdict.ts';
import type { Pairs } from '../merge/state.ts';
import { isBlank } from '../model/column.ts';
import { mayWrite } from '../model/direction.ts';
import { SIDES, otherSide, type Side } from '../model/side.ts';
import { inSlices, type Steps } from '../run/steps.ts';

/** AS6: what would be written out of a cell whose parent is missing on the other side is not. Changes the verdicts in place. */
export function* holdBack(
  on: CompiledMapping,
  list: VerdictList,
  pairs: Pairs,
  verdicts: Uint8Array,
): Steps<void> {
  if (on.parents === null) return;
  const stands = list.position({ kind: 'nothing', rule: 'AS6' });
  const targets = list.all.map((verdict) => writeOf(verdict)?.side ?? null);
  yield* inSlices('resolve', verdicts.length, (from, to) => {
    for (let pair = from; pair < to; pair++) {
      const target = targets[verdicts[pair]!]!;
      if (target === null) continue;
      const source = otherSide(target);
      if (lacksParent(on, source, pairs[source][pair]!)) verdicts[pair] = stands;
    }
  });
}

/** What a missing parent is to a subject. */
export const PARENT = { there: 0, reported: 1, refused: 2 } as const;

/** The sides out of which an association may flow (AS6). */
export const flowsOutOf = (on: CompiledMapping): Side[] =>
  SIDES.filter((side) => mayWrite(on.direction, otherSide(side)));

/** Of a pair: a blank cell names no parent, and so lacks none. */
export const pairParent = (on: CompiledMapping, side: Side, row: number): number => {
  if (!lacksParent(on, side, row)) return PARENT.there;
  return on.parents?.association.required === true ? PARENT.refused : PARENT.reported;
};

/** Of a record that would be created: with `required` it lacks one also where the cell is blank. */
export function createParent(on: CompiledMapping, side: Side, row: number): number {
  const required = on.parents?.association.required === true;
  if (required && isBlank(on.cells[side], row)) return PARENT.refused;
  return pairParent(on, side, row);
}
