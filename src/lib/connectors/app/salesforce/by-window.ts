import type { AppConnector } from '../app-connector.ts';
import type { SalesforceLogin, WindowSettings } from '../app-settings.ts';
import type { Caller } from '../call.ts';
import type { Answer } from '../fault.ts';
import type { Ways } from '../ways.ts';
import { salesforce } from './connector.ts';
import { renewedSession } from './renewed-session.ts';
import { isSalesforce, refreshSession, type Session } from './sign-in.ts';

/** What an app gives in place of a secret; settled once it is kept. */
export type OnNew = (secret: string) => Promise<void>;

/** Where a person signs in. */
export const loginOrigin = ({ login, origin }: WindowSettings): string =>
  ({
    own: origin,
    production: 'https://login.salesforce.com',
    sandbox: 'https://test.salesforce.com',
  })[login];

/** What the relay calls a login host, and passes on to it: the token's address alone (S423). */
export const loginRelay = (login: SalesforceLogin): string => `salesforce-${login}`;

/** Hosts an answer may name: the org's, and others of Salesforce's own so that they can be told. */
export const isNamed =
  ({ origin }: WindowSettings) =>
  (host: string): boolean =>
    host === origin || isSalesforce(host);

/** An org, for as long as the session's refresh token holds. The session is of the org at `settings.origin`. */
export const salesforceBySession = (
  settings: WindowSettings,
  session: Session,
  ways: Ways,
  onNew: OnNew,
): AppConnector =>
  salesforce(
    renewedSession(session, {
      client: settings,
      login: loginCaller(settings, ways),
      to: (accessToken) => ways.direct(settings.origin, { authorization: `Bearer ${accessToken}` }),
      isHost: isNamed(settings),
      onNew,
    }),
  );

export async function salesforceByRefreshToken(
  settings: WindowSettings,
  refreshToken: string,
  ways: Ways,
  onNew: OnNew,
): Promise<Answer<AppConnector>> {
  const session = await refreshSession(
    loginCaller(settings, ways),
    settings,
    refreshToken,
    isNamed(settings),
  );
  if (!session.ok) return session;
  const { refreshToken: next, origin } = session.value;
  if (next !== null) await onNew(next);
  if (origin !== settings.origin) {
    return {
      ok: false,
      fault: { code: 'forbidden', category: 'permission', status: null, said: origin, waitFor: null },
    };
  }
  const held = { ...session.value, refreshToken: next ?? refreshToken };
  return { ok: true, value: salesforceBySession(settings, held, ways, onNew) };
}

export const loginCaller = ({ login, origin }: WindowSettings, ways: Ways): Caller =>
  ways.relay(loginRelay(login), {}, login === 'own' ? new URL(origin).host : undefined);
