import type { KeyField, NormalizerName } from '../../src/lib/engine/model/design.ts';
import type { Tools } from '../../src/lib/engine/tools.ts';
import { caseFold } from './values.ts';

/** MA12: a cell through the normalisers of its key field, in order; blank gives blank. */
export function normalised(cell: string, field: KeyField, tools: Tools): string {
  let value = cell;
  for (const name of field.normalize) value = normalise(value, name, field.country, tools);
  return value;
}

function normalise(cell: string, name: NormalizerName, country: string | null, tools: Tools): string {
  const text = cell.trim().normalize('NFC');
  if (text === '') return '';
  switch (name) {
    case 'text':
      return text;
    case 'name':
      return foldName(text);
    case 'name-no-diacritics':
      return withoutDiacritics(foldName(text)).trim();
    case 'name-no-legal-form':
      return withoutLegalForm(foldName(text));
    // KW9: "no `@`".
    case 'email':
      return emailOf(text).includes('@') ? emailOf(text) : '';
    case 'domain':
      return domainOf(text, tools);
    case 'phone':
      return canBePhone(text) ? (tools.phone(text, country) ?? text) : '';
    case 'salesforce-id':
      return salesforceId(text);
    default:
      return name satisfies never;
  }
}

const foldName = (text: string): string => caseFold(text.replace(/\s+/g, ' ')).trim();

/** S14. */
export function withoutDiacritics(name: string): string {
  const letters: Record<string, string> = {
    ø: 'o',
    æ: 'ae',
    å: 'a',
    œ: 'oe',
    ß: 'ss',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ł: 'l',
    ı: 'i',
  };
  const bare = name.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return [...bare]
    .map((letter) => letters[letter] ?? letters[letter.toLowerCase()]?.toUpperCase() ?? letter)
    .join('');
}

const LEGAL_FORMS = new Set(
  (
    'as asa aps a/s ab bv nv spa srl gmbh ag ltd limited inc llc llp plc corp sarl sa sas oy oyj kg ug sl bvba ' +
    'vof hf ehf ans da ks is i/s k/s'
  ).split(' '),
);

/** S14. */
export function withoutLegalForm(name: string): string {
  const words = name.split(' ');
  while (words.length > 1 && LEGAL_FORMS.has((words.at(-1) ?? '').replace(/[./,]/g, '').toLowerCase()))
    words.pop();
  return words.join(' ').replace(/,$/, '').trim();
}

/** S15; `text` is trimmed and NFC. */
export function emailOf(text: string): string {
  let mail = text;
  if (mail.endsWith('>') && mail.includes('<')) mail = mail.slice(mail.lastIndexOf('<') + 1, -1).trim();
  if (/^mailto:/i.test(mail)) mail = (mail.slice('mailto:'.length).split('?')[0] ?? '').trim();
  return mail.toLowerCase();
}

/** S16; `text` is trimmed and NFC. */
function domainOf(text: string, tools: Tools): string {
  let host = text.toLowerCase().replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\//, '');
  host = host.split(/[/?#]/)[0] ?? '';
  host = host.slice(host.lastIndexOf('@') + 1);
  host = host
    .replace(/:\d*$/, '')
    .replace(/\.$/, '')
    .replace(/^www\./, '');
  // KW9: "no host with a dot".
  host = host.trim();
  return host.includes('.') ? (tools.hostToAscii(host) ?? host).trim() : '';
}

/** KW9: "fewer than five digits, or one digit repeated". */
function canBePhone(text: string): boolean {
  const digits = [...text].filter((letter) => /\p{Nd}/u.test(letter));
  return digits.length >= 5 && new Set(digits).size > 1;
}

/** S18. */
export function salesforceId(id: string): string {
  if (!/^(?:[A-Za-z0-9]{15}|[A-Za-z0-9]{18})$/.test(id)) return id;
  const body = id.slice(0, 15);
  let suffix = '';
  for (let block = 0; block < 3; block++) {
    let bits = 0;
    for (let i = 0; i < 5; i++) if (/[A-Z]/.test(body[block * 5 + i] ?? '')) bits |= 1 << i;
    suffix += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'[bits] ?? '';
  }
  return id.length === 18 && id.slice(15).toUpperCase() !== suffix ? id : body + suffix;
}

/** S12. */
export function isValidEmail(cell: string, tools: Tools): boolean {
  const mail = cell.trim() === '' ? '' : emailOf(cell.trim().normalize('NFC'));
  const parts = mail.split('@');
  const [local = '', domain = ''] = parts;
  if (parts.length !== 2 || [...mail].length > 254 || [...local].length > 64) return false;
  const atom = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\u{10ffff}-]+$/u;
  if (!local.split('.').every((part) => atom.test(part))) return false;
  const labels = domain.split('.');
  const label = /^(?!-)[A-Za-z0-9\u0080-\u{10ffff}-]{1,63}(?<!-)$/u;
  if (labels.length < 2 || !labels.every((part) => label.test(part))) return false;
  const last = tools.hostToAscii(labels.at(-1) ?? '');
  return last !== null && tools.tlds.has(last.toLowerCase());
}
