import type {
  Both,
  ConflictRule,
  Direction,
  FieldType,
  GuardName,
  IdentifierName,
  Matching,
  NormalizerName,
  ObjectSync,
  Side,
} from '../../engine/index.ts';
import { momentFormat } from '../formats.ts';
import { count, counted } from '../words.ts';

/** The words of the Design screen. */
export const title = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export const directionChoices = (
  apps: Both<string>,
): readonly { readonly value: Direction; readonly word: string }[] => [
  { value: 'both', word: 'Two-way' },
  { value: 'left-to-right', word: `Only to ${apps.right}` },
  { value: 'right-to-left', word: `Only to ${apps.left}` },
];

/** What a direction button says of a mapping. */
export function flowWord(direction: Direction | null, apps: Both<string>): string {
  switch (direction) {
    case 'both':
      return 'both ways';
    case 'left-to-right':
      return `only to ${apps.right}`;
    case 'right-to-left':
      return `only to ${apps.left}`;
    case null:
      return 'nowhere';
    default:
      return direction satisfies never;
  }
}

export const ruleChoices = (
  apps: Both<string>,
  winner: Side,
): readonly { readonly value: ConflictRule; readonly word: string }[] => [
  { value: 'winner', word: `Winner: ${apps[winner]}` },
  { value: 'left', word: `${apps.left} wins` },
  { value: 'right', word: `${apps.right} wins` },
  { value: 'most-recent', word: 'Most recent' },
  { value: 'fill-blank', word: 'Fill blanks only' },
  { value: 'ask', word: 'Ask me' },
];

export const CLEARS: readonly {
  readonly value: ObjectSync['blanks']['propagateClears'];
  readonly word: string;
}[] = [
  { value: 'never', word: 'never' },
  { value: 'ask', word: 'ask me' },
  { value: 'always', word: 'always' },
];

export const METHODS: readonly { readonly value: Matching['method']; readonly word: string }[] = [
  { value: 'default', word: 'Usual identifiers' },
  { value: 'keys', word: 'Own keys' },
  { value: 'none', word: 'No matching' },
];

export const METHOD_SAYS: Readonly<Record<Matching['method'], string>> = {
  default: 'by what such records are usually known by',
  keys: 'tried in this order',
  none: 'every record without a link is new',
};

export const AMBIGUOUS: readonly { readonly value: Matching['ambiguous']; readonly word: string }[] = [
  { value: 'report', word: 'all that hit must agree' },
  { value: 'first-key', word: 'the first that hits decides' },
];

export const AMBIGUOUS_SAYS: Readonly<Record<Matching['ambiguous'], string>> = {
  report: 'All keys that hit must agree; a record whose keys point at different counterparts is ambiguous.',
  'first-key': 'Keys are tried in this order; the first that hits decides.',
};

export const NO_KEY: readonly { readonly value: Matching['noKey']; readonly word: string }[] = [
  { value: 'exclude', word: 'left out' },
  { value: 'create', word: 'created on the other side' },
];

export const IDENTIFIER_WORDS: Readonly<Record<IdentifierName, string>> = {
  email: 'E-mail',
  name: 'Name',
  domain: 'Domain',
  sku: 'SKU',
};

export const NORMALISER_WORDS: Readonly<
  Record<NormalizerName, { readonly word: string; readonly says: string }>
> = {
  email: { word: 'e-mail form', says: 'lower case, without “mailto:” and names around it' },
  domain: { word: 'domain from URL', says: 'without scheme, www, path and port; IDN as ASCII' },
  name: { word: 'spaces, case', says: 'one space between words, case does not count' },
  'name-no-diacritics': { word: 'accents', says: 'é counts as e, ø as o, ß as ss' },
  'name-no-legal-form': { word: 'legal form', says: 'AS, GmbH, Ltd and the like at the end do not count' },
  phone: { word: 'phone form', says: 'international form, with a default country' },
  'salesforce-id': { word: '15 and 18 characters', says: 'both forms of a Salesforce id are one id' },
  text: { word: 'as written', says: 'without blanks around it, otherwise exact' },
};

export const TYPE_WORDS: Readonly<Record<FieldType, string>> = {
  text: 'text',
  'long-text': 'long text',
  number: 'number',
  date: 'date',
  datetime: 'date and time',
  boolean: 'yes or no',
  'single-select': 'one of a list',
  'multi-select': 'several of a list',
  reference: 'reference',
  owner: 'owner',
  calculated: 'calculated',
};

export interface GuardWords {
  readonly word: string;
  readonly says: string;
  readonly unit: 'share' | 'times' | 'cleared';
}

export const GUARD_WORDS: Readonly<Record<GuardName, GuardWords>> = {
  maxMissing: {
    word: 'Links missing',
    says: 'Stops where a complete file lacks more of the linked records than this.',
    unit: 'share',
  },
  createsPerMatch: {
    word: 'Creates per linked pair',
    says: 'Stops where more records would be created for each pair that matched.',
    unit: 'times',
  },
  maxCleared: {
    word: 'Records cleared',
    says: 'Stops where more records would lose a value; whichever is reached first.',
    unit: 'cleared',
  },
  maxChanged: {
    word: 'Linked records changed',
    says: 'Stops where more of the linked records would change.',
    unit: 'share',
  },
  minMatched: {
    word: 'Records matched, at least',
    says: 'Stops where fewer records of the smaller side match.',
    unit: 'share',
  },
  maxShrunk: {
    word: 'A side shrunk',
    says: 'Stops where a file has lost more rows since the baseline.',
    unit: 'share',
  },
};

/** What is said after the number of values a type check found; other words stand as they are. */
const CHECKS: Readonly<Record<string, string>> = {
  'bad-number': 'not numbers',
  'bad-date': 'not dates',
  'bad-boolean': 'not yes or no',
  'bad-email': 'not e-mails',
  'option-missing': 'no option there',
  'too-long': 'too long',
  'required-blank': 'blank, but required',
  'not-unique': 'not unique',
};

/** `text`, `9 not numbers`: the type check of a mapping, number first. */
export function checkWord(check: {
  readonly ok: boolean;
  readonly word: string;
  readonly count: number;
}): string {
  const word = CHECKS[check.word] ?? TYPE_WORDS[check.word as FieldType] ?? check.word;
  return check.ok || check.count === 0 ? word : `${count(check.count)} ${word}`;
}

export const errorsWord = (errors: number): string =>
  errors === 0 ? 'No design errors' : counted(errors, 'design error', 'design errors');

const clock = momentFormat({ hour: '2-digit', minute: '2-digit' });

/** The time of day of an instant; empty where it is none. */
export function timeWord(instant: string): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? '' : clock(at);
}
