/** Lines that only a report's footer has, in any language; the name of a company alone is none. */
const FOOTER =
  /copyright\s*(?:\(c\)|©|\d{4})|(?:\(c\)|©|\d{4}).*\bsalesforce\b|\bsalesforce\b.*\binc\b.*(?:©|\d{4})|^confidential information\b/i;

/** One filled cell; a sentence that its commas cut is one, since blanks follow them. */
export const isOneText = (cells: readonly string[]): boolean =>
  cells.filter((cell, at) => cell.trim() !== '' && (at === 0 || !cell.startsWith(' '))).length === 1;

/** A notice in a row of its own (RD5). */
export const isFooter = (cells: readonly string[]): boolean =>
  isOneText(cells) && FOOTER.test(cells.join(' ').trim().slice(0, 400));
