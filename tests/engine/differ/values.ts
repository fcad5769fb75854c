import type { Random } from '../../reference/random.ts';
import { FOR_NOTHING } from '../../../src/lib/engine/read/nothing-words.ts';
import { KNOWN_FIELDS, knownField } from './fields.ts';

/** Values of every shape a class looks for, and what becomes of one that is written down elsewhere. */

const WORDS = (
  'Åse Nyhus Bjørn DAHL Ibáñez Groß Łucja Œuvre Søren Kjær Café Tromsø LTD a/s Inc. O’Hara O\'Neil "Kvist" (Rør) & + ' +
  'møller İstanbul ſun dıl Ñandú Straße ȘTEFAN Ärzte ĐORĐE Ünsal x ext yes NO ja oui true 3rd Jan February März août T Z ' +
  'S.A. A/S www.fjell.no fjell.no https://www.Fjell.no/ http://fjell.no/om/ //fjell.no ftp://x.no/?q=1#a p.n@fjell.no ' +
  "P.N@FJELL.no mailto:p.n@fjell.no <p> &amp; <br/> ; | , . - _ ? … ... # #N/A #NAME? =4*5 =1+2 ' \u00a0 \u200b \ufffd " +
  'Ã¸ â€™ å\u030a e\u0301 K ✓ kr € 100% $12 12,- NOK 日本 \ud83d\ude00'
).split(' ');
const SEPARATORS = [' ', ' ', ' ', '', '-', '. ', ', ', '; ', '/', '|', '\n', '\r\n', '  ', ':', '\t'];
const NOTHING = [...FOR_NOTHING];

const digits = (random: Random, most: number): string => {
  let made = '';
  for (let at = random.int(most) + 1; at > 0; at--) made += String(random.int(random.chance(0.3) ? 2 : 10));
  return made;
};

const pad = (random: Random, n: number): string =>
  random.chance(0.7) ? String(n).padStart(2, '0') : String(n);

function shaped(random: Random): string {
  const y = String(2020 + random.int(3));
  const [m, d] = [pad(random, 1 + random.int(13)), pad(random, 1 + random.int(4))];
  const s = random.pick(['-', '/', '.', ' ']);
  const time = random.pick([
    '',
    '',
    ' 0:00',
    'T00:00:00Z',
    ' 10:30',
    ', 10:30',
    'T10:30:00.000+02:00',
    ' 1:05 PM',
  ]);
  const n = digits(random, 8);
  const a = digits(random, 3);
  switch (random.int(18)) {
    case 0:
      return y + s + m + s + d + time;
    case 1:
      return d + s + m + s + random.pick([y, y.slice(2)]) + time;
    case 2:
      return (
        random.pick([
          `${d}. Jan ${y}`,
          `Jan ${d}, ${y}`,
          `${d}-jan-${y.slice(2)}`,
          `Monday, ${d} März ${y}`,
        ]) + time
      );
    case 3:
      return y + m.padStart(2, '0') + d.padStart(2, '0');
    case 4:
      return random.pick(['', '-', '+', '0', '00', '$', 'NOK ', '€']) + n;
    case 5:
      return `${n}${random.pick(['.', ','])}${a}${random.pick(['', '', '0', ' kr', '%', ',-', ' %'])}`;
    case 6:
      return `${a}${random.pick([',', '.', ' ', "'", '\u00a0'])}${digits(random, 3).padStart(3, '0')}${random.pick(['', '.50', ',5'])}`;
    case 7:
      return `${random.pick(['+47', '0047', '47', '0', ''])}${random.pick(['', ' ', '-'])}${random.pick(['22334455', '22 33 44 55', '(22) 33-44-55', '22334456'])}${random.pick(['', '', ' x12', ' ext. 5', '/'])}`;
    case 8:
      return `${random.pick(['+1', '1', '', '001'])} ${random.pick(['(212) 555-0134', '212.555.0134', '2125550134', '212-555-0135'])}`;
    case 9:
      return `${String(1 + random.int(9))}${random.pick(['.', ','])}${digits(random, 2)}E+${random.pick(['7', '07', '10'])}`;
    case 10:
      return (
        random.pick(['+', '=', '']) +
        `${a}${random.pick(['-', '+'])}${digits(random, 2)}${random.pick(['', '-5', '+12'])}`
      );
    case 11:
      return random.pick([`${d}-${m}`, `${d}/${m}`, `0${d}-Apr`, `${y}-04-03`]);
    case 12:
      return random.pick(NOTHING);
    case 13:
      return random.pick(['true', 'Ja', 'NO', '1', '0', 'yeſ', 'x', 'active', 'sì', 'sí', 'on']);
    case 14:
      return `${String(random.pick([43_831, 42_369]) + random.int(1100))}${random.pick(['', '', '.5', ',25'])}`;
    case 15:
      return `9${digits(random, 8).padStart(8, '7')}${digits(random, 8).padStart(8, '3')}${random.pick(['', '00', '.0'])}`;
    default:
      return Array.from({ length: 1 + random.int(4) }, () =>
        random.chance(0.2) ? digits(random, 4) : random.pick(WORDS),
      ).join(random.pick(SEPARATORS));
  }
}

function rewritten(text: string, random: Random): string {
  const at = random.int(text.length + 1);
  switch (random.int(20)) {
    case 0:
      return text.toUpperCase();
    case 1:
      return text.toLowerCase();
    case 2:
      return (
        text.slice(0, at) + random.pick([' ', '  ', '.', '-', "'", ',', '\u00a0', '?', '0']) + text.slice(at)
      );
    case 3:
      return text.slice(0, at);
    case 4:
      return text.slice(at);
    case 5:
      return text.replace(/\s/g, random.pick(['', '  ', '-', '\u00a0']));
    case 6:
      return text.replace(/[.,;:'()/-]/g, random.pick(['', ' ', ', ']));
    case 7:
      return text.normalize('NFD');
    case 8:
      return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    case 9:
      return [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)).join('');
    case 10:
      return text.replace(/[^\0-~]/g, random.pick(['?', '\ufffd', '']));
    case 11:
      return text
        .split(/[;,|]/)
        .reverse()
        .join(random.pick([';', ', ']));
    case 12:
      return random.pick(["'", '0', '+', '-', ' ', 'www.', 'https://', '<p>']) + text;
    case 13:
      return text + random.pick(['...', '…', '/', ' ', '0', '.0', ' kr', '>', '.', 'å', 'Å', '5']);
    case 14:
      return text.replace(/^[0+]+/, '');
    case 15:
      return text.replace('.', ',');
    case 16:
      return text.slice(0, at) + text.slice(at + 1);
    case 17:
      return text.replace(/\d\d?\d?$/, (last) => '0'.repeat(last.length));
    case 18:
      return `${text.replace(/\D/g, '').replace(/^0+/, '')}.0`;
    default:
      return text;
  }
}

/** Two values, mostly one made of the other; now and then the same. */
export function valuePair(random: Random): readonly [left: string, right: string] {
  if (random.chance(0.1)) {
    const { pairs } = knownField(random.int(KNOWN_FIELDS), 2, random);
    return random.pick(pairs);
  }
  const left = shaped(random);
  let right = random.chance(0.35) ? shaped(random) : left;
  for (let times = random.int(4); times > 0; times--) right = rewritten(right, random);
  return random.chance(0.5) ? [left, right] : [right, left];
}
