import { valueOf } from '../model/column.ts';
import type { DecidingCode } from '../model/reason.ts';
import { otherSide, type Side } from '../model/side.ts';
import { untakenCode } from '../read/transform.ts';
import type { CompiledMapping } from './compiled.ts';

/** Can anything keep a value from being written on a side? */
export const mayRefuse = ({ judge, transform }: CompiledMapping, side: Side): boolean =>
  judge[side] !== null || (transform?.untaken[otherSide(side)] ?? null) !== null;

/** Is the value of a row one that the transform cannot take to `side` (FM10)? */
export function isUntaken({ transform, values }: CompiledMapping, side: Side, row: number): boolean {
  const source = otherSide(side);
  return transform?.untaken[source]?.[valueOf(values[source], row)] === 1;
}

/** What keeps the text made of a row of the other side from being written on `side`; null where nothing does. */
export function refusalOf(on: CompiledMapping, side: Side, row: number, text: string): DecidingCode | null {
  if (on.transform !== null && isUntaken(on, side, row)) return untakenCode(on.transform.transform);
  return on.judge[side]?.(text) ?? null;
}
