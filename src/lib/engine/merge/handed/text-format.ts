import { readUtf8 } from '../../bytes/utf8.ts';
import { isBlankValue, valueCount, type Column } from '../../model/column.ts';
import { SIDES, type Both } from '../../model/side.ts';
import { readDate } from '../../read/date.ts';
import { normalizeEmail } from '../../read/normal-email.ts';
import { readNumber } from '../../read/number.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../../run/steps.ts';

/** What a field of text holds, by which its forms go (BL4). */
export type TextFormat = 'email' | 'phone' | 'web-address' | 'domain' | 'text';

/** The format at least nine tenths of the filled cells of both sides have (BL4); `text` where none is. */
export function* textFormat(columns: Both<Column>): Steps<TextFormat> {
  const found: Record<TextFormat, number> = { email: 0, phone: 0, 'web-address': 0, domain: 0, text: 0 };
  let filled = 0;
  for (const side of SIDES) {
    const column = columns[side];
    const rows = yield* rowsByValue(column);
    for (let value = 0; value < valueCount(column); value++) {
      if (value % TEXT_SLICE === TEXT_SLICE - 1)
        yield { what: 'compare', done: value, total: valueCount(column) };
      if (isBlankValue(column, value)) continue;
      const cells = rows === null ? 1 : rows[value]!;
      filled += cells;
      found[formatOf(readUtf8(column.bytes, column.offsets[value]!, column.offsets[value + 1]!))] += cells;
    }
  }
  const isMost = (cells: number): boolean => filled > 0 && cells * 10 >= filled * 9;
  if (isMost(found.email)) return 'email';
  if (isMost(found.phone)) return 'phone';
  // A host alone is a web address too where others have a scheme or a path.
  if (isMost(found.domain)) return 'domain';
  return isMost(found['web-address'] + found.domain) ? 'web-address' : 'text';
}

/** Rows a dictionary's value has; null where every row has its own. */
function* rowsByValue({ codes, offsets }: Column): Steps<Uint32Array | null> {
  if (codes === null) return null;
  const rows = new Uint32Array(offsets.length - 1);
  yield* inSlices('compare', codes.length, (from, to) => {
    for (let row = from; row < to; row++) rows[codes[row]!]!++;
  });
  return rows;
}

export function formatOf(text: string): TextFormat {
  if (EMAIL.test(normalizeEmail(text))) return 'email';
  const cell = text.trim();
  if (isPhoneText(cell)) return 'phone';
  if (HOST.test(cell)) return 'domain';
  return WEB_ADDRESS.test(cell) ? 'web-address' : 'text';
}

/** Digits as phones are written, and no date or number with a sign between its digits: those signs carry meaning. */
export function isPhoneText(text: string): boolean {
  const cell = text.trim();
  if (!PHONE.test(cell)) return false;
  const isBare = /^\d+$/.test(cell);
  if (isBare || cell.replace(/\D/g, '').length < 5) return isBare && cell.length >= 7;
  if (DECIMALS.some((decimal) => readNumber(cell, decimal) !== null)) return cell.startsWith('+');
  return ORDERS.every((order) => readDate(cell, order) === null);
}

const DECIMALS = ['.', ','] as const;
const ORDERS = ['ymd', 'dmy', 'mdy'] as const;

const EMAIL = /^[^\s@<>()",;]+@[^\s@<>()",;]+\.[^\s@<>()",;.]+$/;
const PHONE = /^\+?[\d\s()./\u00a0-]+$/;
const LABEL = '[\\p{L}\\p{Nd}](?:[\\p{L}\\p{Nd}-]*[\\p{L}\\p{Nd}])?';
const HOST = new RegExp(`^(?:${LABEL}\\.)+\\p{L}{2,}$`, 'u');
const WEB_ADDRESS = new RegExp(
  `^(?:[a-z][a-z0-9+.-]*:)?(?://)?(?:${LABEL}\\.)+\\p{L}{2,}(?::\\d+)?(?:[/?#]\\S*)?$`,
  'iu',
);
