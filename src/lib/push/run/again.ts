import type { Outcome } from '../journal/entry.ts';
import type { ItemStanding } from '../journal/standing.ts';

/** So often an item may be found as it was before it was sent: then it is not sent any more. */
const MOST_DOUBTS = 10;

/** It was not done, and may be sent again; but not for ever. */
export const again = ({ item, doubts }: ItemStanding): Outcome =>
  doubts < MOST_DOUBTS
    ? { key: item.key, is: 'not-done' }
    : { key: item.key, is: 'unknown', because: 'again-and-again', lookedFor: null };
