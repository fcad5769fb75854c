import { domainToASCII } from 'node:url';

/**
 * Ids, phones, domains and dates of the invented records. Domains lie under names reserved by RFC 2606
 * (`example.com`) or that registries keep for examples, so no mail can reach anybody.
 */

/** HubSpot's record ids are plain numbers. */
export const hubspotId = (object, n) => String(HUBSPOT_FROM[object] + n * 37 + 11);

const HUBSPOT_FROM = { company: 18_200_000_000, contact: 51_400_000_000, deal: 27_900_000_000 };
const SALESFORCE_PREFIX = { company: '001', contact: '003', deal: '006' };

const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const CHECK = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Salesforce's 18 characters: prefix, organisation, number, and three that carry the case of the rest. */
export function salesforceId(object, n) {
  let rest = n * 53 + 7;
  let number = '';
  for (let i = 0; i < 7; i++) {
    number = BASE62[rest % 62] + number;
    rest = Math.floor(rest / 62);
  }
  const short = `${SALESFORCE_PREFIX[object]}Qz000${number}`;
  let check = '';
  for (let part = 0; part < 3; part++) {
    let bits = 0;
    for (let i = 0; i < 5; i++) if (/[A-Z]/.test(short[part * 5 + i])) bits |= 1 << i;
    check += CHECK[bits];
  }
  return short + check;
}

/** ASCII letters for a domain or an address. */
export const slug = (text) =>
  text
    .toLowerCase()
    .replace(/ø|ö/g, 'o')
    .replace(/æ|ä/g, 'ae')
    .replace(/å/g, 'a')
    .replace(/ü/g, 'u')
    .replace(/ë/g, 'e') // prettier-ignore
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

export const asciiHost = (host) => domainToASCII(host);

/**
 * A phone number nobody has: Sweden, Germany and the UK from the ranges their regulators keep for film and radio
 * (PTS, BNetzA, Ofcom), Norway and Denmark from a first digit (1) that no subscriber number there starts with.
 */
export function phoneOf(random, country) {
  const digits = (n) => String(random.below(10 ** n)).padStart(n, '0');
  switch (country) {
    case 'Norway': return ['47', `1${digits(1)} ${digits(2)} ${digits(2)} ${digits(2)}`]; // prettier-ignore
    case 'Denmark': return ['45', `1${digits(1)} ${digits(2)} ${digits(2)} ${digits(2)}`]; // prettier-ignore
    case 'Sweden': return ['46', `8 465 004 ${digits(2)}`]; // prettier-ignore
    case 'Germany': return ['49', `30 23125 ${digits(3)}`]; // prettier-ignore
    default:
      return ['44', `20 7946 0${digits(3)}`];
  }
}

/** The number as people write it. */
export const fullPhone = ([code, number]) => `+${code} ${number}`;
export const zeroPhone = ([code, number]) => `00${code}${number.replaceAll(' ', '')}`;
export const nationalPhone = ([, number]) => number.replaceAll(' ', '');

const pad = (n, length = 2) => String(n).padStart(length, '0');

/** Minutes after the start of 2025 as HubSpot's export writes them. */
export function hubspotTime(minutes) {
  const at = new Date(Date.UTC(2025, 0, 1) + minutes * 60_000);
  return `${at.toISOString().slice(0, 10)} ${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}`;
}

/** The same instant as Salesforce's export writes it. */
export function salesforceTime(minutes) {
  const at = new Date(Date.UTC(2025, 0, 1) + minutes * 60_000);
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** The same instant as clocks in Oslo show it, without saying so: an hour ahead, two in summer. */
export function osloTime(minutes) {
  const at = Date.UTC(2025, 0, 1) + minutes * 60_000;
  const summer = at >= Date.UTC(2025, 2, 30, 1) && at < Date.UTC(2025, 9, 26, 1);
  return hubspotTime(minutes + (summer ? 120 : 60));
}

/** [year, month, day] as each side writes it. */
export const nordicDate = ([y, m, d]) => `${pad(d)}.${pad(m)}.${String(y)}`;
export const isoDate = ([y, m, d]) => `${String(y)}-${pad(m)}-${pad(d)}`;

/** UTF-8 read as windows-1252, the commonest damage of a file that went through a spreadsheet. */
export const mojibake = (text) =>
  [...Buffer.from(text, 'utf8')]
    .map((byte) => (byte < 0x80 || byte > 0x9f ? String.fromCharCode(byte) : '?'))
    .join('');
