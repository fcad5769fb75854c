/** Everything below U+0300 is its own NFC, so most cells need no look-up. */
const MAY_CHANGE = /[\u0300-\uffff]/;
const NOT_ASCII = /[\u0080-\uffff]/;
const MAY_CHANGE_OR_CR = /[\u0300-\uffff\r]/;

/** Trimmed NFC text: the normaliser `text` (S14). */
export function plainText(text: string): string {
  const cell = text.trim();
  return MAY_CHANGE.test(cell) ? cell.normalize('NFC') : cell;
}

/** Case-fold: upper, lower, NFC; never by locale (S13). */
export function caseFold(text: string): string {
  return NOT_ASCII.test(text) ? text.toUpperCase().toLowerCase().normalize('NFC') : text.toLowerCase();
}

/** Case-fold of the trimmed NFC text (S13). */
export const foldText = (text: string): string => caseFold(plainText(text));

/** Comparison text of a cell: trimmed, NFC, line ends as LF (S2). */
export function comparisonText(text: string): string {
  const cell = text.trim();
  return MAY_CHANGE_OR_CR.test(cell) ? cell.normalize('NFC').replace(/\r\n?/g, '\n') : cell;
}
