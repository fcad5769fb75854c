import type { Caller } from '../call.ts';
import { exchange, type CallerOptions } from './exchange.ts';

/** Calls an app from where it runs: a page that the app lets call it (CORS), or Node. `origin`: scheme, host and port. */
export function directCaller(origin: string, options: CallerOptions): Caller {
  const { origin: host } = new URL(origin);
  return async ({ method, path, headers, body }) => {
    const answer = await exchange(
      host + path,
      { method, body, headers: { ...headers, ...options.headers } },
      options,
    );
    return answer.kind === 'lost' ? answer : { ...answer, header: (name) => answer.headers.get(name) };
  };
}
