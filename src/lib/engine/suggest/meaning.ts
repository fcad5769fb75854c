import type { ObjectKind } from '../model/design.ts';
import type { Lexicon, Sense } from './names/lexicon.ts';
import type { IdeaReader, IdeaWord } from './names/idea-words.ts';
import { nameForm, type NameForm } from './name-likeness.ts';
import { expanded, keyOf, withoutSharedAffixes, wordsOf } from './words.ts';

/** What a header name says, before looking at the other side. */
export interface Meaning {
  readonly name: string;
  /** Words without the affixes the file's names share, short forms written out. */
  readonly words: readonly string[];
  readonly key: string;
  /** As it stands, and without what the file's names share: ways to compare it with a name no list knows. */
  readonly forms: readonly NameForm[];
  /** Its words with what they mean, in any language. */
  readonly ideas: readonly IdeaWord[];
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

/** Meaning of each name of a file. `kind` null: bare words keep their bare concept; without a reader names have no ideas. */
export function meaningsOf(
  header: readonly string[],
  lexicon: Lexicon,
  kind: ObjectKind | null,
  reader: IdeaReader | null = null,
): Meaning[] {
  const whole = header.map(wordsOf);
  const stripped = withoutSharedAffixes(whole);
  const firsts = frequentFirstWords(whole);
  const found = header.map((name, i) => meaningOf(name, whole[i]!, stripped[i]!, firsts, lexicon, reader));
  return settled(found, kind);
}

export const qualifierRank = (meaning: Meaning): number =>
  [...QUALIFIERS.values()].find((entry) => entry.as === meaning.qualifier)?.rank ?? 0;

function meaningOf(
  name: string,
  all: readonly string[],
  words: readonly string[],
  firsts: ReadonlySet<string>,
  lexicon: Lexicon,
  reader: IdeaReader | null,
): Meaning {
  const letters = words.filter((word) => !/^\d+$/.test(word));
  const ordinal = Math.max(1, ...words.filter((word) => /^\d$/.test(word)).map(Number));
  const full = expanded(words);
  const whole = all.filter((word) => !/^\d+$/.test(word));
  const parsed = [letters, expanded(letters), whole]
    .map((form) => parse(keyOf(form), lexicon, '', 0))
    .find((result) => result !== null);
  const senses = parsed?.senses ?? [];
  return {
    name,
    words: full,
    key: keyOf(full),
    forms: formsOf(all, words, firsts),
    ideas: reader?.ideasOf(words) ?? [],
    senses,
    qualifier: parsed?.qualifier ?? '',
    ordinal,
  };
}

function formsOf(
  whole: readonly string[],
  stripped: readonly string[],
  firsts: ReadonlySet<string>,
): NameForm[] {
  const forms = [nameForm(stripped)];
  if (whole.length !== stripped.length) forms.push(nameForm(whole));
  else if (whole.length > 1 && firsts.has(whole[0]!)) forms.push(nameForm(whole.slice(1)));
  return forms;
}

/** Words that a part of the names begin with: perhaps the table's name, written before some of its columns. */
function frequentFirstWords(names: readonly (readonly string[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const words of names) {
    if (words.length > 1) counts.set(words[0]!, (counts.get(words[0]!) ?? 0) + 1);
  }
  return new Set(
    [...counts].filter(([, count]) => count >= Math.max(3, names.length * 0.2)).map(([word]) => word),
  );
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
