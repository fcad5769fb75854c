import type { AppRecord } from '../../connectors/app/app-connector.ts';
import type { Outcome } from '../journal/entry.ts';
import { sentTexts, type ItemStanding, type Standing } from '../journal/standing.ts';
import { areEqual, fieldsThatDiffer, sameForm } from '../same-text.ts';
import { again } from './again.ts';
import { judgeSought, newlyThere } from './judge-sought.ts';

/** What became of a create that was in doubt, by the records that have its key now (push protocol 4, F3). */
export function judgeCreate(
  standing: Standing,
  one: ItemStanding,
  found: readonly AppRecord[] | null,
): Outcome {
  const { key, unique, sought } = one.item;
  // What was not looked for before it was sent cannot be told from what was there.
  if (unique === null && sought !== undefined && found !== null && one.intent?.there !== undefined)
    return judgeSought(standing, one, sought, newlyThere(standing, one, sought, found));
  if (unique === null || found === null)
    return { key, is: 'unknown', because: 'no-unique-key', lookedFor: null };
  const lookedFor = { ...unique, found: found.map(({ id }) => id) };
  const [first, second] = found;
  if (first === undefined) return again(one);
  if (second !== undefined) return { key, is: 'unknown', because: 'several', lookedFor };
  const others = [...sentTexts(one)].filter(([field]) => field !== unique.field);
  const isOurs =
    others.length === 0 ||
    others.some(([field, text]) => text !== '' && sameForm(text, first.values.get(field) ?? ''));
  return isOurs
    ? { key, is: 'written', id: first.id, created: true }
    : { key, is: 'unknown', because: 'other-values', lookedFor };
}

/** What became of a change that was in doubt, by its record as it is now. */
export function judgeChange(one: ItemStanding, record: AppRecord | undefined): Outcome {
  const { key, id, act } = one.item;
  const written = { key, is: 'written', id: id ?? '', created: false } as const;
  if (act === 'remove') return record === undefined ? written : again(one);
  if (act === 'restore') return record === undefined ? again(one) : written;
  if (record === undefined) return { key, is: 'stale', found: null };
  const texts = sentTexts(one);
  if (areEqual(texts, record.values)) return written;
  if (areEqual(beforeOf(one, texts), record.values)) return again(one);
  if (fieldsThatDiffer(texts, record.values).length === 0) return written;
  return {
    key,
    is: 'unknown',
    because: 'other-values',
    lookedFor: { field: '', value: id ?? '', found: [record.id] },
  };
}

const beforeOf = (
  { intent }: ItemStanding,
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> =>
  new Map([...texts.keys()].map((field) => [field, intent?.before?.get(field) ?? '']));
