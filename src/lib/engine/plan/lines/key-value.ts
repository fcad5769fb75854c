import { textAt } from '../../columns/records.ts';
import { readUtf8 } from '../../bytes/utf8.ts';
import type { FieldCodes } from '../../match/keys/key-codes.ts';
import type { KeyField } from '../../model/design.ts';
import type { Side } from '../../model/side.ts';
import type { SyncPlan } from '../sync-plan.ts';

/** The file text of a record's key field. */
export const keyText = (plan: SyncPlan, side: Side, field: KeyField, row: number): string =>
  textAt(plan.records[side].column(field[side]), row);

/** The normalised value of a record's key; of a composite key a list in field order (FORMATS.md, `link.value`). */
export function keyValue(
  { matching }: SyncPlan,
  side: Side,
  key: number,
  row: number,
): string | readonly string[] {
  const values = matching.codes[key]!.fields.map((field) => keyPart(field, side, row));
  return values.length === 1 ? values[0]! : values;
}

/** The normalised value of one field of a key; `''` where it is no key (KW9). */
export function keyPart({ table, codes }: FieldCodes, side: Side, row: number): string {
  const code = codes[side][row]!;
  return code < 0 ? '' : table.read(code, readUtf8);
}
