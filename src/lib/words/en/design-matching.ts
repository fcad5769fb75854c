import type { Because, LeftOutCode } from '../../engine/suggest/index.ts';
import type { IdentifierName, Matching, Misleading, NormalizerName } from '../../engine/model/design.ts';
import type { Both } from '../../engine/model/side.ts';
import type { Speech } from '../speech.ts';

/** How the same records of both sides are found. */
export const designMatching = ({ count, plural }: Speech) => ({
  heading: 'Matching keys',
  found: (linked: number, ambiguous: number, duplicate: number) =>
    `${count(linked)} linked · ${count(ambiguous)} ambiguous · ${count(duplicate)} duplicate`,
  methods: {
    default: 'Usual identifiers',
    keys: 'Own keys',
    none: 'No matching',
  } satisfies Record<Matching['method'], string>,
  methodSays: {
    default: 'by what such records are usually known by',
    keys: 'tried in this order',
    none: 'every record without a link is new',
  } satisfies Record<Matching['method'], string>,
  matchBy: 'Match by',
  ambiguous: {
    report: 'all that hit must agree',
    'first-key': 'the first that hits decides',
  } satisfies Record<Matching['ambiguous'], string>,
  ambiguousSays: {
    report: 'All keys that hit must agree; a record whose keys point at different counterparts is ambiguous.',
    'first-key': 'Keys are tried in this order; the first that hits decides.',
  } satisfies Record<Matching['ambiguous'], string>,
  severalKeys: 'With several keys',
  /** KW10 */
  contested: {
    first: 'the first of each side are linked',
    closest: 'those that agree most are linked',
  } satisfies Record<Matching['contested'], string>,
  severalRecords: 'Where several records share a key',
  noKey: {
    exclude: 'left out',
    create: 'created on the other side',
  } satisfies Record<Matching['noKey'], string>,
  withoutKey: 'Records without a key value are',
  /** KW9 */
  misleading: {
    placeholders: 'Words for nothing (n/a, none, -)',
    publicDomains: 'Public mail domains (gmail.com)',
  } satisfies Record<Misleading, string>,
  misled: { keep: 'are keys as they stand', blank: 'are no keys' },
  identifiers: {
    email: { word: 'E-mail', without: 'Without e-mail', columns: 'Columns of the identifier e-mail' },
    name: { word: 'Name', without: 'Without name', columns: 'Columns of the identifier name' },
    domain: { word: 'Domain', without: 'Without domain', columns: 'Columns of the identifier domain' },
    sku: { word: 'SKU', without: 'Without SKU', columns: 'Columns of the identifier SKU' },
  } satisfies Record<IdentifierName, object>,
  addKey: 'Add key',
  addPair: 'Add pair',
  useColumns: 'Use these columns',
  addPairTo: (key: number) => `Add a pair to key ${count(key)}`,
  columnsOf: (key: number) => `Columns of key ${count(key)}`,
  pairSays: 'Records match by this key where all its pairs are equal. A blank part makes the key blank.',
  keySays: 'Records with equal values in these two columns are the same.',
  key: {
    changes: (key: number) => `Change key ${count(key)}`,
    otherColumns: (pair: Both<string>) => `Other columns than ${pair.left} with ${pair.right}`,
    hits: (hits: number) => plural(hits, { one: '# hit', other: '# hits' }),
    moreHits: (hits: number) => plural(hits, { one: '# more hit', other: '# more hits' }),
    byNormaliser: (hits: number) => `${count(hits)} by normaliser alone`,
    notCounted: 'not counted yet',
    earlier: 'Try earlier',
    later: 'Try later',
    addPair: 'Add a pair: both must be equal',
    without: (pair: Both<string>) => `Without ${pair.left} with ${pair.right}`,
    remove: (key: number) => `Remove key ${count(key)}`,
  },
  normalisers: {
    email: { word: 'e-mail form', says: 'lower case, without “mailto:” and names around it' },
    domain: { word: 'domain from URL', says: 'without scheme, www, path and port; IDN as ASCII' },
    name: { word: 'spaces, case', says: 'one space between words, case does not count' },
    'name-no-diacritics': { word: 'accents', says: 'é counts as e, ø as o, ß as ss' },
    'name-no-legal-form': { word: 'legal form', says: 'AS, GmbH, Ltd and the like at the end do not count' },
    phone: { word: 'phone form', says: 'international form, with a default country' },
    'salesforce-id': { word: '15 and 18 characters', says: 'both forms of a Salesforce id are one id' },
    text: { word: 'as written', says: 'without blanks around it, otherwise exact' },
  } satisfies Record<NormalizerName, { word: string; says: string }>,
  on: 'on',
  off: 'off',
  alone: (says: string, hits: number) =>
    plural(hits, {
      one: `${says}; # hit would be lost without it`,
      other: `${says}; # hits would be lost without it`,
    }),
  lost: (hits: number) => plural(hits, { one: '# hit lost without it', other: '# hits lost without it' }),
  /** A country code as an example. */
  countryLike: 'NO',
  moreWays: (pair: Both<string>) => `More ways to compare ${pair.left} with ${pair.right}`,
  more: 'more',
  differIn: 'Values count as the same also when they differ in',
  country: 'country',
  countrySays: 'Default country of phone numbers, two letters',
});

/** Why a suggestion takes two columns for the same, and leaves others out. */
export const designSuggested = ({ share }: Speech) => ({
  suggested: {
    sure: (sure: number) => `Suggested, sure, ${share(sure)}`,
    likely: (sure: number) => `Suggested, likely, ${share(sure)}`,
    'to-confirm': (sure: number) => `Suggested, to confirm, ${share(sure)}`,
  },
  why: ({ code, values }: Because): string => {
    const of = (name: string): string => String(values[name] ?? '');
    switch (code) {
      case 'same-name':
        return 'the same name';
      case 'same-meaning':
        return `both names mean ${spaced(of('concept'))}`;
      case 'near-meaning':
        return `${spaced(of('left'))} can stand for ${spaced(of('right'))}`;
      case 'initials':
        return 'one name is the initials of the other';
      case 'like-name':
        return `names ${of('likeness')} % alike`;
      case 'no-vowels':
        return 'one name is the other without its vowels';
      case 'short-form':
        return `one name is the other in short (${of('likeness')} %)`;
      case 'word-order':
        return 'the same words in another order';
      case 'same-words':
        return `the names say the same in other words (${of('likeness')} %)`;
      case 'like-form':
        return `values of the same form (${of('likeness')} %)`;
      case 'same-values':
        return `${of('share')} % of the different values are on both sides`;
      case 'same-frequent':
        return `the same values come again and again (${of('likeness')} % alike)`;
      case 'other-values':
        return 'no value in common';
      case 'other-type':
        return `left looks like ${of('left')}, right like ${of('right')}`;
      default:
        return code satisfies never;
    }
  },
  leftOut: {
    'record-id': 'the record id',
    'modified-date': 'the date of the last change',
    'kept-by-app': 'the app keeps it itself',
    reference: 'names another record',
    'row-number': 'counts the rows',
    computed: 'computed from other fields',
    'no-name': 'has no name',
    'no-counterpart': 'nothing like it on the other side',
  } satisfies Record<LeftOutCode, string>,
});

const spaced = (concept: string): string => concept.replaceAll('-', ' ');
