import type { PushItem } from '../item.ts';

/** Items that go in one call: of one side, object and act, as long as they stand together and none is the same record twice. */
export class Batch {
  readonly #most: number;
  readonly #items: PushItem[] = [];
  readonly #records = new Set<string>();

  constructor(most: number) {
    this.#most = most;
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
    const record = recordOf(item);
    if (first !== undefined && !areAlike(first, item)) return false;
    if (this.#items.length >= this.#most || (record !== null && this.#records.has(record))) return false;
    this.#items.push(item);
    if (record !== null) this.#records.add(record);
    return true;
  }
}

/** Can two items go in one call? */
export const areAlike = (one: PushItem, other: PushItem): boolean =>
  one.side === other.side && one.object === other.object && one.act === other.act;

/** A create is its unique value, as far as it has one. */
function recordOf({ id, unique }: PushItem): string | null {
  if (id !== null) return `id ${id}`;
  return unique === null ? null : `${unique.field} ${unique.value}`;
}
