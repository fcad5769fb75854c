import type { ObjectKind } from '../model/design.ts';
import type { Lexicon, Sense } from './names/lexicon.ts';
import { expanded, keyOf, withoutSharedAffixes, wordsOf } from './words.ts';

/** What a header name says, before looking at the other side. */
export interface Meaning {
  readonly name: string;
  /** Words without the affixes the file's names share, short forms written out. */
  readonly words: readonly string[];
  readonly key: string;
  readonly senses: readonly Sense[];
  /** Which of several (`mailing`, `home`), and the number in the name (1 where there is none). */
  readonly qualifier: string;
  readonly ordinal: number;
}

/** A word that tells apart several of one thing, and how far it is from being the main one. */
const QUALIFIERS: ReadonlyMap<string, { readonly as: string; readonly rank: number }> = new Map(
  [
    ['main', 1, 'main hoved hovedtelefon haupt principal principale hoofd huvud'],
    ['mailing', 2, 'mailing postal post postadresse'],
    ['billing', 2, 'billing invoice faktura facturation factuur rechnungs fatturazione facturacion'],
    [
      'business',
      3,
      'business work office arbeid jobb arbejde arbete werk zakelijk zakelijke lavoro ufficio ' +
        'geschaftlich geschaftliche buro dienstlich bureau professionnel professionnelle travail trabajo oficina',
    ],
    ['primary', 4, 'primary'],
    [
      'home',
      5,
      'home private personal hjem hjemme privat privates hem thuis prive casa domicile domicilio particular',
    ],
    [
      'shipping',
      6,
      'shipping delivery leverings levering leverans livraison liefer spedizione verzend envio',
    ],
    ['other', 7, 'other annen anden annan andere overig altro altra autre otro otra sonstige weitere'],
    ['assistant', 8, 'assistant assistants assistent assistente asistente'],
  ].flatMap(([as, rank, words]) =>
    (words as string).split(' ').map((word) => [word, { as: as as string, rank: rank as number }] as const),
  ),
);

/** Words that name the object or the cell and add nothing: `Contact Email`, `Phone 1 - Value`. */
const NEUTRAL = [
  'value',
  'address',
  'adresse',
  'contact',
  'kontakt',
  'person',
  'lead',
  'customer',
  'primary',
  'record',
  'ticket',
];

/** What a bare word stands for in an object of this kind. */
const BY_KIND: Readonly<Partial<Record<ObjectKind, Readonly<Record<string, string>>>>> = {
  contacts: { name: 'full-name' },
  leads: { name: 'full-name', status: 'lead-status' },
  companies: { name: 'company-name' },
  deals: { name: 'deal-name', type: 'deal-type', status: 'deal-status' },
  products: { name: 'product-name' },
  tickets: { name: 'ticket-name', subject: 'ticket-name', status: 'ticket-status' },
  activities: { type: 'activity-type' },
};

/** Meaning of each name of a file. `kind` null: bare words keep their bare concept. */
export function meaningsOf(header: readonly string[], lexicon: Lexicon, kind: ObjectKind | null): Meaning[] {
  const stripped = withoutSharedAffixes(header.map(wordsOf));
  const found = header.map((name, i) => meaningOf(name, stripped[i]!, lexicon));
  return settled(found, kind);
}

export const qualifierRank = (meaning: Meaning): number =>
  [...QUALIFIERS.values()].find((entry) => entry.as === meaning.qualifier)?.rank ?? 0;

function meaningOf(name: string, words: readonly string[], lexicon: Lexicon): Meaning {
  const letters = words.filter((word) => !/^\d+$/.test(word));
  const ordinal = Math.max(1, ...words.filter((word) => /^\d$/.test(word)).map(Number));
  const full = expanded(words);
  const whole = wordsOf(name).filter((word) => !/^\d+$/.test(word));
  const parsed = [letters, expanded(letters), whole]
    .map((form) => parse(keyOf(form), lexicon, '', 0))
    .find((result) => result !== null);
  const senses = parsed?.senses ?? [];
  return { name, words: full, key: keyOf(full), senses, qualifier: parsed?.qualifier ?? '', ordinal };
}

interface Parsed {
  readonly senses: readonly Sense[];
  readonly qualifier: string;
}

/** Looks a key up, taking qualifiers and neutral words off either end until something is found. */
function parse(key: string, lexicon: Lexicon, qualifier: string, depth: number): Parsed | null {
  const senses = lexicon.get(key);
  if (senses !== undefined) return { senses, qualifier };
  if (depth === 3) return null;
  for (const [word, entry] of QUALIFIERS) {
    const rest = restOf(key, word);
    for (const part of rest) {
      const found = parse(part, lexicon, joined(qualifier, entry.as), depth + 1);
      if (found !== null) return found;
    }
  }
  for (const word of NEUTRAL) {
    for (const part of restOf(key, word)) {
      const found = parse(part, lexicon, qualifier, depth + 1);
      if (found !== null) return found;
    }
  }
  return null;
}

function restOf(key: string, word: string): string[] {
  const parts: string[] = [];
  if (key.length <= word.length + 1) return parts;
  if (key.startsWith(word)) parts.push(key.slice(word.length));
  if (key.endsWith(word)) parts.push(key.slice(0, -word.length));
  return parts;
}

const joined = (a: string, b: string): string => (a === '' ? b : a);

/** Names with several senses lose those another name of the file has for sure, then follow the kind. */
function settled(found: readonly Meaning[], kind: ObjectKind | null): Meaning[] {
  const slot = (meaning: Meaning, concept: string): string =>
    `${concept}/${meaning.qualifier}/${String(meaning.ordinal)}`;
  const sure = new Set(found.filter((m) => m.senses.length === 1).map((m) => slot(m, m.senses[0]!.concept)));
  const has = (concept: string): boolean => sure.has(`${concept}//1`);
  const aliases = (kind === null ? undefined : BY_KIND[kind]) ?? {};
  return found.map((meaning) => {
    let senses = meaning.senses;
    if (senses.length > 1) {
      const open = senses.filter((sense) => !sure.has(slot(meaning, sense.concept)));
      if (open.length > 0) senses = open;
      const partner = senses.some((s) => s.concept === 'name') ? nameSense(senses, has) : null;
      if (partner !== null) senses = [partner];
    }
    senses = senses.map((sense) => ({
      ...sense,
      concept: Object.hasOwn(aliases, sense.concept) ? aliases[sense.concept]! : sense.concept,
    }));
    return { ...meaning, senses };
  });
}

/** `Nome` beside `Cognome` is a first name, `Name` beside `Vorname` a last name, else it is the record's name. */
function nameSense(senses: readonly Sense[], has: (concept: string) => boolean): Sense | null {
  const first = senses.find((sense) => sense.concept === 'first-name');
  const last = senses.find((sense) => sense.concept === 'last-name');
  if (first !== undefined && has('last-name')) return first;
  if (last !== undefined && has('first-name') && !has('last-name')) return last;
  return senses.find((sense) => sense.concept === 'name') ?? null;
}
