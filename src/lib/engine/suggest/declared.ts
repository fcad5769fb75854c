import type { Side } from '../model/side.ts';
import type { Assigned } from './assign.ts';
import { familyOf, type ColumnEvidence, type SuggestSide } from './evidence.ts';
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

/**
 * The fields of one side that must be declared so that their dates or decimal comma are read right: where the other
 * side's field holds dates or numbers too, and the modified date.
 */
export function declaredFields(
  side: SuggestSide,
  pairs: readonly Assigned[],
  which: Side,
  modifiedField: string | null,
): SuggestedField[] {
  const used = new Set<number>();
  for (const pair of pairs) {
    const isCode = pair[which].meaning.senses.some(({ concept }) => CODES.has(concept));
    if (!isCode && sameFamily(pair.left.evidence, pair.right.evidence)) used.add(pair[which].index);
  }
  if (modifiedField !== null) used.add(side.header.indexOf(modifiedField));
  return side.header.flatMap((name, index) => {
    const field = used.has(index) ? declared(name, side.columns[index]) : null;
    return field === null ? [] : [field];
  });
}

/** Only fields of one family can be compared by value; a blank column is of any. */
function sameFamily(a: ColumnEvidence | undefined, b: ColumnEvidence | undefined): boolean {
  const left = familyOf(a);
  const right = familyOf(b);
  return left === right || left === 'none' || right === 'none';
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
