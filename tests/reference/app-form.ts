import type { FieldDef } from '../../src/lib/engine/model/field.ts';
import type { Tools } from '../../src/lib/engine/tools.ts';
import { normalised } from './normalise.ts';
import { caseFold, comparisonText, isBlank, readDate, readNumber } from './values.ts';

/** BL4: what the texts of a field are. */
export type Format = 'email' | 'phone' | 'web-address' | 'domain' | 'text';

/** BL4: "told from nine tenths of the filled cells of both sides". */
export function formatOfCells(cells: readonly string[]): Format {
  const formats = cells.filter((text) => !isBlank(text)).map(formatOfCell);
  const share = (...wanted: readonly Format[]): boolean =>
    formats.length > 0 && formats.filter((one) => wanted.includes(one)).length >= formats.length * 0.9;
  if (share('email')) return 'email';
  if (share('phone')) return 'phone';
  if (share('domain')) return 'domain';
  return share('domain', 'web-address') ? 'web-address' : 'text';
}

function formatOfCell(text: string): Format {
  const mail = normalised(text, { left: '', right: '', normalize: ['email'], country: null }, NO_TOOLS);
  const [local, host, more] = mail.split('@');
  if (more === undefined && local !== undefined && host !== undefined) {
    const isClean = !/[\s<>()",;]/.test(mail) && local !== '';
    if (isClean && /^[^.].*\.[^.]+$/.test(host)) return 'email';
  }
  const cell = text.trim();
  if (canBePhone(cell)) return 'phone';
  const bare = cell.replace(/^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/)?/i, '');
  const [whole = ''] = bare.split(/[/?#]/);
  const labels = whole.replace(/:\d+$/, '').split('.');
  const isHost =
    labels.length > 1 &&
    labels.every((label) => /^[\p{L}\p{Nd}-]+$/u.test(label) && !/^-|-$/.test(label)) &&
    /^\p{L}{2,}$/u.test(labels.at(-1) ?? '');
  if (!isHost || /\s/.test(bare)) return 'text';
  return cell === labels.join('.') ? 'domain' : 'web-address';
}

/** Digits with the signs of phones; no amount, no day. */
function canBePhone(text: string): boolean {
  const cell = text.trim();
  const digits = [...cell].filter((sign) => '0123456789'.includes(sign)).length;
  if (!/^\+?[\d\s()./-]+$/.test(cell) || digits < 5) return false;
  if (digits === cell.length) return digits >= 7;
  const isNumber = readNumber(cell, '.') !== null || readNumber(cell, ',') !== null;
  if (isNumber) return cell.startsWith('+');
  return (['ymd', 'dmy', 'mdy'] as const).every((order) => readDate(cell, order) === null);
}

/** The e-mail normaliser asks for none. */
const NO_TOOLS = {} as Tools;

/** S220: the format and the country of a field, of the other one of the mapping where it declares none. */
export function declaredOf(own: FieldDef | null, other: FieldDef | null) {
  const said = [own, other];
  const format = said.map((def) => def?.format).find((one) => one !== undefined);
  const country = said.map((def) => def?.country).find((one) => one !== undefined && one !== null);
  return { format: format ?? null, country: country ?? null };
}

/** BL4: has `v` the form of `to`? */
export function hasForm(
  format: Format,
  to: string,
  v: string,
  tools: Tools,
  country: string | null = null,
): boolean {
  if (isBlank(to) || isBlank(v)) return false;
  const alike = (form: (text: string) => string): boolean => form(to) !== '' && form(to) === form(v);
  switch (format) {
    case 'email':
    case 'domain':
      return alike((text) =>
        normalised(text, { left: '', right: '', normalize: [format], country: null }, tools),
      );
    case 'phone': {
      const [one, other] = [tools.phone(to, country), tools.phone(v, country)];
      const bare = (text: string): string =>
        (text.trim().startsWith('+') ? '+' : '') + [...text].filter((sign) => /\p{Nd}/u.test(sign)).join('');
      return (one !== null && one === other) || (canBePhone(to) && canBePhone(v) && bare(to) === bare(v));
    }
    case 'web-address':
      return alike((text) => {
        const bare = comparisonText(text).replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\//i, '');
        const [host = ''] = bare.split(/[/?#]/);
        const rest = bare.slice(host.length);
        return host.toLowerCase().replace(/^www\./, '') + (rest.endsWith('/') ? rest.slice(0, -1) : rest);
      });
    case 'text':
      return alike((text) =>
        caseFold(
          [...comparisonText(text).replaceAll('&amp;', '&')]
            .filter((sign) => !'\u200b\u200c\u200d\u2060\ufeff\u00ad'.includes(sign))
            .map((sign) => {
              if ('‘’‚‛′'.includes(sign)) return "'";
              if ('“”„‟″'.includes(sign)) return '"';
              return '‐‑‒–—―−'.includes(sign) ? '-' : sign;
            })
            .join('')
            .replace(/\s+/g, ' '),
        ).trim(),
      );
    default:
      return format satisfies never;
  }
}
