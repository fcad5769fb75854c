import { otherSide, type Side } from '../model/side.ts';
import type { Assigned } from './assign.ts';
import { familyOf, type ColumnEvidence, type SuggestSide } from './evidence.ts';
import { signByOther } from './number-marks.ts';
import type { ToldBy } from './suggest-note.ts';
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
  const used = new Map<number, ColumnEvidence | undefined>();
  for (const pair of pairs) {
    const isCode = pair[which].meaning.senses.some(({ concept }) => CODES.has(concept));
    if (!isCode && sameFamily(pair.left.evidence, pair.right.evidence))
      used.set(pair[which].index, pair[otherSide(which)].evidence);
  }
  if (modifiedField !== null) used.set(side.header.indexOf(modifiedField), undefined);
  return side.header.flatMap((name, index) => {
    const field = used.has(index) ? declared(name, side.columns[index], used.get(index), side) : null;
    return field === null ? [] : [field];
  });
}

/** Only fields of one family can be compared by value; a blank column is of any. */
function sameFamily(a: ColumnEvidence | undefined, b: ColumnEvidence | undefined): boolean {
  const left = familyOf(a);
  const right = familyOf(b);
  return left === right || left === 'none' || right === 'none';
}

function declared(
  name: string,
  evidence: ColumnEvidence | undefined,
  other: ColumnEvidence | undefined,
  side: SuggestSide,
): SuggestedField | null {
  const guess = evidence?.guess;
  if (guess === undefined) return null;
  switch (guess.form) {
    case 'date':
    case 'datetime':
      return guess.dateOrder === null
        ? null
        : { name, type: guess.form, dateOrder: guess.dateOrder, decimal: null, unique: false };
    case 'number': {
      const decimal = guess.decimal ?? signTold(evidence, other, side)?.decimal ?? null;
      return decimal === null ? null : { name, type: 'number', dateOrder: null, decimal, unique: false };
    }
    case 'text':
      return evidence?.facts.listSign === ';'
        ? { name, type: 'multi-select', dateOrder: null, decimal: null, unique: false }
        : null;
    case 'none':
    case 'email':
    case 'url':
    case 'json':
      return null;
    default:
      return guess satisfies never;
  }
}

/** The sign of a column that can be read two ways: by the other side's numbers, else by the file's other columns (RD12). */
export function signTold(
  evidence: ColumnEvidence | undefined,
  other: ColumnEvidence | undefined,
  { columns }: SuggestSide,
): { readonly decimal: '.' | ','; readonly by: ToldBy } | null {
  const open = evidence?.facts.numbers ?? null;
  if (open === null) return null;
  const known = other?.facts.numbers ?? null;
  const told = known === null ? null : signByOther(open, known);
  if (told !== null) return { decimal: told, by: 'other-side' };
  const signs = new Set(columns.flatMap(({ guess }) => (guess.form === 'number' ? [guess.decimal] : [])));
  signs.delete(null);
  const [sign] = signs;
  return signs.size === 1 && sign != null ? { decimal: sign, by: 'columns' } : null;
}
