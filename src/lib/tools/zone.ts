import type { Zone } from '../engine/model/zone.ts';

const HOUR_MS = 3_600_000;
/** Zones have no common rules before, and rules repeat long before the end. */
const FIRST = Date.UTC(1900, 0, 1);
const LAST = Date.UTC(2100, 0, 1);
const STEP = 20 * 24 * HOUR_MS;

const known = new Map<string, Zone | null>();

/** The offsets of an IANA zone as the platform knows them; null where it does not. UTC is no table. */
export function zoneOf(name: string): Zone | null {
  let zone = known.get(name);
  if (zone === undefined) known.set(name, (zone = tableOf(name)));
  return zone;
}

function tableOf(name: string): Zone | null {
  const offset = offsetReader(name);
  if (offset === null) return null;
  const changes: number[] = [];
  const offsets = [offset(FIRST)];
  for (let at = FIRST; at < LAST; at += STEP) {
    let low = at;
    const high = at + STEP;
    // A stretch can hold more than one change.
    while (offset(low) !== offset(high)) {
      const change = nextChange(offset, low, high);
      changes.push(change);
      offsets.push(offset(change));
      low = change;
    }
  }
  return { name, changes, offsets };
}

/** The first instant after `low` with another offset than at `low`, to the second. */
function nextChange(offset: (at: number) => number, low: number, high: number): number {
  const before = offset(low);
  let [from, to] = [low, high];
  while (to - from > 1000) {
    const middle = Math.floor((from + to) / 2000) * 1000;
    if (middle <= from) break;
    if (offset(middle) === before) from = middle;
    else to = middle;
  }
  return to;
}

function offsetReader(name: string): ((at: number) => number) | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
  return (at) => {
    const whole = Math.floor(at / 1000) * 1000;
    // `3/5/2026, 09:00:00`
    const [month, day, year, hour, minute, second] = format.format(whole).match(/\d+/g)!.map(Number);
    return Date.UTC(year!, month! - 1, day!, hour, minute, second) - whole;
  };
}
