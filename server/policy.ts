/**
 * The content policy, once: svelte.config.js writes it into the page, the server sends it with every answer
 * (a page's own policy does not reach its workers; the header of the worker's script does).
 */
export const DIRECTIVES = {
  'default-src': ['none'],
  'script-src': ['self'],
  'worker-src': ['self'],
  'style-src': ['self'],
  // SvelteKit's route announcer sets this one style attribute.
  'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
  'connect-src': ['self'],
  'img-src': ['self'],
  'font-src': ['self'],
  'manifest-src': ['self'],
  'object-src': ['none'],
  'base-uri': ['self'],
  'form-action': ['self'],
  'require-trusted-types-for': ['script'],
  'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'drysync-worker-url'],
};

/** Only a header can carry this one. */
const HEADER_ONLY = "frame-ancestors 'none'";

const QUOTED = /^(none|self|unsafe-hashes|script|sha256-.+)$/;

/** The policy for an answer that is no page: no inline script at all. `direct`: origins that may be called beside this one (S353). */
export function policyHeader(direct: readonly string[] = []): string {
  const parts = Object.entries(DIRECTIVES).map(
    ([name, values]) =>
      `${name} ${values.map((value) => (QUOTED.test(value) ? `'${value}'` : value)).join(' ')}`,
  );
  return withDirect([...parts, HEADER_ONLY].join('; '), direct);
}

/** The policy a page carries (with the hashes of its inline scripts), as a header. */
export function pagePolicyHeader(html: string, direct: readonly string[] = []): string {
  const text = IN_PAGE.exec(html)?.[2];
  if (text === undefined) return policyHeader(direct);
  const plain = text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  return withDirect(`${plain}; ${HEADER_ONLY}`, direct);
}

/** A page whose own policy lets these origins be called too: both policies hold, the stricter counts. */
export const pageWith = (html: string, direct: readonly string[]): string =>
  direct.length === 0
    ? html
    : html.replace(IN_PAGE, (_, before: string, text: string) => `${before}${withDirect(text, direct)}"`);

const IN_PAGE = /(http-equiv="content-security-policy"\s+content=")([^"]+)"/i;

const withDirect = (policy: string, direct: readonly string[]): string =>
  policy.replace(/connect-src [^;]*/, (found) => [found, ...direct].join(' '));
