import type { Random } from './random.ts';
import { OPTIONS, type Attribute } from './random-cells.ts';

type Json = Record<string, unknown>;

/** A transform that suits an attribute's values, or any other; with what it makes of a value that it has no word for. */
export function randomTransform(attribute: Attribute, random: Random): Json {
  const kind = random.pick(random.chance(0.7) ? SUITS[attribute] : EVERY);
  switch (kind) {
    case 'case':
      return { kind, to: random.pick(['upper', 'lower', 'title']) };
    case 'split':
      return {
        kind,
        ...(random.chance(0.5) ? { at: random.pick([' ', ';', '@', '-']) } : {}),
        ...(random.chance(0.8) ? { take: random.pick(['first', 'last', 'rest', 0, 1, -1, 9]) } : {}),
      };
    case 'phone':
      return { kind, ...(random.chance(0.7) ? { country: 'NO' } : {}) };
    case 'value-map':
      return {
        kind,
        map: randomMap(random),
        ...(random.chance(0.7) ? { otherwise: random.pick(['fail', 'keep', 'blank']) } : {}),
      };
    case 'constant':
      return { kind, value: random.pick(['new', '7', '2024-02-29', 'p1@acme.no', 'Closed - Won']) };
    case 'date-format':
      return { kind, to: random.pick(['DD.MM.YYYY', 'M/D/YYYY', 'YYYY-MM-DD']) };
    case 'number-format':
      return {
        kind,
        ...(random.chance(0.5) ? { decimal: ',', group: random.pick(['', '.', ' ']) } : {}),
        ...(random.chance(0.5) ? { decimals: random.pick([0, 1, 2]) } : {}),
      };
    case 'lookup':
      return { kind, table: randomMap(random) };
    default:
      return { kind };
  }
}

const EVERY = [
  'trim',
  'case',
  'split',
  'phone',
  'value-map',
  'constant',
  'date-format',
  'number-format',
  'lookup',
] as const;

const TEXTS = ['trim', 'case', 'split'] as const;
const WORDS = ['value-map', 'value-map', 'value-map', 'lookup', 'constant'] as const;

const SUITS: Readonly<Record<Attribute, readonly (typeof EVERY)[number][]>> = {
  email: ['trim', 'case', 'constant'],
  name: TEXTS,
  company: TEXTS,
  domain: TEXTS,
  phone: ['phone'],
  code: TEXTS,
  amount: ['number-format', 'number-format', 'constant'],
  day: ['date-format'],
  moment: ['date-format'],
  flag: WORDS,
  stage: WORDS,
  tags: WORDS,
  note: ['trim', 'split', 'lookup'],
};

/** From some of the words the records have to others of them, or to new ones. */
function randomMap(random: Random): Record<string, string> {
  const words = OPTIONS.flatMap(({ value, label }) => [value, label, label.toUpperCase()]);
  const from = random.some(random.shuffle([...words, 'true', 'No', 'yes']), 0.5);
  return Object.fromEntries(
    from.map((word) => [word, random.pick([...words, 'Alpha', 'beta', 'true', ''])] as const),
  );
}
