import type { JobSizes } from '../../connectors/app/jobs.ts';
import type { PushItem } from '../item.ts';
import { areAlike, areOfOneJob, Batch } from './batches.ts';

/** Of an item: may be sent; waits for a parent that may still be written; or needs nothing any more, or nothing that can come. */
export type Readiness = 'ready' | 'waits' | 'over';

/** Records of a call, and of a job where there are such. */
export interface Sizes {
  readonly call: number;
  readonly job: JobSizes | null;
}

/**
 * Cuts the items of one side into batches, in their order. A push asks for them one by one while it sends them, its time line all at once
 * (S370): where nothing goes wrong both get the same ones, however fast the app is, since no batch holds an item whose parent is in another
 * that need not be over yet.
 */
export class Cutting {
  readonly #items: readonly PushItem[];
  readonly #sizes: Sizes;
  readonly #readinessOf: (item: PushItem) => Readiness;
  readonly #inJob: (item: PushItem) => boolean;
  /** Keys of what was cut since all that was cut before was over. */
  readonly #open = new Set<string>();
  readonly #waiting: PushItem[] = [];
  #at = 0;
  #last: PushItem | null = null;

  constructor(
    items: readonly PushItem[],
    sizes: Sizes,
    readinessOf: (item: PushItem) => Readiness,
    inJob: (item: PushItem) => boolean = (item) => item.inJob === true,
  ) {
    this.#items = items;
    this.#sizes = sizes;
    this.#readinessOf = readinessOf;
    this.#inJob = inJob;
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
    const head = this.#items[this.#at];
    const { call, job } = this.#sizes;
    const isJob = head !== undefined && job !== null && this.#stand(head, job.over + 1);
    const batch = new Batch(Math.max(1, isJob ? job.most : call), isJob);
    if (head === undefined) return batch;
    this.#last = head;
    for (; !this.isAtEnd; this.#at++) {
      const item = this.#items[this.#at]!;
      if (this.#isOfAnother(item, head)) break;
      const readiness = this.#readinessOf(item);
      if (readiness === 'waits') this.#waiting.push(item);
      if (readiness !== 'ready') continue;
      if ((isJob && !this.#inJob(item)) || !batch.takes(item)) break;
      this.#open.add(item.key);
    }
    return batch;
  }

  /** Do so many stand together here that can be sent as one job now? */
  #stand(head: PushItem, enough: number): boolean {
    const own = new Set<string>();
    let first: PushItem | null = null;
    for (let at = this.#at; at < this.#items.length && own.size < enough; at++) {
      const item = this.#items[at]!;
      if (this.#isOfAnother(item, head)) break;
      if ([...item.refs.values()].some((key) => own.has(key))) break;
      if (this.#readinessOf(item) !== 'ready') continue;
      first ??= item;
      if (!this.#inJob(item) || !areOfOneJob(item, first)) break;
      own.add(item.key);
    }
    return own.size >= enough;
  }

  /** Does another batch begin here? */
  #isOfAnother(item: PushItem, head: PushItem): boolean {
    return !areAlike(item, head) || this.#isChildOfOpen(item);
  }

  #isChildOfOpen({ refs }: PushItem): boolean {
    return [...refs.values()].some((key) => this.#open.has(key));
  }
}
