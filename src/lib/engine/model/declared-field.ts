import type { ObjectSync } from './design.ts';
import type { FieldDef } from './field.ts';
import type { Side } from './side.ts';

/** The field as the sync's schema of that side declares it (the first of that name); null where it does not. */
export function declaredField(sync: Pick<ObjectSync, 'schema'>, side: Side, name: string): FieldDef | null {
  return sync.schema[side]?.fields.find((field) => field.name === name) ?? null;
}

/** DI2, S11: a value never flows into such a field. */
export const takesNoValue = (field: FieldDef | null): boolean =>
  field !== null && (field.readOnly || field.type === 'calculated');
