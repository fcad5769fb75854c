import type { Place } from './read-design-place.ts';

/** An IANA name such as `Europe/Oslo`; whether there is such a zone is known where there are tools (`checkZones`). */
export function readTimeZone(place: Place): { readonly timeZone?: string } {
  if (place.nothing) return {};
  const timeZone = place.text();
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(timeZone)) place.bad('time-zone');
  return { timeZone };
}
