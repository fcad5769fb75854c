import { ALL_SUBJECTS, DECISION_WORDS, DIFFER_WORDS, OUTCOMES, REASON_CODES } from '../../engine/index.ts';
import type { Filter, RecordIds } from '../../conversation/index.ts';
import { hashOf } from './place.ts';

export type PlanPart = 'records' | 'fields' | 'differ' | 'since' | 'checks' | 'rounds' | 'hubspot';
export type RecordTab = 'fields' | 'explain' | 'sent';

/** Where a person is on the plan's screen. */
export interface PlanPlace {
  readonly sync: string;
  readonly part: PlanPart;
  readonly filter: Filter;
  /** The record in hand, by its ids; null where the place names none. */
  readonly record: RecordIds | null;
  /** The drawer's tab; `none`: it is closed. Null where the place leaves it as it is. */
  readonly tab: RecordTab | 'none' | null;
}

type Scope = Filter['scope'];
type ListName = Exclude<keyof Filter, 'scope' | 'text' | 'cause' | 'check'>;

const SCOPES: readonly Scope[] = ['all', 'written', 'needs-person', 'changed'];
const PARTS: readonly PlanPart[] = ['records', 'fields', 'differ', 'since', 'checks', 'rounds', 'hubspot'];
const TABS: readonly (RecordTab | 'none')[] = ['fields', 'explain', 'sent', 'none'];

/** What a list of the filter may hold; null: names of the files. */
const KNOWN: Readonly<Record<ListName, readonly string[] | null>> = {
  outcomes: OUTCOMES,
  decisions: DECISION_WORDS,
  reasons: [...REASON_CODES, 'by-rule', 'fills-blank', 'one-side-changed'],
  fields: null,
  linkedBy: ['baseline', 'id-pair', 'key', 'probabilistic', 'person', 'created', 'none', 'name-only'],
  directions: ['to-left', 'to-right', 'both-ways'],
  differs: DIFFER_WORDS,
  differsIn: null,
};
const LISTS = Object.keys(KNOWN) as readonly ListName[];

export const EVERYTHING: Filter = { ...ALL_SUBJECTS, text: '', cause: '', check: '' };

/** The part of an address behind its path: `#p=…&sync=…&scope=written&outcomes=create&left=7&tab=explain`. */
export function planHash(project: string | null, place: PlanPlace): `#${string}` | '' {
  const base = hashOf(project);
  if (base === '') return '';
  const { sync, part, filter, record, tab } = place;
  const params = new URLSearchParams({ sync });
  if (part !== 'records') params.set('part', part);
  params.set('scope', filter.scope);
  for (const name of LISTS) for (const value of filter[name]) params.append(name, value);
  if (filter.text !== '') params.set('text', filter.text);
  if (filter.cause !== '') params.set('cause', filter.cause);
  if (filter.check !== '') params.set('check', filter.check);
  if (record !== null && record.left !== null) params.set('left', record.left);
  if (record !== null && record.right !== null) params.set('right', record.right);
  if (tab !== null) params.set('tab', tab);
  return `${base}&${params.toString()}`;
}

/** The place an address names; null where it names none. What nobody knows is left out. */
export function planPlaceOf(hash: string): PlanPlace | null {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const sync = params.get('sync');
  if (sync === null) return null;
  const one = <T extends string>(name: string, known: readonly T[]): T | null =>
    known.find((value) => value === params.get(name)) ?? null;
  const lists = LISTS.map((name) => {
    const known = KNOWN[name];
    const found = params.getAll(name).filter((value) => known === null || known.includes(value));
    return [name, name === 'differsIn' ? found.slice(0, 1) : found];
  });
  const [left, right] = [params.get('left'), params.get('right')];
  return {
    sync,
    part: one('part', PARTS) ?? 'records',
    filter: {
      ...(Object.fromEntries(lists) as Pick<Filter, ListName>),
      scope: one('scope', SCOPES) ?? 'all',
      text: params.get('text') ?? '',
      cause: params.get('cause') ?? '',
      check: params.get('check') ?? '',
    },
    record: left === null && right === null ? null : { left, right },
    tab: one('tab', TABS),
  };
}

/** Another list, not only another record of it: a step a person goes back from. */
export const isOtherList = (a: PlanPlace, b: PlanPlace): boolean => listOf(a) !== listOf(b);

const listOf = ({ sync, part, filter }: PlanPlace): string =>
  JSON.stringify([sync, part, filter.scope, filter.cause, filter.check, LISTS.map((name) => filter[name])]);
