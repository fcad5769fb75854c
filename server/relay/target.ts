import type { Upstream } from './upstream.ts';

const LONGEST = 16_384;
/** Neither an empty nor a dot segment; which of them may have escapes is said where paths are listed. */
const PATH = /^(?:\/(?!\.{1,2}(?:\/|$))(?:[A-Za-z0-9._~!'()*-]|%[0-9A-F]{2})+)+$/;
/** What an escape must not hide: what parts a path, another escape, a dot, control characters. */
const HIDDEN = /%(?:2F|5C|25|2E|[01][0-9A-F]|7F)/;
const QUERY = /^(?:[A-Za-z0-9._~!$'()*+,;:@/?=&-]|%[0-9A-Fa-f]{2})*$/;
/** Line ends and other control characters, escaped. */
const CONTROL = /%(?:[01][0-9A-F]|7F)/i;

/** Whether the app is asked this by this method (S342): the path with its query as it is sent, from the slash on. */
export function isAllowed(upstream: Upstream, method: string, target: string): boolean {
  if (target.length > LONGEST) return false;
  const at = target.indexOf('?');
  const path = at < 0 ? target : target.slice(0, at);
  return (
    PATH.test(path) &&
    !HIDDEN.test(path) &&
    upstream.allowed.some((one) => one.methods.includes(method) && one.path.test(path)) &&
    (at < 0 || isQuery(upstream, target.slice(at + 1)))
  );
}

const isQuery = (upstream: Upstream, query: string): boolean =>
  QUERY.test(query) &&
  !CONTROL.test(query) &&
  query.split('&').every((part) => upstream.query.includes(part.split('=', 1)[0] ?? ''));
