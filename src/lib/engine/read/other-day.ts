import { isDayAlone, readDate } from './date.ts';
import type { FieldView } from './field-view.ts';

/**
 * Is the day a moment is written as another than its day at the source (FM8, TZ1, S120)? That is the day in the source's zone, or in the
 * target's where it names none; where neither does, the day that stands in the cell.
 */
export function isOtherDay(text: string, source: FieldView, target: FieldView): boolean {
  if (isDayAlone(text)) return false;
  const { dateOrder: order, zone } = source;
  const written = readDate(text, order, zone, target.zone ?? zone);
  const own = zone ?? target.zone;
  const local =
    own === null ? readDate(text.trim().split(/[Tt ]/)[0]!, order) : readDate(text, order, zone, own);
  return written !== null && written !== local;
}
