import type { WindowSettings } from './app-settings.ts';
import type { Answer, AppFault } from './fault.ts';
import { describedApp, type OpenedApp } from './open-app.ts';
import {
  isNamed,
  loginCaller,
  loginOrigin,
  salesforceBySession,
  type OnNew,
} from './salesforce/by-window.ts';
import {
  beginSignIn,
  codeIn,
  exchangeCode,
  revokeSignIn,
  type Begun,
  type SignInTools,
} from './salesforce/sign-in.ts';
import { WAYS, type Ways } from './ways.ts';

/** A sign-in in a window of the app's own that has begun. Its verifier is a secret: it stays where it was made. */
export interface BegunInWindow extends Begun {
  readonly settings: WindowSettings;
  /** Where the app sends the person back to. */
  readonly redirectUri: string;
}

/** How it came back. `secret`: what signs in again; null where the app gave nothing that does. */
export type CameBack =
  | { readonly is: 'opened'; readonly opened: OpenedApp; readonly secret: string | null }
  /** Not the sign-in that had begun, or without what it was for. */
  | { readonly is: 'other-sign-in' }
  | { readonly is: 'refused'; readonly said: string }
  /** The org is at a host that this page may not call (S353). */
  | { readonly is: 'other-host'; readonly found: string }
  | { readonly is: 'fault'; readonly fault: AppFault };

/** Signs in by a window in which a person says yes at the app itself: OAuth 2.0 with PKCE (S319, S423). */
export interface WindowSignIn {
  begin(settings: WindowSettings, redirectUri: string): Promise<BegunInWindow>;
  /** `returned`: the address the person came back to. */
  finish(begun: BegunInWindow, returned: string, onNew: OnNew): Promise<CameBack>;
  /** Takes it back at the app, by what signs in again (S445). */
  takeBack(settings: WindowSettings, secret: string): Promise<Answer<null>>;
}

const PLATFORM: SignInTools = {
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
};

export const windowSignIn = (ways: Ways = WAYS, tools: SignInTools = PLATFORM): WindowSignIn => ({
  begin: async (settings, redirectUri) => {
    const app = { clientId: settings.clientId, redirectUri };
    return { ...(await beginSignIn(loginOrigin(settings), app, tools)), settings, redirectUri };
  },
  finish: async (begun, returned, onNew) => {
    const { settings, redirectUri } = begun;
    const code = codeIn(returned, begun);
    if (!code.ok)
      return code.fault.code === 'forbidden'
        ? { is: 'refused', said: code.fault.said }
        : { is: 'other-sign-in' };
    const app = { clientId: settings.clientId, redirectUri };
    const login = loginCaller(settings, ways);
    const session = await exchangeCode(login, app, code.value, begun, isNamed(settings));
    if (!session.ok) return { is: 'fault', fault: session.fault };
    const { origin, refreshToken } = session.value;
    if (origin !== settings.origin) return { is: 'other-host', found: origin };
    const opened = await describedApp(salesforceBySession(settings, session.value, ways, onNew));
    return opened.ok
      ? { is: 'opened', opened: opened.value, secret: refreshToken }
      : { is: 'fault', fault: opened.fault };
  },
  takeBack: (settings, secret) => revokeSignIn(loginCaller(settings, ways), secret),
});
