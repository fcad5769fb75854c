import type { IncomingMessage } from 'node:http';
import { only, type RelayNo } from './asker.ts';
import { isAllowed } from './target.ts';
import type { Upstream, Upstreams } from './upstream.ts';

/** A call as it leaves: made anew from what is listed, so that nothing else of the page's request gets there. */
export interface RelayCall {
  /** The page's name for it. */
  readonly id: string;
  readonly upstream: Upstream;
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** How a header's value must look to be passed on; of an app's own ones any printable text. */
const PASSED: Readonly<Record<string, RegExp>> = {
  authorization: /^bearer [\x21-\x7e]{1,4096}$/i,
  'content-type': /^(?:application\/json|text\/csv)(?:; ?charset=utf-8)?$/i,
  accept: /^(?:application\/json|text\/csv|\*\/\*)$/i,
};
const FORM = /^application\/x-www-form-urlencoded(?:; ?charset=utf-8)?$/i;
const PRINTABLE = /^[\x20-\x7e]{1,256}$/;
const ID = /^[0-9a-f-]{36}$/;

export function callOf(upstreams: Upstreams, request: IncomingMessage): RelayCall | RelayNo {
  const id = only(request, 'x-drysync-call');
  const upstream = upstreams.get(only(request, 'x-drysync-app') ?? '');
  const method = only(request, 'x-drysync-method') ?? '';
  const target = only(request, 'x-drysync-path') ?? '';
  if (id === null || !ID.test(id)) return 'header';
  if (upstream === undefined || !isAllowed(upstream, method, target)) return 'target';
  const headers: Record<string, string> = { 'accept-encoding': 'identity', 'user-agent': 'Drysync' };
  for (const name of [...Object.keys(PASSED), ...upstream.asks]) {
    if (request.headers[name] === undefined) continue;
    const value = only(request, name);
    const looks = name === 'content-type' && upstream.forms === true ? FORM : (PASSED[name] ?? PRINTABLE);
    if (value === null || !looks.test(value)) return 'header';
    headers[name] = value;
  }
  return { id, upstream, method, target, headers };
}
