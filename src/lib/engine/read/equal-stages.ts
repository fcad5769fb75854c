import type { Both } from '../model/side.ts';
import type { StagePart, StageValue } from '../model/stages.ts';
import { foldText } from './fold.ts';

/**
 * ST2, S93: pairs of places with equal names, in the order of the left ones. `places`: those nobody mapped. A name that fits
 * several places of the other side is left to a person.
 */
export function equalStages(places: Both<readonly StageValue[]>): Both<StageValue>[] {
  return places.left.flatMap((left): Both<StageValue>[] => {
    const [right, ...others] = places.right.filter((one) => alike(left, one));
    if (right === undefined || others.length > 0) return [];
    return places.left.every((one) => one === left || !alike(one, right)) ? [{ left, right }] : [];
  });
}

const alike = (left: StageValue, right: StageValue): boolean =>
  left.stage !== null &&
  right.stage !== null &&
  foldText(left.stage) !== '' &&
  foldText(left.stage) === foldText(right.stage) &&
  agrees(left, right, 'pipeline') &&
  agrees(left, right, 'status');

/** Where one side has no such field the other's says nothing. */
function agrees(left: StageValue, right: StageValue, part: StagePart): boolean {
  const [one, other] = [left[part], right[part]];
  return one === null || other === null || foldText(one) === foldText(other);
}
