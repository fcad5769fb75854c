import { onBoth, type Both, type Side } from '../../src/lib/engine/index.ts';
import { isOver, type ItemStanding, type Standing } from '../../src/lib/push/index.ts';
import type { JournalState, PushCounts, PushStanding } from '../../src/lib/conversation/index.ts';
import { countActs } from './frozen-push.ts';

/** What a journal does not say of its push. */
export interface AboutRun extends Pick<
  PushStanding,
  'runs' | 'taken' | 'waits' | 'handedOver' | 'canRollBack' | 'backOf'
> {
  /** Its time line: how many batches, and the last one that was begun. */
  readonly line: { readonly batches: number; reached(standing: Standing): number };
  readonly calls: Both<number>;
  /** Of its jobs, by our names of them; unknown in another visit. */
  readonly processed: ReadonlyMap<string, number>;
  readonly ready: (side: Side, account: string) => boolean;
}

/** Where a push stands, in numbers that add up. */
export function standingOf(standing: Standing, about: AboutRun): PushStanding {
  const { id, kind, approval, accounts, canary } = standing.plan;
  const { line, calls, processed, ready, ...run } = about;
  const all = [...standing.items()];
  const { state } = standing;
  const counts: Record<JournalState, number> = { ...NO_COUNTS };
  const reads = { normalised: 0, different: 0, gone: 0 };
  for (const one of all) {
    counts[stateOf(one, standing)]++;
    const verdict = one.is === 'written' ? (one.readBack?.verdict ?? 'as-planned') : 'as-planned';
    if (verdict !== 'as-planned') reads[verdict]++;
  }
  return {
    ...run,
    id,
    kind,
    by: approval.by,
    continuous: approval.continuous === true,
    at: standing.beganAt,
    state,
    isOver: isOver(state),
    total: all.length,
    later: all.filter(({ item }) => standing.isLater(item.key)).length,
    counts,
    sides: onBoth((side) => {
      const own = all.filter(({ item }) => item.side === side);
      const written = own.filter(({ is }) => is === 'written');
      return {
        total: own.length,
        written: written.length,
        acts: countActs(written.map(({ item }) => item)),
        calls: calls[side],
        account: accounts[side],
        ready: own.length === 0 || ready(side, accounts[side]),
      };
    }),
    jobs: jobsOf(standing, processed),
    batches: { done: line.reached(standing), of: line.batches },
    canary: {
      records: canary.length,
      asPlanned: canary.filter((key) => isAsPlanned(standing.of(key))).length,
      isDone: standing.canaryIsDone,
    },
    reads,
    confirmed: approval.confirmed,
  };
}

/** Those that an app has in hand: what became of their records is not known yet. */
function jobsOf(standing: Standing, processed: ReadonlyMap<string, number>): PushStanding['jobs'] {
  return [...standing.jobs()].flatMap((one) => {
    const records = standing.sentIn(one).length;
    if (one.name === null || !one.isStarted || records === 0) return [];
    return [{ side: one.side, name: one.name, records, processed: processed.get(one.job) ?? null }];
  });
}

export const NO_COUNTS: PushCounts = {
  'read-back': 0,
  written: 0,
  sent: 0,
  refused: 0,
  unknown: 0,
  stale: 0,
  waiting: 0,
  'not-sent': 0,
};

const isAsPlanned = ({ is, readBack }: ItemStanding): boolean =>
  is === 'written' && (readBack?.verdict === 'as-planned' || readBack?.verdict === 'normalised');

/** One word for where an item of a push stands: once it is over, or the item is no part of it, what is not sent by now is not sent at all. */
export function stateOf({ is, item, readBack }: ItemStanding, push: Standing): JournalState {
  const over = isOver(push.state) || push.isLater(item.key);
  switch (is) {
    case 'written':
      return readBack === null ? 'written' : 'read-back';
    case 'refused':
    case 'unknown':
    case 'stale':
      return is;
    case 'sent':
    case 'doubt':
      return over ? 'unknown' : 'sent';
    case 'planned':
    case 'not-done':
      return over ? 'not-sent' : 'waiting';
    default:
      return is satisfies never;
  }
}
