import type { NormalizerName } from '../../engine/index.ts';

/** A chip of a key's field: a normaliser, whether it acts, and its hits that would be lost without it. */
export interface NormaliserChip {
  readonly name: NormalizerName;
  readonly on: boolean;
  readonly alone: number;
}

const ORDER: readonly NormalizerName[] = [
  'email',
  'domain',
  'name',
  'name-no-legal-form',
  'name-no-diacritics',
  'phone',
  'salesforce-id',
];

/** Each of these begins with what `name` does (S14). */
const NAMES: readonly NormalizerName[] = ['name', 'name-no-legal-form', 'name-no-diacritics'];

/** What a field's chips say. `name` is on where any of its kin is, since each of them does what it does. */
export function chipsOf(
  names: readonly NormalizerName[],
  alone: readonly { readonly name: string; readonly hits: number }[],
): readonly NormaliserChip[] {
  return ORDER.map((name) => ({
    name,
    on: name === 'name' ? names.some((one) => NAMES.includes(one)) : names.includes(name),
    alone: alone.find((one) => one.name === name)?.hits ?? 0,
  }));
}

/** Those that are shown beside the key: what acts, and its kin; the others are behind "more". */
export const isNear = (chip: NormaliserChip, names: readonly NormalizerName[]): boolean =>
  chip.on || (NAMES.includes(chip.name) && names.some((one) => NAMES.includes(one)));

/** The list with one normaliser switched. Taking a name's kin away leaves `name`; taking `name` away leaves none of them. */
export function switched(
  names: readonly NormalizerName[],
  name: NormalizerName,
  on: boolean,
): readonly NormalizerName[] {
  const kept = names.filter((one) => one !== 'text');
  let next: readonly NormalizerName[];
  if (on) next = [...kept, name];
  else if (name === 'name') next = kept.filter((one) => !NAMES.includes(one));
  else {
    const without = kept.filter((one) => one !== name);
    const bare = NAMES.includes(name) && !without.some((one) => NAMES.includes(one));
    next = bare ? [...without, 'name'] : without;
  }
  const ordered = ORDER.filter((one) => next.includes(one));
  return ordered.length === 0 ? ['text'] : ordered;
}
