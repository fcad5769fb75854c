import type { Zone } from './model/zone.ts';

/**
 * What the rules need from outside. `src/lib/tools/` implements it with libraries, for workers and Node alike;
 * tests also run with a plain one. All are pure: same input, same output, in every locale and zone.
 */
export interface Tools {
  /** UTF-8, for long texts; cells are coded by `bytes/utf8.ts`. */
  encode(text: string): Uint8Array;
  /** Lower-case hex. */
  sha256(bytes: Uint8Array): string;
  /** A hash fed in parts, for what is too large for one buffer. */
  sha256Stream(): HashStream;
  /** E.164, or null where the text is no possible number. `country` is ISO 3166 alpha-2 or null. */
  phone(text: string, country: string | null): string | null;
  /** Host name to its ASCII form, or null where it has none. */
  hostToAscii(host: string): string | null;
  /** The offsets of an IANA time zone, or null where there is no such zone (TZ1). */
  zone(name: string): Zone | null;
  readonly tlds: TopLevelDomains;
}

export interface HashStream {
  update(bytes: Uint8Array): void;
  /** Lower-case hex; ends the stream. */
  digest(): string;
}

export interface TopLevelDomains {
  /** Version and date of the list, shown and named in `summary.json`. */
  readonly version: string;
  /** Is this ASCII, lower-case label a top-level domain? */
  has(label: string): boolean;
}
