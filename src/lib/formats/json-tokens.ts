/** The tokens of JSON, by walking: a pattern would go back over a long text and run out of stack. */

export function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
}

/** The end of the text in quotes that begins at `at`; null where it is none. */
export function endOfText(text: string, at: number): number | null {
  let i = at + 1;
  for (;;) {
    const unit = text.charCodeAt(i++);
    if (unit === QUOTE) return i;
    if (Number.isNaN(unit) || unit < 0x20) return null;
    if (unit !== BACKSLASH) continue;
    const escaped = text[i++] ?? '';
    if (escaped === 'u') {
      if (!/^[\da-fA-F]{4}$/.test(text.slice(i, i + 4))) return null;
      i += 4;
    } else if (!'"\\/bfnrt'.includes(escaped) || escaped === '') return null;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** The end of the number, `true`, `false` or `null` that begins at `at`; null where it is none. */
export function endOfPlain(text: string, at: number): number | null {
  for (const word of ['true', 'false', 'null'])
    if (text.startsWith(word, at)) return isWordUnit(text, at + word.length) ? null : at + word.length;
  let end: number | null = text[at] === '-' ? at + 1 : at;
  end = text[end] === '0' ? end + 1 : endOfDigits(text, end);
  if (end !== null && text[end] === '.') end = endOfDigits(text, end + 1);
  if (end !== null && (text[end] === 'e' || text[end] === 'E')) {
    const signed = text[end + 1] === '+' || text[end + 1] === '-';
    end = endOfDigits(text, end + (signed ? 2 : 1));
  }
  if (end === null || isWordUnit(text, end)) return null;
  return '.+-'.includes(text[end] ?? ' ') ? null : end;
}

/** The end of one digit or more. */
function endOfDigits(text: string, at: number): number | null {
  let end = at;
  while (isDigit(text, end)) end++;
  return end === at ? null : end;
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x30 && unit <= 0x39;
}

const isWordUnit = (text: string, at: number): boolean => /^\w$/.test(text[at] ?? '');
