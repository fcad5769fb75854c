import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';

/** What a route is asked: a HEAD is asked as GET, and its body is left out of the answer. */
export interface Ask {
  readonly method: 'GET' | 'POST';
  /** Decoded; begins with a slash. */
  readonly path: string;
  /** As it came: its body is not read yet. */
  readonly request: IncomingMessage;
  /** Who asked is gone before the answer was. */
  readonly gone: AbortSignal;
}

export interface Reply {
  readonly status: number;
  /** With its charset where it is text. */
  readonly type: string;
  /** One that comes bit by bit: where it breaks off, the connection does. */
  readonly body: Uint8Array | string | Readable;
  /** Beside those that every answer carries; a policy of its own replaces the usual one. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: Ask['method'];
  /** One path, or all that begin with it where it ends in a slash. The first of the table that fits answers. */
  readonly path: string;
  answer(ask: Ask): Promise<Reply>;
}

export const fits = (route: Route, path: string): boolean =>
  route.path.endsWith('/') ? path.startsWith(route.path) : path === route.path;

export const said = (
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: `${text}\n`,
  headers,
});

export const json = (value: unknown): Reply => ({
  status: 200,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
  headers: { 'Cache-Control': 'no-store' },
});
