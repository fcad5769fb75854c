import { intersect, type Direction } from './direction.ts';
import type { Both, Side } from './side.ts';

/** FM10: what is made of a value on its way to the other side. Values of maps and tables are texts. */
export type Transform =
  | { readonly kind: 'trim' }
  | { readonly kind: 'case'; readonly to: 'upper' | 'lower' | 'title' }
  /** A part of the text between separators, from 0, negative from the end; `rest` is all behind the first one. */
  | { readonly kind: 'split'; readonly at: string; readonly take: 'first' | 'last' | 'rest' | number }
  /** The mapping's field and further fields of the same side as one text, blank ones left out (S222). */
  | { readonly kind: 'join'; readonly with: readonly string[]; readonly separator: string }
  | { readonly kind: 'phone'; readonly country: string | null }
  | {
      readonly kind: 'value-map';
      readonly map: readonly (readonly [from: string, to: string])[];
      readonly otherwise: 'fail' | 'keep' | 'blank';
    }
  | { readonly kind: 'constant'; readonly value: string }
  /** `to`: a day as `YYYY`, `MM` or `M`, `DD` or `D`, each once, and what stands between them. */
  | { readonly kind: 'date-format'; readonly to: string }
  | {
      readonly kind: 'number-format';
      readonly decimal: '.' | ',';
      readonly group: '' | '.' | ',' | ' ' | "'";
      /** Digits behind the sign, rounded half away from zero; null leaves them as they are. */
      readonly decimals: number | null;
    }
  | { readonly kind: 'lookup'; readonly table: readonly (readonly [from: string, to: string])[] };

export const TRANSFORM_KINDS = [
  'trim',
  'case',
  'split',
  'join',
  'phone',
  'value-map',
  'constant',
  'date-format',
  'number-format',
  'lookup',
] as const;

/** Which way a transform runs: from right to left where that is the mapping's direction, else from left to right. */
export const transformSource = (
  sync: { readonly direction: Direction },
  mapping: { readonly direction: Direction | null },
): Side => (intersect(sync.direction, mapping.direction ?? 'both') === 'right-to-left' ? 'right' : 'left');

/** Can what was made be made back (FORMATS.md)? A map to blanks cannot: a blank says nothing. */
export function hasInverse(transform: Transform): boolean {
  switch (transform.kind) {
    case 'value-map': {
      const values = transform.map.map(([, to]) => to.trim().toUpperCase().toLowerCase().normalize('NFC'));
      return (
        transform.otherwise !== 'blank' && new Set(values).size === values.length && !values.includes('')
      );
    }
    case 'date-format':
    case 'number-format':
      return true;
    case 'trim':
    case 'case':
    case 'split':
    case 'join':
    case 'phone':
    case 'constant':
    case 'lookup':
      return false;
    default:
      return transform satisfies never;
  }
}

/** The fields that a mapping reads of a side: several where its transform joins them. */
export function fieldsRead(
  sync: { readonly direction: Direction },
  mapping: { readonly direction: Direction | null; readonly transform: Transform | null } & Both<string>,
  side: Side,
): readonly string[] {
  const { transform } = mapping;
  const joins = transform?.kind === 'join' && transformSource(sync, mapping) === side;
  return joins ? [mapping[side], ...transform.with] : [mapping[side]];
}

/** What a baseline calls the text that fields are joined to: no field has it (S222). */
const joinedName = (fields: readonly string[], separator: string): string =>
  JSON.stringify([separator, ...fields]);

/** The name of what a mapping reads of a side: its field, or that of the text several are joined to. */
export function nameRead(
  sync: { readonly direction: Direction },
  mapping: { readonly direction: Direction | null; readonly transform: Transform | null } & Both<string>,
  side: Side,
): string {
  const fields = fieldsRead(sync, mapping, side);
  const { transform } = mapping;
  return transform?.kind === 'join' && fields.length > 1
    ? joinedName(fields, transform.separator)
    : mapping[side];
}

/** The directions a mapping's transform leaves. */
export function directionOfTransform(
  sync: { readonly direction: Direction },
  mapping: { readonly direction: Direction | null; readonly transform: Transform | null },
): Direction {
  if (mapping.transform === null || hasInverse(mapping.transform)) return 'both';
  return transformSource(sync, mapping) === 'left' ? 'left-to-right' : 'right-to-left';
}

/** A field that such a transform only reads may be read by several mappings: a full name is split into two. */
export const onlyReads = (
  sync: { readonly direction: Direction },
  mapping: { readonly direction: Direction | null; readonly transform: Transform | null } & Both<string>,
  side: Side,
): boolean =>
  mapping.transform !== null && !hasInverse(mapping.transform) && transformSource(sync, mapping) === side;
