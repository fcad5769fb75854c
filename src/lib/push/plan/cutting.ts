import type { PushItem } from '../item.ts';
import { areAlike, Batch } from './batches.ts';

/** Of an item: may be sent; waits for a parent that may still be written; or needs nothing any more, or nothing that can come. */
export type Readiness = 'ready' | 'waits' | 'over';

/**
 * Cuts the items of one side into batches, in their order. A push asks for them one by one while it sends them, its time line all at once
 * (S370): where nothing goes wrong both get the same ones, however fast the app is, since no batch holds an item whose parent is in another
 * that need not be over yet.
 */
export class Cutting {
  readonly #items: readonly PushItem[];
  readonly #most: number;
  readonly #readinessOf: (item: PushItem) => Readiness;
  /** Keys of what was cut since all that was cut before was over. */
  readonly #open = new Set<string>();
  readonly #waiting: PushItem[] = [];
  #at = 0;
  #last: PushItem | null = null;

  /** `most`: items of a batch. */
  constructor(items: readonly PushItem[], most: number, readinessOf: (item: PushItem) => Readiness) {
    this.#items = items;
    this.#most = Math.max(1, most);
    this.#readinessOf = readinessOf;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#items.length;
  }

  /** Those that waited for a parent when it was their turn. */
  get waiting(): readonly PushItem[] {
    return this.#waiting;
  }

  /** Must all that was cut be over before the next batch is? It is of another object or act, or begins with a child of what was cut. */
  get needsAllOver(): boolean {
    const head = this.#items[this.#at];
    if (head === undefined || this.#last === null) return false;
    return !areAlike(this.#last, head) || this.#isChildOfOpen(head);
  }

  /** All that was cut is over. */
  allOver(): void {
    this.#open.clear();
    this.#last = null;
  }

  /** The next batch; it may be empty. */
  next(): Batch {
    const batch = new Batch(this.#most);
    const head = this.#items[this.#at];
    if (head === undefined) return batch;
    this.#last = head;
    for (; !this.isAtEnd; this.#at++) {
      const item = this.#items[this.#at]!;
      if (!areAlike(item, head) || this.#isChildOfOpen(item)) break;
      const readiness = this.#readinessOf(item);
      if (readiness === 'waits') this.#waiting.push(item);
      if (readiness !== 'ready') continue;
      if (!batch.takes(item)) break;
      this.#open.add(item.key);
    }
    return batch;
  }

  #isChildOfOpen({ refs }: PushItem): boolean {
    return [...refs.values()].some((key) => this.#open.has(key));
  }
}
