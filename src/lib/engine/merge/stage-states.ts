import { isBlank } from '../model/column.ts';
import { mayWrite } from '../model/direction.ts';
import { SIDES } from '../model/side.ts';
import { NO_STAGE } from '../read/stage-table.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import type { CompiledMapping } from './compiled.ts';
import { changesPart, type StageOf } from './stage-of.ts';
import { STATE, type Pairs } from './state.ts';

/** Blank and equal bits of one part of every pair: equal where neither side's place would change it on the other (S90). */
export function* partStates(on: CompiledMapping, stage: StageOf, pairs: Pairs): Steps<Uint8Array> {
  const { cells } = on;
  const targets = SIDES.filter((side) => mayWrite(on.direction, side));
  const out = new Uint8Array(pairs.left.length);
  yield* inSlices('compare', out.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const pair = { left: pairs.left[at]!, right: pairs.right[at]! };
      const isEqual = !targets.some((target) => changesPart(stage, cells, target, pair));
      out[at] =
        (isBlank(cells.left, pair.left) ? STATE.blankLeft : 0) |
        (isBlank(cells.right, pair.right) ? STATE.blankRight : 0) |
        (isEqual ? STATE.equal : 0);
    }
  });
  return out;
}

/** The state of a pair's whole place, which one rule is asked of: by the parts' states, the stage's last (S90). */
export function placeState(
  { rows: { table, pairOf } }: StageOf,
  parts: readonly { readonly on: CompiledMapping; readonly state: number }[],
  left: number,
  right: number,
): number {
  const [l, r] = [pairOf.left[left]!, pairOf.right[right]!];
  const blank = (l === NO_STAGE ? STATE.blankLeft : 0) | (r === NO_STAGE ? STATE.blankRight : 0);
  const isEqual = l >= 0 && r >= 0 ? table.same[l] === table.same[r] : l === NO_STAGE && r === NO_STAGE;
  let bits: number = blank | (isEqual ? STATE.equal : 0);
  if (parts.every(({ state }) => (state & STATE.known) !== 0)) bits |= STATE.known;
  for (const { on, state } of parts) {
    const isStage = on.stage?.part === 'stage';
    // What else is said of a place without a stage is no change of the stage.
    if (isStage || l !== NO_STAGE) bits |= on.fields.left.length > 0 ? state & STATE.changedLeft : 0;
    if (isStage || r !== NO_STAGE) bits |= on.fields.right.length > 0 ? state & STATE.changedRight : 0;
  }
  return bits;
}
