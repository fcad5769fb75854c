import type { PushItem } from '../item.ts';

/** Items that go in one call, or as one job: of one side, object and act, as long as they stand together and none is the same record twice. */
export class Batch {
  /** Does it go as a job (S440)? */
  readonly isJob: boolean;
  readonly #most: number;
  readonly #items: PushItem[] = [];
  readonly #records = new Set<string>();

  constructor(most: number, isJob: boolean) {
    this.#most = most;
    this.isJob = isJob;
  }

  get items(): readonly PushItem[] {
    return this.#items;
  }

  /** Names of its records: two calls that have one in common may not be in flight together. */
  get records(): ReadonlySet<string> {
    return this.#records;
  }

  /** Takes an item in; false where it belongs to the next call. */
  takes(item: PushItem): boolean {
    const [first] = this.#items;
    const record = recordOf(item, this.isJob);
    if (first !== undefined && !(this.isJob ? areOfOneJob(first, item) : areAlike(first, item))) return false;
    if (this.#items.length >= this.#most || (record !== null && this.#records.has(record))) return false;
    this.#items.push(item);
    if (record !== null) this.#records.add(record);
    return true;
  }
}

/** Can two items go in one call? */
export const areAlike = (one: PushItem, other: PushItem): boolean =>
  one.side === other.side && one.object === other.object && one.act === other.act;

/** Can two items go as one job? Its file has one column that tells its rows apart. */
export const areOfOneJob = (one: PushItem, other: PushItem): boolean =>
  areAlike(one, other) && one.unique?.field === other.unique?.field;

/** A create is its unique value, as far as it has one; of a job two that differ in case alone can be one record's. */
function recordOf({ id, unique }: PushItem, isJob: boolean): string | null {
  if (id !== null) return `id ${id}`;
  if (unique === null) return null;
  return `${unique.field} ${isJob ? unique.value.trim().toLowerCase() : unique.value}`;
}
