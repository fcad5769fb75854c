import { otherSide, type Side } from '../model/side.ts';
import type { Assigned } from './assign.ts';
import type { Candidate } from './pair.ts';
import { familyOf, type ColumnEvidence, type SuggestSide } from './evidence.ts';
import { signByOther, type SignTold } from './number-marks.ts';
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
    if (!holdsCodes(pair[which]) && sameFamily(pair.left.evidence, pair.right.evidence))
      used.set(pair[which].index, pair[otherSide(which)].evidence);
  }
  if (modifiedField !== null) used.set(side.header.indexOf(modifiedField), undefined);
  return side.header.flatMap((name, index) => {
    const field = used.has(index) ? declared(name, side.columns[index], used.get(index), side) : null;
    return field === null ? [] : [field];
  });
}

/** Are a column's digits no numbers, by its name? */
export const holdsCodes = ({ meaning }: Candidate): boolean =>
  meaning.senses.some(({ concept }) => CODES.has(concept));

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
      const decimal = guess.decimal ?? signOf(evidence, other, side)?.decimal ?? null;
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

/** The sign a column of fractions has, for all to see; null where it has none. */
function ownSign({ type, guess, makeup }: ColumnEvidence): '.' | ',' | null {
  if (guess.form === 'number') return guess.decimal;
  return type === 'number' && makeup?.amounts?.every(Number.isInteger) === false ? '.' : null;
}

/** The sign of a column that can be read two ways; null where nothing tells it (RD12). */
export function signOf(
  evidence: ColumnEvidence | undefined,
  other: ColumnEvidence | undefined,
  { columns, delimiter }: SuggestSide,
): SignTold | null {
  const open = evidence?.facts.numbers ?? null;
  if (open === null) return null;
  const known = other?.facts.numbers ?? null;
  const told = known === null ? null : signByOther(open, known);
  if (told !== null) return { decimal: told, by: 'other-side' };
  const signs = new Set(columns.map(ownSign));
  signs.delete(null);
  const [sign] = signs;
  if (signs.size === 1 && sign !== undefined && sign !== null) return { decimal: sign, by: 'columns' };
  // Spreadsheets part cells by a semicolon where the comma is the decimal sign.
  return signs.size === 0 && delimiter === ';' ? { decimal: ',', by: 'delimiter' } : null;
}
