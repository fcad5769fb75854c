import { onBoth, type Both } from '../../src/lib/engine/index.ts';
import {
  afterCut,
  batchesOf,
  isOver,
  type PlannedBatch,
  type PushItem,
  type PushPlan,
  type Standing,
} from '../../src/lib/push/index.ts';
import type {
  JournalState,
  LineBatch,
  LineCut,
  LinePart,
  PushCounts,
  PushLine,
  PushRecords,
} from '../../src/lib/conversation/index.ts';
import { LISTED } from './about.ts';
import { countActs } from './frozen-push.ts';
import { NO_COUNTS, stateOf } from './standing-of.ts';

/** Parts of the strip, at most. */
const PARTS = 160;

/** The time line of one push: its batches as they are cut, walked with what its journal says of them by now (S370). */
export class PushTimeline {
  readonly #items: readonly PushItem[];
  readonly #batches: readonly PlannedBatch[];
  readonly #numbers = new Map<string, number>();
  readonly #nameOf: (item: PushItem) => string;
  #strip: {
    readonly standing: Standing | null;
    readonly entries: number;
    readonly parts: readonly LinePart[];
  } | null = null;

  constructor(
    plan: Pick<PushPlan, 'items' | 'canary' | 'first' | 'jobs'>,
    sizes: Both<number>,
    nameOf: (item: PushItem) => string,
  ) {
    this.#items = plan.items;
    this.#batches = batchesOf(plan, sizes);
    this.#nameOf = nameOf;
    for (const [at, { items }] of this.#batches.entries())
      for (const { key } of items) this.#numbers.set(key, at + 1);
  }

  get batches(): number {
    return this.#batches.length;
  }

  /** The batch of an item, from 1; null where it is part of none. */
  numberOf(key: string): number | null {
    return this.#numbers.get(key) ?? null;
  }

  /** The last batch of which something was sent, or looked at and left. */
  reached(standing: Standing | null): number {
    if (standing === null) return 0;
    const state = wordsFor(standing);
    for (let number = this.#batches.length; number > 0; number--) {
      if (this.#batches[number - 1]!.items.some((item) => !IS_TO_COME.has(state(item)))) return number;
    }
    return 0;
  }

  /** Looked at right behind batch `at`; null: where it stands, before a push behind its first. */
  show(standing: Standing | null, at: number | null): PushLine {
    const state = wordsFor(standing);
    const reached = this.reached(standing);
    const wanted = at ?? (standing === null ? 1 : reached);
    const point = Math.max(0, Math.min(this.#batches.length, wanted));
    const batch = this.#batches[point - 1];
    return {
      batches: this.#batches.length,
      canary: this.#batches.filter(({ isCanary }) => isCanary).length,
      jobs: this.#batches.filter(({ isJob }) => isJob).length,
      reached,
      strip: this.#parts(standing, state),
      at: point,
      batch: batch === undefined ? null : this.#batch(batch, standing, state),
      cut: this.#cut(point, reached, standing, state),
    };
  }

  #parts(standing: Standing | null, state: StateOf): readonly LinePart[] {
    const entries = standing?.entries ?? 0;
    if (this.#strip?.standing === standing && this.#strip.entries === entries) return this.#strip.parts;
    const size = Math.max(1, Math.ceil(this.#batches.length / PARTS));
    const parts: LinePart[] = [];
    for (let from = 0; from < this.#batches.length; from += size) {
      const items = this.#batches.slice(from, from + size).flatMap((batch) => batch.items);
      parts.push({
        from: from + 1,
        to: Math.min(from + size, this.#batches.length),
        sides: onBoth((side) => {
          const own = items.filter((item) => item.side === side);
          return { acts: countActs(own), counts: countStates(own, state) };
        }),
      });
    }
    this.#strip = { standing, entries, parts };
    return parts;
  }

  #batch({ isCanary, isJob, items }: PlannedBatch, standing: Standing | null, state: StateOf): LineBatch {
    const [{ side, sync, object, act }] = items;
    const times = items.flatMap(({ key }) => standing?.of(key).at ?? []).sort();
    const [from] = times;
    return {
      isCanary,
      isJob,
      side,
      sync,
      object,
      act,
      records: this.#named(items),
      clears: items.filter(({ values }) => [...values.values()].includes('')).length,
      counts: countStates(items, state),
      times: from === undefined ? null : { from, to: times.at(-1) ?? from },
    };
  }

  #cut(point: number, reached: number, standing: Standing | null, state: StateOf): LineCut {
    const written = new Set<string>();
    const lost = { refused: 0, unknown: 0, stale: 0, sent: 0 };
    // Behind what was reached the rest is taken to go well; before it, it is as it was.
    const assumes = (standing === null || !isOver(standing.state)) && point > reached;
    for (const { items } of this.#batches.slice(0, point)) {
      for (const item of items) {
        const is = state(item);
        if (is === 'refused' || is === 'unknown' || is === 'stale') lost[is]++;
        else if (is === 'written' || is === 'read-back') written.add(item.key);
        else if (is === 'sent' && !assumes) lost.sent++;
        else if (assumes && [...item.refs.values()].every((key) => written.has(key))) written.add(item.key);
      }
    }
    const left = afterCut(this.#items, ({ key }) => written.has(key));
    return {
      written: onBoth((side) => countActs(left.written.filter((item) => item.side === side))),
      lost,
      notSent: left.notWritten.length - lost.refused - lost.unknown - lost.stale - lost.sent,
      half: this.#named(left.half),
      unlinked: this.#named(left.unlinked),
      missing: this.#named(left.missing),
    };
  }

  #named(items: readonly PushItem[]): PushRecords {
    return { count: items.length, names: items.slice(0, LISTED).map((item) => this.#nameOf(item)) };
  }
}

type StateOf = (item: PushItem) => JournalState;

const IS_TO_COME: ReadonlySet<JournalState> = new Set(['waiting', 'not-sent']);

const wordsFor = (standing: Standing | null): StateOf =>
  standing === null ? () => 'waiting' : ({ key }) => stateOf(standing.of(key), standing);

function countStates(items: readonly PushItem[], state: StateOf): PushCounts {
  const counts = { ...NO_COUNTS };
  for (const item of items) counts[state(item)]++;
  return counts;
}
