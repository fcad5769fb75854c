import type { AppRecord } from '../../connectors/app/app-connector.ts';
import type { Sought } from '../item.ts';
import type { Outcome } from '../journal/entry.ts';
import { sentTexts, type ItemStanding, type Standing } from '../journal/standing.ts';
import { fieldsThatDiffer } from '../same-text.ts';
import { again } from './again.ts';

/** Of the records that have the key of a create now, those that came since: none the plan or the last look knew, none another item wrote. */
export function newlyThere(
  standing: Standing,
  { item, intent }: ItemStanding,
  { known }: Sought,
  found: readonly AppRecord[],
): readonly AppRecord[] {
  const before = new Set([...known, ...(intent?.there ?? [])]);
  const fresh = found.filter(({ id }) => !before.has(id));
  if (fresh.length === 0) return [];
  const written = new Set<string>();
  for (const { item: own, outcome, is } of standing.items()) {
    if (is !== 'written' || outcome?.is !== 'written' || own.key === item.key) continue;
    if (own.side === item.side && own.object === item.object) written.add(outcome.id);
  }
  return fresh.filter(({ id }) => !written.has(id));
}

/**
 * What became of a create that was in doubt and has no unique value, by the records with its key that came since it was sent (S373): the only
 * one is it where it says all that was sent; none, and it is sent again, unless this app was seen to keep the key in another form.
 */
export function judgeSought(
  standing: Standing,
  one: ItemStanding,
  { texts }: Sought,
  fresh: readonly AppRecord[],
): Outcome {
  const { key } = one.item;
  const lookedFor = {
    field: [...texts.keys()].join(' + '),
    value: [...texts.values()].join(' + '),
    found: fresh.map(({ id }) => id),
  };
  const [first, second] = fresh;
  if (second !== undefined) return { key, is: 'unknown', because: 'several', lookedFor };
  if (first === undefined)
    return isKeptOtherwise(standing, one, texts)
      ? { key, is: 'unknown', because: 'other-form', lookedFor }
      : again(one);
  return fieldsThatDiffer(sentTexts(one), first.values).length === 0
    ? { key, is: 'written', id: first.id, created: true }
    : { key, is: 'unknown', because: 'another-persons', lookedFor };
}

/** Did a record of this push that was read back have another text of one of these fields than it was given? */
function isKeptOtherwise(standing: Standing, { item }: ItemStanding, texts: Sought['texts']): boolean {
  for (const one of standing.items()) {
    const found = one.readBack?.found ?? null;
    if (found === null || one.item.side !== item.side || one.item.object !== item.object) continue;
    const sent = sentTexts(one);
    if ([...texts.keys()].some((field) => sent.has(field) && found.get(field) !== sent.get(field)))
      return true;
  }
  return false;
}
