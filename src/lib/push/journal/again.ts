import type { Outcome } from './entry.ts';
import type { Journal } from './journal.ts';

/**
 * A push that is over is opened once more, for what the app refused (to be sent again) or for what nobody knows (to be looked for, and sent
 * again where for certain it is not there). Its next run does that, under the same journal. How many there are; with none nothing changes.
 */
export async function openAgain(journal: Journal, which: 'refused' | 'unknown', at: string): Promise<number> {
  const { standing } = journal;
  const items = [...standing.items()].flatMap(({ item: { key }, is }): readonly Outcome[] => {
    if (is !== which) return [];
    return [which === 'refused' ? { key, is: 'not-done' } : { key, is: 'doubt', because: 'asked-again' }];
  });
  // Where a push was stopped and its app did not answer, what it sent is as unknown, and a run looks for it as it stands.
  const open =
    which === 'unknown' ? [...standing.items()].filter(({ is }) => is === 'sent' || is === 'doubt') : [];
  const count = items.length + open.length;
  if (count === 0) return 0;
  if (items.length > 0) await journal.write({ kind: 'outcome', at, items });
  await journal.write({ kind: 'state', at, state: { is: 'paused', cause: { code: 'asked' } } });
  return count;
}
