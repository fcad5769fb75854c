import type { Refusal } from '../../connectors/app/write.ts';
import type { PushItem, Texts } from '../item.ts';
import type { LookedFor, ReadBackVerdict, UnknownBecause } from '../journal/entry.ts';
import type { ItemStanding, Standing } from '../journal/standing.ts';

/**
 * Why an approved item was not sent: the push stands or was stopped before it, the record it belongs to was not written, or it is no part of
 * what went first (`later`).
 */
export type NotSentBecause = 'paused' | 'stopped' | 'parent' | 'to-come' | 'later';

/** What became of one approved item: exactly one of these (push protocol 7). */
export type Result = { readonly item: PushItem } & (
  | {
      readonly is: 'written';
      readonly id: string;
      readonly created: boolean;
      /** Null before it was read back. */
      readonly reads: ReadBackVerdict | null;
      readonly found: Texts | null;
    }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | {
      readonly is: 'unknown';
      readonly because: UnknownBecause | 'in-doubt';
      readonly lookedFor: LookedFor | null;
    }
  | { readonly is: 'stale'; readonly found: Texts | null }
  | { readonly is: 'not-sent'; readonly because: NotSentBecause }
);

/** The approved plan, item by item in its order, as far as its journal says. */
export const resultsOf = (standing: Standing): readonly Result[] =>
  [...standing.items()].map((one) => resultOf(standing, one));

/** How many of each; together all there are. */
export function countResults(results: readonly Result[]): Readonly<Record<Result['is'], number>> {
  const counts = { written: 0, refused: 0, unknown: 0, stale: 0, 'not-sent': 0 };
  for (const { is } of results) counts[is]++;
  return counts;
}

/** The result of one item. */
export function resultOf(standing: Standing, { item, is, outcome, readBack }: ItemStanding): Result {
  switch (outcome?.is) {
    case 'written':
      if (is !== 'written') break;
      return {
        item,
        is,
        id: outcome.id,
        created: outcome.created,
        reads: readBack?.verdict ?? null,
        found: readBack?.found ?? null,
      };
    case 'refused':
      return { item, is: 'refused', refusal: outcome.refusal };
    case 'stale':
      return { item, is: 'stale', found: outcome.found };
    case 'unknown':
      return { item, is: 'unknown', because: outcome.because, lookedFor: outcome.lookedFor };
    case 'doubt':
    case 'not-done':
    case undefined:
      break;
    default:
      return outcome satisfies never;
  }
  if (is === 'sent' || is === 'doubt') return { item, is: 'unknown', because: 'in-doubt', lookedFor: null };
  return { item, is: 'not-sent', because: notSent(standing, item) };
}

function notSent(standing: Standing, item: PushItem): NotSentBecause {
  if (standing.isLater(item.key)) return 'later';
  const parents = [...item.refs.values()].map((key) => standing.of(key).is);
  if (parents.some((is) => is === 'refused' || is === 'stale' || is === 'unknown')) return 'parent';
  switch (standing.state.is) {
    case 'running':
      return 'to-come';
    case 'paused':
      return 'paused';
    case 'stopped':
      return 'stopped';
    case 'done':
      return 'parent';
    default:
      return standing.state satisfies never;
  }
}
