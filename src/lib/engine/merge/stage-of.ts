import { valueOf, isBlank, type Column } from '../model/column.ts';
import type { PartColumn, StageRows } from '../columns/stage-rows.ts';
import { otherSide, type Both, type Side } from '../model/side.ts';
import type { StagePart } from '../model/stages.ts';
import { NO_STAGE } from '../read/stage-table.ts';

/** What a mapping that is a part of a stage map knows of the whole (S90). */
export interface StageOf {
  readonly part: StagePart;
  readonly rows: StageRows;
  /** The part's field of a side; null where that side has none. */
  readonly fields: Both<PartColumn | null>;
  /** By pair, the position of what it asks for among the keys of that field; -1 where it asks for none of them. */
  readonly wants: Both<Int32Array>;
}

const LEFT_ALONE = -1;
/** What is asked for and no record has yet. */
export const NOBODY_HAS = -2;

/** Would the place of the other side change this part of a side? A place nobody mapped, or none, is told by the stage alone. */
export function changesPart(
  { part, rows, fields, wants }: StageOf,
  cells: Both<Column>,
  target: Side,
  pair: Both<number>,
): boolean {
  const source = otherSide(target);
  const place = rows.pairOf[source][pair[source]]!;
  if (place < 0) return part === 'stage' && (place !== NO_STAGE || !isBlank(cells[target], pair[target]));
  const field = fields[target];
  if (field === null) return false;
  const want = wants[target][place]!;
  return want !== LEFT_ALONE && want !== field.numbers[valueOf(field.column, pair[target])];
}
