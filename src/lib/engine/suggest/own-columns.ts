import type { ObjectKind } from '../model/design.ts';
import type { AppKind } from './app.ts';
import type { ColumnEvidence, SuggestSide } from './evidence.ts';
import type { Meaning } from './meaning.ts';
import type { SalesforceIds } from './salesforce-ids.ts';
import { OF_A_CONTACT } from './kind.ts';
import { keyOf, saysDoNotModify, wordsOf } from './words.ts';

/** Why a column is in no mapping. */
export type LeftOutCode =
  | 'record-id'
  | 'modified-date'
  | 'kept-by-app'
  | 'reference'
  | 'row-number'
  | 'computed'
  | 'no-name'
  | 'no-counterpart';

/** A field the suggestion uses for itself, and how sure it is. */
export interface FieldPick {
  readonly field: string;
  readonly sure: number;
}

/** Concepts an app keeps itself, whatever is sent. A plain file keeps nothing itself. */
const KEPT = new Set([
  'created-date',
  'created-by',
  'modified-by',
  'last-activity',
  'analytics',
  'photo-url',
]);
/** Concepts that are no data of the record anywhere. */
const NEVER = new Set([
  'checksum',
  'deleted',
  'owner-id',
  'master-record',
  'merged-records',
  'clean-status',
  'modified-by',
]);

const ASSOCIATED =
  /^(?:associated|tilknyttede?t?|tilknyttet|tillhorande|kopplade?|gekoppelde?|associat[aoei]|zugeordnete?[nrs]?|associees?|associes?|asociad[ao]s?)/;

/** The column that holds the record's own id; null where none is sure enough. */
export function pickId(
  side: SuggestSide,
  meanings: readonly Meaning[],
  app: AppKind,
  kind: ObjectKind,
  salesforce: SalesforceIds | null,
): FieldPick | null {
  if (app === 'salesforce' && salesforce !== null)
    return { field: side.header[salesforce.index]!, sure: 0.98 };
  let best: FieldPick | null = null;
  meanings.forEach((meaning, index) => {
    const sure = idSure(meaning, side.columns[index], app, kind, meanings);
    if (sure > 0 && (best === null || sure > best.sure)) best = { field: meaning.name, sure };
  });
  return best;
}

function idSure(
  meaning: Meaning,
  evidence: ColumnEvidence | undefined,
  app: AppKind,
  kind: ObjectKind,
  all: readonly Meaning[],
): number {
  const sure = sureByName(meaning, evidence, app, kind, all);
  if (sure === 0 || evidence === undefined || evidence.rows === 0 || hasOwnIds(evidence)) return sure;
  return sure >= SAYS_SO && faultsOf(evidence) <= Math.max(1, evidence.rows * FEW_FAULTS) ? sure * 0.8 : 0;
}

/** From here on the name itself says that it is the record's id: a few faults are the file's (S475). */
const SAYS_SO = 0.85;
const FEW_FAULTS = 0.1;

const hasOwnIds = ({ rows, filled, repeats }: ColumnEvidence): boolean =>
  filled >= rows * 0.99 && repeats <= rows * 0.02;

const faultsOf = ({ rows, filled, repeats }: ColumnEvidence): number => rows - filled + repeats;

/** A column that says it holds the record's id, of whose rows some have none of their own; null where all have (S475). */
export function idFaults(
  side: SuggestSide,
  meanings: readonly Meaning[],
  app: AppKind,
  kind: ObjectKind,
  picked: string | null,
): { readonly field: string; readonly count: number; readonly of: number; readonly taken: boolean } | null {
  for (const [index, meaning] of meanings.entries()) {
    const evidence = side.columns[index];
    if (evidence === undefined || (picked !== null && meaning.name !== picked)) continue;
    const count = faultsOf(evidence);
    if (count === 0 || sureByName(meaning, evidence, app, kind, meanings) < SAYS_SO) continue;
    return { field: meaning.name, count, of: evidence.rows, taken: picked !== null };
  }
  return null;
}

function sureByName(
  meaning: Meaning,
  evidence: ColumnEvidence | undefined,
  app: AppKind,
  kind: ObjectKind,
  all: readonly Meaning[],
): number {
  const key = keyOf(wordsOf(meaning.name));
  if (app === 'dynamics' && saysDoNotModify(meaning.name)) {
    return all[0] === meaning && !meaning.senses.some((s) => s.concept === 'checksum') ? 0.95 : 0;
  }
  if (app === 'hubspot' && /^hsobjectid$/.test(key)) return 0.97;
  if (meaning.senses[0]?.concept === 'record-id')
    return Math.round(95 - Math.min(10, meaning.senses[0].rank)) / 100;
  if (/__c$/i.test(meaning.name)) return 0;
  const words = wordsOf(meaning.name);
  if (words.length < 2 || words.at(-1) !== 'id' || ASSOCIATED.test(key))
    return app === 'file' && isPlainId(key, evidence) && all[0] === meaning ? 0.6 : 0;
  const object = words.slice(0, -1).join('');
  if (OWN_OBJECT[kind]?.test(object) === true) return 0.9;
  return app === 'file' && all.findIndex((m) => wordsOf(m.name).at(-1) === 'id') === all.indexOf(meaning)
    ? 0.7
    : 0;
}

/** `CustomerKey`, `No`, `Code` at the head of a plain file, where every row has its own. */
const isPlainId = (key: string, evidence: ColumnEvidence | undefined): boolean =>
  /^[a-z]+id$/.test(key) ||
  (/^(?:[a-z]*(?:key|code|nr|no|num|number|nummer)|sk|pk|oid)$/.test(key) &&
    evidence !== undefined &&
    evidence.filled > 0 &&
    evidence.filled === evidence.rows &&
    evidence.repeats === 0);

const OWN_OBJECT: Readonly<Partial<Record<ObjectKind, RegExp>>> = {
  contacts: /^(?:contact|person|people|customer)$/,
  leads: /^lead$/,
  companies: /^(?:company|account|organi[sz]ation)$/,
  deals: /^(?:deal|opportunity)$/,
  products: /^(?:product|item)$/,
  invoices: /^invoice$/,
  tickets: /^(?:ticket|case)$/,
  activities: /^(?:activity|task|event)$/,
};

/** The column that says when the record last changed; the fullest, then the first. */
export function pickModified(side: SuggestSide, meanings: readonly Meaning[]): FieldPick | null {
  let best: { readonly field: string; readonly rank: number } | null = null;
  meanings.forEach((meaning, index) => {
    const sense = meaning.senses.find((s) => s.concept === 'modified-date');
    const evidence = side.columns[index];
    if (sense === undefined || (evidence !== undefined && evidence.rows > 0 && evidence.filled === 0)) return;
    if (best === null || sense.rank < best.rank) best = { field: meaning.name, rank: sense.rank };
  });
  const found = best as { readonly field: string; readonly rank: number } | null;
  return found === null
    ? null
    : { field: found.field, sure: Math.round(95 - Math.min(10, found.rank)) / 100 };
}

/** Why a column takes part in no pair, whatever the other side has; null where it may. */
export function ownReason(
  meaning: Meaning,
  evidence: ColumnEvidence | undefined,
  idField: string | null,
  app: AppKind,
  kind: ObjectKind,
  all: readonly Meaning[],
): LeftOutCode | null {
  if (isNameless(meaning.name)) return 'no-name';
  const concept = meaning.senses[0]?.concept;
  const isApp = app !== 'file';
  const key = keyOf(wordsOf(meaning.name));
  if (isApp && (meaning.name === idField || concept === 'record-id')) return 'record-id';
  if (concept === 'row-number' && meaning.name !== idField && counts(evidence)) return 'row-number';
  if (concept === 'modified-date') return 'modified-date';
  if (concept !== undefined && NEVER.has(concept)) return 'kept-by-app';
  if (isApp && (saysDoNotModify(meaning.name) || (concept !== undefined && KEPT.has(concept))))
    return 'kept-by-app';
  if (ASSOCIATED.test(key)) return 'reference';
  if (app === 'salesforce' && kind !== 'contacts' && kind !== 'leads' && OF_A_CONTACT.test(key))
    return 'reference';
  if (app === 'salesforce' && /id$/i.test(meaning.name)) return 'reference';
  if (isApp && wordsOf(meaning.name).at(-1) === 'id' && concept === undefined && app !== 'salesforce')
    return 'reference';
  if (evidence?.guess.form === 'json' && isApp) return 'computed';
  const person = kind === 'contacts' || kind === 'leads';
  const hasParts = all.some((m) => m.senses[0]?.concept === 'last-name');
  if (person && concept === 'full-name' && hasParts) return 'computed';
  return null;
}

/** Does an index column count the rows (or is nothing known of it)? */
function counts(evidence: ColumnEvidence | undefined): boolean {
  if (evidence === undefined || evidence.rows === 0) return true;
  return evidence.type === 'number' && evidence.repeats === 0;
}

/** No header, or the second and later ones without (` [2]`, as `addressable` names them): RD16. */
const isNameless = (name: string): boolean => name.replace(/\[\d+\]$/, '').trim() === '';
