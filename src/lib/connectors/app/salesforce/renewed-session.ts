import type { Caller } from '../call.ts';
import { refreshSession, type Session, type SignInApp } from './sign-in.ts';

/** What renewing a session needs beside it. */
export interface Renewal {
  readonly client: Pick<SignInApp, 'clientId'>;
  /** Reaches the login host. */
  readonly login: Caller;
  /** Reaches the org with an access token. */
  readonly to: (accessToken: string) => Caller;
  readonly isHost: (origin: string) => boolean;
  /** The refresh token is another one from now on: kept before anything is done with the new session. */
  readonly onNew: (refreshToken: string) => Promise<void>;
}

/**
 * Calls to an org for as long as its refresh token holds (S424): a call the org refused because the session is over did nothing there, and
 * alone goes again, once, with a new session. One renewal serves all calls that were on their way. A session of another org, or at another
 * host, is not used.
 */
export function renewedSession(session: Session, { client, login, to, isHost, onNew }: Renewal): Caller {
  let caller = to(session.accessToken);
  let { refreshToken } = session;
  let renewal: Promise<void> | null = null;

  async function renew(): Promise<void> {
    if (refreshToken === null) return;
    const next = await refreshSession(login, client, refreshToken, isHost);
    if (!next.ok) return;
    const { accessToken, account, origin } = next.value;
    if (next.value.refreshToken !== null) {
      ({ refreshToken } = next.value);
      await onNew(next.value.refreshToken);
    }
    if (account === session.account && origin === session.origin) caller = to(accessToken);
  }

  return async (call) => {
    const used = caller;
    const answer = await used(call);
    if (answer.kind !== 'answered' || answer.status !== 401) return answer;
    if (caller === used)
      await (renewal ??= renew().finally(() => {
        renewal = null;
      }));
    return caller === used ? answer : caller(call);
  };
}
