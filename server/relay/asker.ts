import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why the relay does nothing: nothing of the call left this machine. */
export type RelayNo =
  /** Not one of its addresses, as they are written. */
  | 'address'
  | 'host'
  | 'origin'
  /** Not said by the browser to come from a page of this origin. */
  | 'foreign'
  | 'key'
  /** A header it goes by is there twice, or not as it must be. */
  | 'header'
  /** An app, a method or a path that is not on its list. */
  | 'target'
  | 'too-large'
  | 'body'
  | 'busy'
  /** The same call again: a browser sends one again by itself where its connection dropped (F2). */
  | 'repeated';

/** S340: what every ask must be, of the key too. Null: it is. */
export function noToAsker(request: IncomingMessage, path: string): RelayNo | null {
  if (request.url !== path) return 'address';
  const own = `127.0.0.1:${String(request.socket.localPort)}`;
  if (only(request, 'host') !== own) return 'host';
  if (only(request, 'origin') !== `http://${own}`) return 'origin';
  if (only(request, 'sec-fetch-site') !== 'same-origin') return 'foreign';
  return request.headers.upgrade === undefined && request.headers.expect === undefined ? null : 'header';
}

/** The value of a header that is there once; null else. */
export function only(request: IncomingMessage, name: string): string | null {
  const values = request.rawHeaders.filter(
    (_, at, all) => at % 2 === 1 && all[at - 1]?.toLowerCase() === name,
  );
  return values.length === 1 ? (values[0] ?? null) : null;
}

/** Whether the text is the key, in a time that says nothing of how much of it is. */
export function isKey(key: string, given: string | null): boolean {
  const bytes = Buffer.from(given ?? '');
  const wanted = Buffer.from(key);
  return bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
}
