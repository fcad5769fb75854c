import type { HubSpotRecord, Kind } from './kind.ts';

type Seen = Pick<HubSpotRecord, 'id' | 'properties' | 'createdAt' | 'updatedAt'>;

interface Pending {
  readonly due: number;
  readonly kind: string;
  readonly id: string;
  /** Null: gone by then. */
  readonly seen: Seen | null;
}

/** What search knows: everything at once, or only what was written some time ago. */
export class SearchIndex {
  #lag = 0;
  #known = new Map<string, Map<string, Seen>>();
  #pending: Pending[] = [];

  /** From now on search is behind by so many milliseconds. */
  lag(milliseconds: number, kinds: Iterable<Kind>): void {
    this.#lag = milliseconds;
    this.#pending = [];
    this.#known = new Map();
    for (const kind of kinds) {
      const there = [...kind.records.values()]
        .filter(isThere)
        .map((one): [string, Seen] => [one.id, copy(one)]);
      this.#known.set(kind.name, new Map(there));
    }
  }

  wrote(kind: Kind, record: HubSpotRecord, now: number): void {
    if (this.#lag === 0) return;
    const seen = isThere(record) ? copy(record) : null;
    this.#pending.push({ due: now + this.#lag, kind: kind.name, id: record.id, seen });
  }

  records(kind: Kind, now: number): Seen[] {
    if (this.#lag === 0) return [...kind.records.values()].filter(isThere);
    const due = this.#pending.filter((one) => one.due <= now);
    this.#pending = this.#pending.filter((one) => one.due > now);
    for (const { kind: name, id, seen } of due) {
      const known = this.#known.get(name) ?? new Map<string, Seen>();
      this.#known.set(name, known);
      if (seen === null) known.delete(id);
      else known.set(id, seen);
    }
    return [...(this.#known.get(kind.name)?.values() ?? [])];
  }
}

export const isThere = (record: HubSpotRecord): boolean =>
  record.archivedAt === null && record.mergedInto === null;

const copy = ({ id, properties, createdAt, updatedAt }: HubSpotRecord): Seen => ({
  id,
  properties,
  createdAt,
  updatedAt,
});
