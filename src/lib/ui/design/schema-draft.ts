import type { FieldDef, FieldDraft, FieldType, Option } from '../../engine/index.ts';
import type { ColumnRow } from '../../conversation/index.ts';

/** Where the dialog begins: what is declared, else what the column looks like. */
export function startDraft(name: string, field: FieldDef | null, column: ColumnRow | null): FieldDraft {
  if (field !== null) {
    const { type, required, unique, readOnly, maxLength, options, dateOrder, decimal } = field;
    return {
      ...{ name, type, required, unique, readOnly, maxLength, options, dateOrder, decimal },
      requiredWhen: field.requiredWhen ?? [],
      format: field.format ?? null,
      country: field.country ?? null,
    };
  }
  return {
    name,
    type: column?.inferred ?? 'text',
    required: false,
    requiredWhen: [],
    unique: false,
    readOnly: false,
    maxLength: null,
    options: null,
    dateOrder: column?.dateOrder ?? null,
    decimal: column?.decimal ?? null,
    format: null,
    country: null,
  };
}

/** One option a line: `value = label`, or the value alone. */
export const optionsText = (options: readonly Option[] | null): string =>
  (options ?? []).map(({ value, label }) => (value === label ? value : `${value} = ${label}`)).join('\n');

export function optionsOf(text: string): readonly Option[] | null {
  const options = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): Option => {
      const at = line.indexOf(' = ');
      return at < 0
        ? { value: line, label: line }
        : { value: line.slice(0, at).trim(), label: line.slice(at + 3).trim() };
    });
  return options.length === 0 ? null : options;
}

/** What goes with a type; the other members are left behind when the type changes. */
export const goesWith = ({ type, format }: Pick<FieldDraft, 'type' | 'format'>) => ({
  format: isText(type),
  // A country is of phones: of those declared, and where nothing is declared of those told from the cells.
  country: isText(type) && (format === null || format === 'phone'),
  maxLength: isText(type),
  options: type === 'single-select' || type === 'multi-select',
  dateOrder: type === 'date' || type === 'datetime',
  decimal: type === 'number',
});

const isText = (type: FieldType): boolean => type === 'text' || type === 'long-text';

/** A country as it is typed; null where it is none. */
export function countryOf(text: string): string | null {
  const country = text.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(country) ? country : null;
}

/** The draft without what does not go with its type. */
export function fitted(draft: FieldDraft): FieldDraft {
  const goes = goesWith(draft);
  return {
    ...draft,
    requiredWhen: draft.required || draft.readOnly ? [] : draft.requiredWhen,
    maxLength: goes.maxLength ? draft.maxLength : null,
    options: goes.options ? draft.options : null,
    dateOrder: goes.dateOrder ? draft.dateOrder : null,
    decimal: goes.decimal ? draft.decimal : null,
    format: goes.format ? draft.format : null,
    country: goes.country ? draft.country : null,
  };
}
