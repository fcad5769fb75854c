import type { FieldDef, FieldFormat } from './field.ts';
import { otherSide, type Both, type Side } from './side.ts';

/** What a design says of the form of a field's texts; null where it says nothing. */
export interface DeclaredForm {
  readonly format: FieldFormat | null;
  /** Of phone numbers without one, ISO 3166 alpha-2. */
  readonly country: string | null;
}

/** What a field declares, and where it declares none what the field it stands against does (S220). `defs`: of the two fields. */
export function declaredForm(defs: Both<FieldDef | null>, side: Side): DeclaredForm {
  const own = defs[side];
  const other = defs[otherSide(side)];
  return {
    format: own?.format ?? other?.format ?? null,
    country: own?.country ?? other?.country ?? null,
  };
}

/** The country two fields share: that of the one that declares it, none where they declare different ones (S221). */
export function sharedCountry({ left, right }: Both<FieldDef | null>): string | null {
  const [one, other] = [left?.country ?? null, right?.country ?? null];
  return one === null || other === null || one === other ? (one ?? other) : null;
}
