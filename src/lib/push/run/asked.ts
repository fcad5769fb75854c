import type { WriteBatch } from '../../connectors/app/write.ts';
import type { Intent, Outcome } from '../journal/entry.ts';
import type { ItemStanding } from '../journal/standing.ts';
import type { RunContext } from './context.ts';

/** Items that are sent together, as the app is asked for them. */
export function askedOf(sent: readonly ItemStanding[]): WriteBatch {
  const { object, act } = sent[0]!.item;
  const items = sent.map(({ item, intent }) => ({
    key: item.key,
    id: intent!.id,
    unique: item.unique,
    values: intent!.values,
  }));
  return { object, act, items };
}

/** It may be sent. */
export const notDone = ({ key }: Pick<Intent, 'key'>): Outcome => ({ key, is: 'not-done' });

export const standingsOf = ({ standing }: RunContext, intents: readonly Intent[]): readonly ItemStanding[] =>
  intents.map(({ key }) => standing.of(key));
