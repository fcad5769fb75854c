import type { Caller } from './call.ts';
import { directCaller } from './callers/direct.ts';
import { relayCaller } from './callers/relay.ts';

/** How calls reach apps; tests bring their own. `headers`: the sign-in, which goes to this app alone. */
export interface Ways {
  /** `app`: as the relay's list names it; `host`: of one that has several (S460). */
  relay(app: string, headers: Readonly<Record<string, string>>, host?: string): Caller;
  direct(origin: string, headers: Readonly<Record<string, string>>): Caller;
}

export const WAYS: Ways = {
  relay: (app, headers, host) => relayCaller(app, { headers, host }),
  direct: (origin, headers) => directCaller(origin, { headers }),
};
