import type { FilterCondition } from './filter.ts';

/** The types a field can have (FORMATS.md, Design file). */
export type FieldType =
  | 'text'
  | 'long-text'
  | 'number'
  | 'date'
  | 'datetime'
  | 'boolean'
  | 'single-select'
  | 'multi-select'
  | 'reference'
  | 'owner'
  | 'calculated';

export const FIELD_TYPES: readonly FieldType[] = [
  'text',
  'long-text',
  'number',
  'date',
  'datetime',
  'boolean',
  'single-select',
  'multi-select',
  'reference',
  'owner',
  'calculated',
];

/** What a field of text holds, as a design declares it (BL4). */
export const FIELD_FORMATS = ['email', 'phone', 'web-address', 'domain'] as const;
export type FieldFormat = (typeof FIELD_FORMATS)[number];

/** What a column can be taken for when nothing declares it (FORMATS.md; S10). */
export type InferredType = 'text' | 'number' | 'date' | 'datetime' | 'boolean';

export type DateOrder = 'ymd' | 'dmy' | 'mdy';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A field as a design's schema declares it. Absent members are null or false. */
export interface FieldDef {
  readonly name: string;
  readonly type: FieldType;
  readonly label: string | null;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly maxLength: number | null;
  readonly options: readonly Option[] | null;
  readonly unique: boolean;
  readonly multiple: boolean;
  readonly dateOrder: DateOrder | null;
  readonly decimal: '.' | ',' | null;
  /** BL4; of any other type than text it says nothing. */
  readonly format?: FieldFormat;
  /** Of phone numbers without one (BL4, MA12, SA1), ISO 3166 alpha-2. */
  readonly country?: string | null;
  /** TZ1: over the side's. */
  readonly timeZone?: string;
  /** S110: while all of these hold of the record, this field must not be blank. */
  readonly requiredWhen?: readonly FilterCondition[];
}

export interface Schema {
  readonly fields: readonly FieldDef[];
}
