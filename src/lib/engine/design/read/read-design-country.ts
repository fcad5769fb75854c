import type { Place } from './read-design-place.ts';

/** A country as a design names it, ISO 3166 alpha-2; null where it names none. */
export function readCountry(country: Place): string | null {
  if (country.nothing) return null;
  if (typeof country.value === 'string' && /^[A-Z]{2}$/.test(country.value)) return country.value;
  country.bad('country');
  return null;
}
