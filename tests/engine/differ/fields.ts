import type { DifferClass } from '../../../src/lib/engine/index.ts';
import type { Random } from '../../reference/random.ts';

/** Over 300 lines: one table, a maker a kind of field. */

/** A field whose pairs differ in a class that is known; what is not meant to differ is equal. */
export interface KnownField {
  readonly is: DifferClass;
  readonly pairs: readonly (readonly [left: string, right: string])[];
  /** Declared members of both sides, where the field has a type. */
  readonly type?: 'number' | 'date' | 'datetime';
}

const PEOPLE = [
  'Åse Nyhus',
  'Bjørn Dahl',
  'Ana Ibáñez',
  'Jürgen Groß',
  'Łucja Żak',
  'Siân Œuvre',
  'Søren Kjær',
];
const FIRMS = ['Fjell Bygg', 'Blåbær Data', 'Café du Nord', 'Ekko Sønner', 'Kvist Maskin', 'Møller Rør'];
const DOMAINS = ['fjell.no', 'blaabaer.com', 'nord.fr', 'ekko.dk', 'kvist.se'];
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const two = (n: number): string => String(n).padStart(2, '0');
const mojibake = (text: string): string =>
  [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)).join('');

type Make = (random: Random, i: number) => readonly [string, string];

const firm = (random: Random, i: number): string => `${random.pick(FIRMS)} ${String(i)}`;
const person = (random: Random, i: number): string =>
  `${random.pick(PEOPLE)} ${String.fromCharCode(97 + (i % 26))}xe`;
const mail = (random: Random, i: number): string => `p.n${String(i)}@${random.pick(DOMAINS)}`;
const number8 = (random: Random): string =>
  `${String(2 + random.int(7))}${String(1_000_000 + random.int(8_999_999))}`;
const day = (random: Random): readonly [number, number, number] => [
  2001 + random.int(24),
  1 + random.int(12),
  13 + random.int(15),
];

const MAKERS: readonly (readonly [DifferClass, Make, KnownField['type']?])[] = [
  [
    'placeholder',
    (random, i) => [firm(random, i), random.pick(['N/A', '-', 'unknown', '[not provided]', 'keine Angabe'])],
  ],
  ['placeholder', (random, i) => [random.pick(['none', 'TBD', '?', 'ukjent']), mail(random, i)]],
  [
    'damaged',
    (random, i) => {
      const a = `${random.pick(PEOPLE.slice(0, 4))} ${String(i)}`;
      return [a, mojibake(a)];
    },
  ],
  ['damaged', (random, i) => [`Blåbær ${String(i)}`, `Bl\ufffdb\ufffdr ${String(i)}`]],
  [
    'damaged',
    (random) => {
      const n = `47${number8(random)}1`;
      return [n, `${n[0]!}.${n.slice(1, 3)}E+10`];
    },
  ],
  [
    'damaged',
    (random) => {
      const [a, b, c] = [100 + random.int(899), 100 + random.int(899), 1000 + random.int(8999)];
      return [`+1-${String(a)}-${String(b)}-${String(c)}`, String(1 - a - b - c)];
    },
  ],
  [
    'damaged',
    (random) => {
      const n = number8(random);
      return [`00${n}`, n];
    },
  ],
  [
    'damaged',
    (random, i) => {
      const a = firm(random, i);
      return [`'${a}`, a];
    },
  ],
  ['damaged', (random, i) => [`M?ller ${String(i)}`, `Møller ${String(i)}`]],
  [
    'damaged',
    (random) => {
      const [y, m, d] = day(random);
      const days = Date.UTC(y, m - 1, d) / 86_400_000 + random.pick([25_569, 25_569, 24_107]);
      return [`${two(d)}.${two(m)}.${String(y)}`, `${String(days)}${random.pick(['', '.5'])}`];
    },
  ],
  [
    'damaged',
    (random) => {
      const n = `47${number8(random)}`;
      return [
        `${n}.0`,
        random.pick([`+${n}`, `+47 ${n.slice(2)}`, `(+47) ${n.slice(2, 5)} ${n.slice(5)}`, `00${n}`]),
      ];
    },
  ],
  [
    'damaged',
    (random) => {
      const n = `${number8(random)}${number8(random)}${String(1 + random.int(9))}`;
      return random.chance(0.5) ? [n, `${n.slice(0, 15)}00`] : [`${n}21`, `${n.slice(0, 16)}000`];
    },
  ],
  [
    'case',
    (random, i) => {
      const a = firm(random, i);
      return [a, a.toUpperCase()];
    },
  ],
  [
    'case',
    (random, i) => {
      const a = mail(random, i);
      return [a, a.charAt(0).toUpperCase() + a.slice(1)];
    },
  ],
  [
    'spaces',
    (random, i) => {
      const a = firm(random, i);
      return [a, a.replace(' ', random.pick(['  ', '\u00a0', ' \u200b']))];
    },
  ],
  ['punctuation', (random, i) => [`Kvist, Dahl ${String(i)} Inc.`, `Kvist Dahl ${String(i)} Inc`]],
  [
    'punctuation',
    (random, i) => {
      const a = `Anne${random.pick(['-', '–'])}Marie O’Hara ${String(i)}`;
      return [a, `Anne Marie OHara ${String(i)}`];
    },
  ],
  ['diacritics', (random, i) => [`Blåbær Crème ${String(i)}`, `Blabaer Creme ${String(i)}`]],
  [
    'email',
    (random, i) => {
      const a = mail(random, i);
      return [random.pick([`Ola N <${a}>`, `mailto:${a}`]), a];
    },
  ],
  [
    'phone',
    (random) => {
      const n = number8(random);
      return [`+47${n}`, `${n.slice(0, 2)} ${n.slice(2, 4)} ${n.slice(4, 6)} ${n.slice(6)}`];
    },
  ],
  [
    'phone',
    (random) => {
      const n = `22${number8(random).slice(2)}`;
      return [`+47 ${n.slice(0, 2)} ${n.slice(2)}`, `0047${n}`];
    },
  ],
  ['web-address', (random, i) => [`https://www.Firma${String(i)}.no/`, `firma${String(i)}.no`]],
  ['web-address', (_, i) => [`http://shop${String(i)}.com/om`, `https://shop${String(i)}.com/om/`]],
  [
    'html',
    (random, i) => [`<p>Møte &amp; lunsj<br/>${String(i)} deltok</p>`, `Møte & lunsj ${String(i)} deltok`],
  ],
  ['list-order', (random, i) => [`red;green ${String(i)};blue`, `blue;red;green ${String(i)}`]],
  [
    'date-form',
    (random) => {
      const [y, m, d] = day(random);
      return [`${String(y)}-${two(m)}-${two(d)}`, `${two(d)}.${two(m)}.${String(y)}`];
    },
  ],
  [
    'date-form',
    (random) => {
      const [y, m, d] = day(random);
      return [`${two(m)}/${two(d)}/${String(y)}`, `${two(d)}/${two(m)}/${String(y)}`];
    },
  ],
  [
    'date-form',
    (random) => {
      const [y, m, d] = day(random);
      return [`${String(y)}-${two(m)}-${two(d)}`, `${String(d)} ${MONTHS[m - 1]!} ${String(y)}`];
    },
  ],
  [
    'date-form',
    (random) => {
      const [y, m, d] = day(random);
      return [`${String(y)}-${two(m)}-${two(d)}`, `${two(d)}/${two(m)}/${two(y % 100)}`];
    },
  ],
  [
    'date-form',
    (random) => {
      const [y, m, d] = day(random);
      // Nobody born in 1962 was born in 2062.
      return [`${String(y - 65)}-${two(m)}-${two(d)}`, `${two(d)}.${two(m)}.${two((y - 65) % 100)}`];
    },
  ],
  [
    'date-form',
    (random) => {
      const [y, m, d] = day(random);
      const [h, min] = [1 + random.int(11), two(random.int(60))];
      return [
        `${String(y)}-${two(m)}-${two(d)} ${String(h + 12)}:${min}:00`,
        `${String(d)}.${String(m)}.${String(y)} ${String(h)}:${min} PM`,
      ];
    },
  ],
  [
    'date-form',
    (random) => {
      const [y, m, d] = day(random);
      return [
        `${String(m)}/${String(d)}/${String(y)} 9:${two(random.int(60))} AM`,
        `${String(y)}-${two(m)}-${two(d)}`,
      ];
    },
  ],
  [
    'number-form',
    (random) => {
      const n = 1000 + random.int(8999);
      const c = two(1 + random.int(99));
      return [`${String(n)}.${c}`, `${String(n)},${c}`];
    },
  ],
  [
    'number-form',
    (random) => {
      const n = 1000 + random.int(900_000);
      return [String(n), `kr ${String(n)}`];
    },
  ],
  [
    'number-form',
    (random) => {
      const n = 100 + random.int(900);
      return [`${String(n)}.5 kg`, `${String(n)}.5`];
    },
  ],
  [
    'boolean-form',
    (random) =>
      random.pick([
        ['ja', 'true'],
        ['nei', 'false'],
        ['Ja', 'yes'],
        ['oui', '1'],
      ]),
  ],
  [
    'label',
    (random) =>
      random.pick([
        ['Customer', 'Closed - Won'],
        ['Prospect', 'Working'],
        ['Lead', 'Open'],
        ['Partner', 'Reseller'],
      ]),
  ],
  [
    'shift',
    (random) => {
      const [y, m, d] = day(random);
      const h = 2 + random.int(20);
      return [
        `${String(y)}-${two(m)}-${two(d)}T${two(h)}:30:00Z`,
        `${String(y)}-${two(m)}-${two(d)}T${two(h - 2)}:30:00Z`,
      ];
    },
    'datetime',
  ],
  [
    'shift',
    (random) => {
      const [y, m, d] = day(random);
      return [`${String(y)}-${two(m)}-${two(d)}`, `${String(y)}-${two(m)}-${two(d - 1)}`];
    },
    'date',
  ],
  [
    'scale',
    (random) => {
      const n = 11 + random.int(9000);
      return [String(n), String(n * 100)];
    },
    'number',
  ],
  [
    'rounded',
    (random) => {
      const n = 10 + random.int(900);
      const c = 1 + random.int(98);
      return [`${String(n)}.${two(c)}7`, `${Number(`${String(n)}.${two(c)}7`).toFixed(1)}`];
    },
    'number',
  ],
  [
    'cut',
    (random, i) => {
      const a = `${firm(random, i)} og en lang beskrivelse av alt de gjør`;
      return [a, a.slice(0, 24 + random.int(10))];
    },
  ],
  [
    'contains',
    (random, i) => {
      const a = person(random, i);
      return [a, `Dr med ${a} PhD`];
    },
  ],
  [
    'cut',
    (random) => {
      const [y, m, d] = day(random);
      const is = `${String(y)}-${two(m)}-${two(d)}`;
      return [`${is} 9:30`, is];
    },
  ],
  [
    'contains',
    (random, i) => {
      const n = `K${String(i)}`;
      return [n, `Nord ${n} Sør`];
    },
  ],
  [
    'other',
    (random, i) => [
      `${random.pick(FIRMS)} ${String(i * 7 + 3)}`,
      `${random.pick(PEOPLE)} ${String(i * 11 + 5)}`,
    ],
  ],
  ['other', (random, i) => [mail(random, i), `q${String(i)}z@${random.pick(['ulv.no', 'bjorn.se'])}`]],
];

export const KNOWN_FIELDS = MAKERS.length;

/** The field at a position, as many pairs as asked for. */
export function knownField(at: number, count: number, random: Random): KnownField {
  const [is, make, type] = MAKERS[at]!;
  const pairs = Array.from({ length: count }, (_, i) => make(random, i));
  return { is, pairs, ...(type === undefined ? {} : { type }) };
}
