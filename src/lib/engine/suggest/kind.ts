import { OBJECT_KINDS, type ObjectKind } from '../model/design.ts';
import type { Meaning } from './meaning.ts';
import { kindOfPrefix } from './salesforce-objects.ts';
import { keyOf, wordsOf } from './words.ts';

export interface KindGuess {
  readonly kind: ObjectKind;
  /** 0 to 1. */
  readonly sure: number;
  /** Names, on either side, that speak for it. */
  readonly because: readonly string[];
}

/** Concepts that speak for a kind. */
const SIGNS: Readonly<Partial<Record<ObjectKind, Readonly<Record<string, number>>>>> = {
  contacts: {
    'first-name': 2,
    'last-name': 2,
    email: 1,
    'job-title': 1,
    mobile: 1,
    birthday: 0.5,
    salutation: 0.5,
    'lifecycle-stage': 0.5,
  },
  leads: {
    'lead-status': 1,
    'lead-source': 0.5,
    'first-name': 0.6,
    'last-name': 0.6,
    email: 0.5,
    'company-name': 0.5,
  },
  companies: {
    domain: 1.5,
    industry: 1.5,
    employees: 1.5,
    'annual-revenue': 1.5,
    'org-number': 1.5,
    'vat-number': 1,
    'company-name': 0.7,
    website: 0.7,
    ticker: 1,
    ownership: 0.7,
    founded: 1,
    'account-number': 0.4,
  },
  products: { sku: 2, price: 2, 'product-name': 1, cost: 1, 'product-category': 1 },
  deals: {
    'deal-name': 1.5,
    stage: 2,
    amount: 1.5,
    'close-date': 1.5,
    pipeline: 1,
    probability: 1.5,
    'lost-reason': 1.5,
    'deal-type': 1,
  },
  invoices: { 'invoice-number': 3, 'invoice-date': 2, 'due-date': 1, total: 1 },
  tickets: { 'ticket-name': 2, 'ticket-status': 2, priority: 1, subject: 1 },
  activities: {
    'activity-type': 2.5,
    'activity-date': 2.5,
    'call-outcome': 2,
    'due-date': 0.3,
    subject: 0.5,
  },
};

/** Words of a file name or an id column that name the object. */
const OBJECT_WORDS: readonly (readonly [ObjectKind, RegExp])[] = [
  [
    'contacts',
    /^(?:contacts?|people|persons?|kontakter?|kontaktpersoner|contatti|kontakte|contactos?|contactpersonen|personnes?|personas?)$/,
  ],
  ['leads', /^(?:leads?|emner|kundeemner)$/],
  [
    'companies',
    /^(?:compan(?:y|ies)|accounts?|organi[sz]ations?|firmaer|bedrifter|virksomheder|foretag|bedrijven|aziende|unternehmen|entreprises|empresas)$/,
  ],
  [
    'deals',
    /^(?:deals?|opportunit(?:y|ies)|pipeline|avtaler|aftaler|affarer|trattative|transactions?|negocios)$/,
  ],
  ['products', /^(?:products?|items|articles|produkter|producten|prodotti|produkte|produits|productos)$/],
  ['invoices', /^(?:invoices?|fakturaer?|facturen|fatture|rechnungen|factures|facturas)$/],
  ['tickets', /^(?:tickets?|cases?|saker|arenden)$/],
  [
    'activities',
    /^(?:activit(?:y|ies)|tasks?|calls|meetings|aktiviteter|attivita|aktivitaten|actividades|activites)$/,
  ],
];

/** Names that only one kind of object has, whatever stands beside them. */
const TELLING: readonly (readonly [ObjectKind, RegExp, number])[] = [
  ['leads', /^(?:leadid|isconverted|converteddate|converted(?:contact|account|opportunity)id)$/, 8],
  ['tickets', /^(?:casenumber|caseid|ticketid|suppliedemail|isescalated|caseorigin)$/, 3],
  ['deals', /^(?:stagename|opportunityid|dealid|forecastcategory(?:name)?)$/, 2],
  ['activities', /^(?:whoid|whatid|activitydate|callduration(?:inseconds)?)$/, 2],
];

/** The record's own contact is another object: its address says nothing of the kind. */
export const OF_A_CONTACT = /^contact(?:email|phone|mobile|fax)$/;

/** The kind of object both files hold; `custom` where nothing speaks for one. */
export function guessKind(
  sides: readonly {
    readonly file: string;
    readonly meanings: readonly Meaning[];
    /** Key prefix of the record ids, where they are Salesforce's. */
    readonly prefix: string | null;
  }[],
): KindGuess {
  const points = new Map<ObjectKind, number>();
  const because = new Map<ObjectKind, Set<string>>();
  const add = (kind: ObjectKind, score: number, name: string): void => {
    points.set(kind, (points.get(kind) ?? 0) + score);
    const names = because.get(kind) ?? new Set();
    because.set(kind, names.add(name));
  };
  for (const { file, meanings, prefix } of sides) {
    const ofPrefix = kindOfPrefix(prefix);
    if (ofPrefix !== null) add(ofPrefix, BY_PREFIX, prefix!);
    const seen = new Set<string>();
    for (const { name, senses, qualifier, ordinal } of meanings) {
      const concept = senses[0]?.concept;
      if (concept === undefined || qualifier !== '' || ordinal > 1 || seen.has(concept)) continue;
      if (OF_A_CONTACT.test(keyOf(wordsOf(name)))) continue;
      seen.add(concept);
      for (const kind of OBJECT_KINDS) {
        const signs = SIGNS[kind];
        if (signs !== undefined && Object.hasOwn(signs, concept)) add(kind, signs[concept]!, name);
      }
    }
    for (const { name } of meanings) {
      const words = wordsOf(name);
      if (words.length !== 2 || words[1] !== 'id') continue;
      for (const [kind, word] of OBJECT_WORDS) if (word.test(words[0]!)) add(kind, 1.5, name);
    }
    const fileWords = wordsOf(file.replace(/\.\w+$/, ''));
    for (const [kind, word] of OBJECT_WORDS) if (fileWords.some((w) => word.test(w))) add(kind, 1.5, file);
    for (const { name } of meanings) {
      const key = keyOf(wordsOf(name));
      for (const [kind, telling, score] of TELLING) if (telling.test(key)) add(kind, score, name);
    }
    // A company's name where no person is named: the records are companies.
    if (seen.has('company-name') && !PERSON.some((concept) => seen.has(concept)) && isBareCompany(seen)) {
      add('companies', 1.4, meanings.find((m) => m.senses[0]?.concept === 'company-name')!.name);
    }
  }
  const ranked = OBJECT_KINDS.map((kind) => [kind, points.get(kind) ?? 0] as const).sort(
    (a, b) => b[1] - a[1],
  );
  const [best, second] = [ranked[0]!, ranked[1]!];
  if (best[1] < 2) return { kind: 'custom', sure: 0.5, because: [] };
  const sure = Math.min(0.98, 0.5 + (best[1] - second[1]) / (best[1] * 2 + 2) + Math.min(0.2, best[1] / 50));
  return {
    kind: best[0],
    sure: Math.round(sure * 100) / 100,
    because: [...because.get(best[0])!].slice(0, 6),
  };
}

/** Record ids outweigh any header. */
const BY_PREFIX = 20;

const PERSON = ['first-name', 'last-name', 'full-name', 'email', 'mobile'];
const OTHER_OBJECT = [
  'deal-name',
  'stage',
  'amount',
  'sku',
  'price',
  'invoice-number',
  'ticket-name',
  'subject',
];
const isBareCompany = (seen: ReadonlySet<string>): boolean =>
  !OTHER_OBJECT.some((concept) => seen.has(concept));
