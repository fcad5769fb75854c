import type { Account, Answer, AppConnector, AppDescription } from './app-connector.ts';
import { isByWindow, type AppSettings } from './app-settings.ts';
import { hubSpot } from './hubspot/index.ts';
import { openOdoo } from './odoo/index.ts';
import { openPocketBase, signInToPocketBase } from './pocketbase/index.ts';
import { salesforceByRefreshToken, type OnNew } from './salesforce/by-window.ts';
import { salesforce } from './salesforce/index.ts';
import { WAYS, type Ways } from './ways.ts';

/** An app that was signed in to, and what it said of itself. */
export interface OpenedApp {
  readonly connector: AppConnector;
  readonly account: Account;
  readonly description: AppDescription;
}

/**
 * Opens an app with what a person gave. The secret stays in the caller that is made of it, in memory alone. `onNew`: the app has put another
 * one in its place, now or while the app is open; nothing is asked of the app before that is settled.
 */
export type OpenApp = (settings: AppSettings, secret: string, onNew?: OnNew) => Promise<Answer<OpenedApp>>;

/** S351: the account is asked for first, so a secret that does not hold is told by one cheap call. */
export const appOpener =
  (ways: Ways = WAYS): OpenApp =>
  async (settings, secret, onNew = () => Promise.resolve()) => {
    const made = await connectorOf(settings, secret, ways, onNew);
    return made.ok ? describedApp(made.value) : made;
  };

/** What an app that somebody is signed in to says of itself: whose it is, and what it has. */
export async function describedApp(connector: AppConnector): Promise<Answer<OpenedApp>> {
  const account = await connector.account();
  if (!account.ok) return account;
  const description = await connector.describe();
  if (!description.ok) return description;
  return { ok: true, value: { connector, account: account.value, description: description.value } };
}

/** What can stand in a header: a secret of other signs cannot be one of these apps'. */
const TOKEN = /^[\x21-\x7e]{1,4096}$/;

async function connectorOf(
  settings: AppSettings,
  secret: string,
  ways: Ways,
  onNew: OnNew,
): Promise<Answer<AppConnector>> {
  const { relay, direct } = ways;
  if (settings.app === 'pocketbase') {
    const { origin, email } = settings;
    const token = await signInToPocketBase(direct(origin, {}), email, secret);
    return token.ok ? openPocketBase(direct(origin, { authorization: token.value })) : token;
  }
  // A token that was pasted brings blanks and a line end.
  const token = secret.trim();
  if (!TOKEN.test(token)) return NO_TOKEN;
  if (isByWindow(settings)) return salesforceByRefreshToken(settings, token, ways, onNew);
  const signIn = { authorization: `Bearer ${token}` };
  switch (settings.app) {
    case 'hubspot':
      return { ok: true, value: hubSpot(relay('hubspot', signIn)) };
    case 'salesforce':
      return { ok: true, value: salesforce(direct(settings.origin, signIn)) };
    case 'odoo': {
      const { database, host } = settings;
      const headers = database === '' ? signIn : { ...signIn, 'x-odoo-database': database };
      return openOdoo(relay('odoo', headers, host));
    }
    default:
      return settings satisfies never;
  }
}

const NO_TOKEN: Answer<never> = {
  ok: false,
  fault: { code: 'signed-out', category: 'transport', status: null, said: '', waitFor: null },
};
