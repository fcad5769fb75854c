import type { AppRecord } from '../../connectors/app/app-connector.ts';
import type { Texts } from '../item.ts';
import type { Intent, Outcome } from '../journal/entry.ts';
import type { ItemStanding } from '../journal/standing.ts';
import { areEqual, shared } from '../same-text.ts';
import type { RunContext } from './context.ts';
import { judgeCreate } from './judge-doubt.ts';
import { newlyThere } from './judge-sought.ts';
import { findByKeys, readTargets } from './look.ts';

export interface Prepared {
  readonly intents: readonly Intent[];
  /** Of those that are not sent after all. */
  readonly outcomes: readonly Outcome[];
}

/**
 * Looks at the targets of a batch a moment before it is sent (push protocol 3): what is not as the plan expects is stale and not sent, and
 * what stands there is kept for the way back.
 */
export async function prepare(context: RunContext, batch: readonly ItemStanding[]): Promise<Prepared> {
  return batch[0]?.item.act === 'create' ? prepareCreates(context, batch) : prepareChanges(context, batch);
}

/** A record that has the key already was not there when the create was approved, else the plan knew it (S373); or an earlier try of ours made it. */
async function prepareCreates(context: RunContext, batch: readonly ItemStanding[]): Promise<Prepared> {
  const found = await findByKeys(context, batch);
  const intents: Intent[] = [];
  const outcomes: Outcome[] = [];
  for (const one of batch) {
    const { key, sought } = one.item;
    const all = found(one.item);
    const there = sought === undefined || all === null ? all : newlyThere(context.standing, one, sought, all);
    const first = there?.[0];
    if (one.doubts > 0 && (all === null || first !== undefined)) {
      outcomes.push(judgeCreate(context.standing, one, all));
    } else if (first === undefined) {
      const intent = { key, id: null, values: resolved(context, one), before: null };
      intents.push(
        sought === undefined || all === null ? intent : { ...intent, there: thereBefore(one, all) },
      );
    } else outcomes.push({ key, is: 'stale', found: first.values });
  }
  return { intents, outcomes };
}

/** What was there before the first try stays known in every other one. */
const thereBefore = ({ intent }: ItemStanding, found: readonly AppRecord[]): readonly string[] => [
  ...new Set([...(intent?.there ?? []), ...found.map(({ id }) => id)]),
];

async function prepareChanges(context: RunContext, batch: readonly ItemStanding[]): Promise<Prepared> {
  const records = await readTargets(context, batch);
  const intents: Intent[] = [];
  const outcomes: Outcome[] = [];
  for (const one of batch) {
    const { key, id } = one.item;
    const record = records.get(id ?? '');
    if (!isAsExpected(one, record)) outcomes.push({ key, is: 'stale', found: record?.values ?? null });
    else
      intents.push({
        key,
        id,
        values: resolved(context, one),
        before: shared(record?.values ?? new Map(), one.item.from),
      });
  }
  return { intents, outcomes };
}

/** What is to be restored must be gone; all else must be there, with the texts that the plan found. */
const isAsExpected = ({ item }: ItemStanding, record: AppRecord | undefined): boolean =>
  item.act === 'restore' ? record === undefined : record !== undefined && areEqual(item.from, record.values);

/** With the ids of the records it waited for. */
function resolved({ standing }: RunContext, { item }: ItemStanding): Texts {
  if (item.refs.size === 0) return item.values;
  const ids = [...item.refs].map(([field, key]): readonly [string, string] => {
    const id = standing.idOf(key);
    if (id === null) throw new Error(`${item.key} is sent before its parent`);
    return [field, id];
  });
  return new Map([...item.values, ...ids]);
}
