import type { Zone } from '../model/zone.ts';
import type { DateOrder, FieldDef, FieldType, InferredType, Option } from '../model/field.ts';

/** How the cells of one field of one side are read. */
export interface FieldView {
  readonly type: FieldType;
  /** Of a select field only; null where none are declared (an empty list too). */
  readonly options: readonly Option[] | null;
  readonly dateOrder: DateOrder;
  readonly decimal: '.' | ',';
  /** Of times without one, and whose day it is (TZ1); null UTC. */
  readonly zone: Zone | null;
}

/** The declared type wins, else the inferred one, else text. Use `viewsOfPair` where FORMATS limits the inferred one. */
export function viewOf(
  def: FieldDef | null,
  inferred: InferredType | null,
  zone: Zone | null = null,
): FieldView {
  if (def === null) return { type: inferred ?? 'text', options: null, dateOrder: 'ymd', decimal: '.', zone };
  return {
    type: def.type,
    options: optionsOf(def),
    dateOrder: def.dateOrder ?? 'ymd',
    decimal: def.decimal ?? '.',
    zone,
  };
}

/** The options a cell of the field is looked up in; null for other types and for a select without any (S7). */
export function optionsOf(def: FieldDef): readonly Option[] | null {
  if (def.type !== 'single-select' && def.type !== 'multi-select') return null;
  return def.options === null || def.options.length === 0 ? null : def.options;
}

/** What is known of a field: its declaration, what its cells look like, its zone. */
export interface FieldKnown {
  readonly def: FieldDef | null;
  readonly inferred: InferredType | null;
  readonly zone?: Zone | null;
}

/**
 * Both views of a mapping (S8). FORMATS: an inferred type counts where both fields have it, or one has it and the
 * other declares it; otherwise the field is text.
 */
export function viewsOfPair(left: FieldKnown, right: FieldKnown): readonly [FieldView, FieldView] {
  const typeOf = (side: FieldKnown): FieldType | null => (side.def === null ? side.inferred : side.def.type);
  const shared = typeOf(left) === typeOf(right);
  return [
    viewOf(left.def, shared ? left.inferred : null, left.zone),
    viewOf(right.def, shared ? right.inferred : null, right.zone),
  ];
}
