import type { Assigned } from './assign.ts';
import type { ColumnEvidence, SuggestSide } from './evidence.ts';
import type { SuggestedField } from './suggestion.ts';

/** Concepts whose digits are no numbers and no dates. */
const CODES = new Set([
  'phone',
  'mobile',
  'fax',
  'postal-code',
  'record-id',
  'org-number',
  'vat-number',
  'sku',
  'account-number',
]);

/** The fields of one side that must be declared so that their dates or decimal comma are read right. */
export function declaredFields(
  side: SuggestSide,
  pairs: readonly Assigned[],
  which: 'left' | 'right',
  modifiedField: string | null,
): SuggestedField[] {
  const used = new Set(
    pairs
      .map((pair) => pair[which])
      .filter((c) => !c.meaning.senses.some((s) => CODES.has(s.concept)))
      .map((c) => c.index),
  );
  if (modifiedField !== null) used.add(side.header.indexOf(modifiedField));
  return side.header.flatMap((name, index) => {
    const field = used.has(index) ? declared(name, side.columns[index]) : null;
    return field === null ? [] : [field];
  });
}

function declared(name: string, evidence: ColumnEvidence | undefined): SuggestedField | null {
  const guess = evidence?.guess;
  if (guess === undefined) return null;
  switch (guess.form) {
    case 'date':
    case 'datetime':
      return guess.dateOrder === null
        ? null
        : { name, type: guess.form, dateOrder: guess.dateOrder, decimal: null };
    case 'number':
      return { name, type: 'number', dateOrder: null, decimal: guess.decimal };
    case 'none':
    case 'text':
    case 'email':
    case 'url':
    case 'json':
      return null;
    default:
      return guess satisfies never;
  }
}
