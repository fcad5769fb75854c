import type { FieldType } from '../../src/lib/engine/model/field.ts';
import type { Random } from './random.ts';

/** What a record of a random world can say; a field of each on either side. */
export const ATTRIBUTES = [
  'email',
  'name',
  'company',
  'domain',
  'phone',
  'code',
  'amount',
  'day',
  'moment',
  'flag',
  'stage',
  'tags',
  'note',
] as const;

export type Attribute = (typeof ATTRIBUTES)[number];

/** East and west of UTC, by whole hours and not, with summer time and without (TZ1). */
export const ZONES = ['Europe/Oslo', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'] as const;

/** The type an attribute has where a schema tells the truth about it. */
export const NATURAL_TYPE: Readonly<Record<Attribute, FieldType>> = {
  email: 'text',
  name: 'text',
  company: 'text',
  domain: 'text',
  phone: 'text',
  code: 'text',
  amount: 'number',
  day: 'date',
  moment: 'datetime',
  flag: 'boolean',
  stage: 'single-select',
  tags: 'multi-select',
  note: 'long-text',
};

/** How the file of one side writes its values. */
export interface Style {
  readonly decimal: '.' | ',';
  readonly order: 'ymd' | 'dmy' | 'mdy';
}

/** A meaning: an attribute's values are told apart by a small number. */
export type Meaning = number;

const NAMES = ['Åse Nyhus', 'Jürgen Groß', 'Ola', 'O’Brien', '田中', 'Łucja', 'Bjørn Dahl', 'Ana Ibáñez'];
const COMPANIES = ['Acme', 'Blåbær', 'Café Nord', 'Delta', 'Ekko & Sønn'];
const FORMS = ['', ' AS', ' A/S', ', Inc.', ' GmbH', ' Oy', ' a.s.'];
export const OPTIONS = [
  { value: 'new', label: 'New lead' },
  { value: 'open', label: 'Åpen' },
  { value: 'won', label: 'Closed - Won' },
  { value: 'lost', label: 'Lost' },
  { value: 'x5', label: 'Open' },
];

/** How many meanings an attribute has for so many records: few, so that records collide. */
export const meanings = (attribute: Attribute, records: number): number =>
  attribute === 'email' || attribute === 'code' || attribute === 'phone'
    ? Math.max(3, Math.ceil(records * 1.4))
    : attribute === 'name' || attribute === 'company' || attribute === 'domain'
      ? Math.max(3, Math.ceil(records * 0.8))
      : 5;

/** A cell that says `meaning`; `plain` in its usual form, else in one of the forms files have. `tag` sets pools apart. */
export function render(
  attribute: Attribute,
  meaning: Meaning,
  style: Style,
  plain: boolean,
  tag: string,
  random: Random,
): string {
  const form = plain ? 0 : 1 + random.int(4);
  const text = rendered(attribute, meaning, style, form, tag, random);
  return plain ? text : random.pick([text, text, text, ` ${text}`, `${text}\u00a0`]);
}

function rendered(
  attribute: Attribute,
  meaning: Meaning,
  style: Style,
  form: number,
  tag: string,
  random: Random,
): string {
  const pick = <T>(list: readonly T[]): T => list[form % list.length] as T;
  const nth = <T>(list: readonly T[]): T => list[meaning % list.length] as T;
  const round = Math.floor(meaning / 5);
  switch (attribute) {
    case 'email': {
      const mail = `p${tag}${String(meaning)}@${meaning % 2 === 0 ? 'acme.no' : 'blåbær.com'}`;
      return pick([mail, mail.toUpperCase(), `mailto:${mail}`, `Per <${mail}>`, mail.normalize('NFD')]);
    }
    case 'name': {
      const name = `${nth(NAMES)}${tag}${meaning >= NAMES.length ? String(meaning) : ''}`;
      return pick([
        name,
        name.toUpperCase(),
        name.normalize('NFD'),
        name.replace(' ', '  '),
        name.toLowerCase(),
      ]);
    }
    case 'company': {
      const company = `${nth(COMPANIES)}${tag}${round > 0 ? String(round) : ''}`;
      return form === 0 ? company : pick([company, company.toUpperCase()]) + random.pick(FORMS);
    }
    case 'domain': {
      const host = `d${tag}${String(meaning)}.${meaning % 3 === 0 ? 'blåbær.no' : 'io'}`;
      return pick([
        host,
        `https://www.${host}/om`,
        `${host.toUpperCase()}.`,
        `http://me@${host}:80?x`,
        `//${host}`,
      ]);
    }
    case 'phone': {
      const digits = `${tag === '' ? '22' : '33'}${String(meaning).padStart(2, '0')}1234`;
      const spaced = digits.replace(/(..)(?=.)/g, '$1 ');
      return pick([`+47${digits}`, digits, spaced, `0047 ${spaced}`, `+47 ${spaced}`]);
    }
    case 'code': {
      const code = `${tag}Ab${String(meaning)}-æ`;
      return pick([code, code.toLowerCase(), code.normalize('NFD'), code, `${code}\t`]);
    }
    case 'amount': {
      const value = nth(['0', '1000', '1234.5', '-12', '7']);
      return inStyle(value, style, form);
    }
    case 'day': {
      const [year, month, day] = nth([
        ['2024', '02', '29'],
        ['2024', '03', '01'],
        ['1999', '12', '31'],
        ['2025', '10', '05'],
        ['2024', '05', '10'],
      ]) as [string, string, string];
      const parts = { ymd: [year, month, day], dmy: [day, month, year], mdy: [month, day, year] }[
        style.order
      ];
      const short = parts.map((part) => part.replace(/^0/, ''));
      const iso = `${year}-${month}-${day}`;
      return pick([iso, parts.join('.'), short.join('/'), `${iso} 00:00`, `${iso}T22:30:00Z`]);
    }
    case 'moment': {
      const day = nth(['2024-02-29', '2024-03-01', '1999-12-31', '2025-10-05', '2024-05-10']);
      const time = meaning % 2 === 0 ? '00:00' : '13:45';
      return pick([
        `${day}T${time}:00Z`,
        `${day} ${time}`,
        `${day}T${time}:00.000+00:00`,
        meaning % 2 === 0 ? day : `${day} 1:45 PM`,
        meaning % 2 === 0 ? `${day}T02:00+0200` : `${day}T11:45:00.250-02`,
      ]);
    }
    case 'flag':
      return meaning % 2 === 0
        ? pick(['true', 'TRUE', 'yes', '1', 'On'])
        : pick(['false', 'No', 'n', '0', 'off']);
    case 'stage': {
      const option = nth(OPTIONS);
      return pick([
        option.value,
        option.label,
        option.label.toUpperCase(),
        option.value,
        option.label.toLowerCase(),
      ]);
    }
    case 'tags': {
      const [one, other] = [
        nth(OPTIONS),
        OPTIONS[(meaning + 1 + (meaning % 3)) % OPTIONS.length] ?? nth(OPTIONS),
      ];
      return pick([
        `${one.value};${other.value}`,
        `${other.label}; ${one.value}`,
        `${one.value};;${other.label.toUpperCase()}`,
        `${other.value} ;${one.label};${one.value}`,
        `${one.value};${other.value}`,
      ]);
    }
    case 'note': {
      const note = nth([
        `alpha${tag}`,
        `beta${tag}, long text`,
        `γ🙂${tag}`,
        `two${tag}\nlines`,
        `N/A${tag}`,
      ]);
      return pick([note, note.toUpperCase(), note.replace('\n', '\r\n'), note.normalize('NFD'), note]);
    }
    default:
      return attribute satisfies never;
  }
}

function inStyle(value: string, style: Style, form: number): string {
  const [whole = '', fraction] = value.replace('-', '').split('.');
  const sign = value.startsWith('-') ? '-' : '';
  const group = style.decimal === '.' ? ',' : '.';
  const grouped = whole.replace(/(\d)(?=(\d{3})+$)/g, `$1${form === 2 ? ' ' : group}`);
  const tail = fraction === undefined ? '' : style.decimal + fraction;
  switch (form) {
    case 1:
    case 2:
      return sign + grouped + tail;
    case 3:
      return `${sign}${whole}${tail === '' ? style.decimal : tail}00`;
    case 4:
      return value.includes('.') ? `${sign}${whole}${tail}` : `${value}e0`;
    default:
      return sign + whole + tail;
  }
}

/** A cell that is not of its attribute's type, or only odd. */
export const junk = (tag: string, random: Random): string =>
  random.pick([`${tag}n/a`, `-${tag}`, `?${tag} ?`, `mangler ø${tag}`, `x${tag}@`, `${tag}0x1F`]);
