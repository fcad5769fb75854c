import type { Side } from '../../engine/index.ts';
import type { PushItem } from '../item.ts';

/** What a push leaves that is cut at some point: each item is written or is not, and some of the latter leave something half. */
export interface CutLeaves {
  readonly written: readonly PushItem[];
  readonly notWritten: readonly PushItem[];
  /** Of those not written: the other side of the same pair is. */
  readonly half: readonly PushItem[];
  /** Of those not written, records that are there: the one they are to belong to is there too, and the link is not made. */
  readonly unlinked: readonly PushItem[];
  /** Of those not written, records to come: the one they belong to is there without them. */
  readonly missing: readonly PushItem[];
}

/** What is left where exactly these are written (S371). No record is ever there without the one it belongs to: parents go first (S320). */
export function afterCut(items: readonly PushItem[], isWritten: (item: PushItem) => boolean): CutLeaves {
  const keys = new Set<string>();
  const sides = new Map<string, Set<Side>>();
  const written: PushItem[] = [];
  const notWritten: PushItem[] = [];
  for (const item of items) {
    if (!isWritten(item)) {
      notWritten.push(item);
      continue;
    }
    written.push(item);
    keys.add(item.key);
    const pair = pairOf(item);
    if (pair !== null) sides.set(pair, (sides.get(pair) ?? new Set()).add(item.side));
  }
  const waits = notWritten.filter(({ refs }) => [...refs.values()].some((key) => keys.has(key)));
  return {
    written,
    notWritten,
    half: notWritten.filter((item) => {
      const pair = pairOf(item);
      const done = pair === null ? undefined : sides.get(pair);
      return done !== undefined && !done.has(item.side);
    }),
    unlinked: waits.filter(({ act }) => act !== 'create'),
    missing: waits.filter(({ act }) => act === 'create'),
  };
}

/** Of a record that has a counterpart. */
const pairOf = ({ sync, subject: { left, right } }: PushItem): string | null =>
  left === null || right === null ? null : JSON.stringify([sync, left, right]);
