/** A time zone as a table: plain data, handed in by the tools, since the engine has no locale data (TZ1). */
export interface Zone {
  readonly name: string;
  /** Instants at which the offset changes, ascending, in milliseconds since 1970 UTC. */
  readonly changes: readonly number[];
  /** Milliseconds east of UTC: the first before all changes, then one after each. */
  readonly offsets: readonly number[];
}

/** Who knows zones by their IANA names; null where there is no such zone. */
export interface Zones {
  zone(name: string): Zone | null;
}

const DAY_MS = 86_400_000;

/** Milliseconds east of UTC at an instant. */
export function offsetAt({ changes, offsets }: Zone, at: number): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (changes[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return offsets[low]!;
}

/** The instant of a local time; of an hour that comes twice the first, of one that never comes as if the clock had not moved. */
export function instantOf(zone: Zone, local: number): number {
  const early = local - offsetAt(zone, local - DAY_MS);
  if (offsetAt(zone, early) === local - early) return early;
  const late = local - offsetAt(zone, local + DAY_MS);
  return offsetAt(zone, late) === local - late ? late : early;
}
