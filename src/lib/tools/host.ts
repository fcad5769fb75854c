const ASCII_HOST = /^[a-z0-9._-]+$/;
/** What a URL reads as something else than a part of its host, or drops. */
const NOT_IN_HOST = /[\0-\x20/?#@:\\%[\]<>^|\x7f]/;

/**
 * A host name in its ASCII form (UTS 46, lower-case), or null where it has none. An ASCII name is only lower-cased:
 * the platform's URL would read `1.2` as an address.
 */
export function hostToAscii(host: string): string | null {
  const lower = host.toLowerCase();
  if (ASCII_HOST.test(lower)) return lower;
  if (lower === '' || NOT_IN_HOST.test(lower)) return null;
  const url = `http://${lower}/`;
  if (!URL.canParse(url)) return null;
  const ascii = new URL(url).hostname;
  return ASCII_HOST.test(ascii) ? ascii : null;
}
