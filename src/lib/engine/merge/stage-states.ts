import type { StageRows } from '../columns/stage-rows.ts';
import { isBlank } from '../model/column.ts';
import { NO_STAGE } from '../read/stage-table.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import type { CompiledMapping } from './compiled.ts';
import type { StageOf } from './stage-of.ts';
import { STATE, type Pairs } from './state.ts';

/** Blank bits of one part of every pair, and equal where the two places are: what a part says alone is agreed with them (S90). */
export function* partStates(on: CompiledMapping, { rows }: StageOf, pairs: Pairs): Steps<Uint8Array> {
  const { cells } = on;
  const out = new Uint8Array(pairs.left.length);
  yield* inSlices('compare', out.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const [left, right] = [pairs.left[at]!, pairs.right[at]!];
      out[at] =
        (isBlank(cells.left, left) ? STATE.blankLeft : 0) |
        (isBlank(cells.right, right) ? STATE.blankRight : 0) |
        (samePlace(rows, left, right) ? STATE.equal : 0);
    }
  });
  return out;
}

function samePlace({ table, pairOf }: StageRows, left: number, right: number): boolean {
  const [l, r] = [pairOf.left[left]!, pairOf.right[right]!];
  return l >= 0 && r >= 0 ? table.same[l] === table.same[r] : l === NO_STAGE && r === NO_STAGE;
}

/** The state of a pair's whole place, which one rule is asked of: by the parts' states, the stage's last (S90). */
export function placeState(
  { rows }: StageOf,
  parts: readonly { readonly on: CompiledMapping; readonly state: number }[],
  left: number,
  right: number,
): number {
  const [l, r] = [rows.pairOf.left[left]!, rows.pairOf.right[right]!];
  const blank = (l === NO_STAGE ? STATE.blankLeft : 0) | (r === NO_STAGE ? STATE.blankRight : 0);
  let bits: number = blank | (samePlace(rows, left, right) ? STATE.equal : 0);
  if (parts.every(({ state }) => (state & STATE.known) !== 0)) bits |= STATE.known;
  for (const { on, state } of parts) {
    const isStage = on.stage?.part === 'stage';
    // What else is said of a place without a stage is no change of the stage.
    if (isStage || l !== NO_STAGE) bits |= on.fields.left.length > 0 ? state & STATE.changedLeft : 0;
    if (isStage || r !== NO_STAGE) bits |= on.fields.right.length > 0 ? state & STATE.changedRight : 0;
  }
  return bits;
}
