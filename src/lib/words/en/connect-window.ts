import type { SalesforceLogin } from '../../conversation/index.ts';

/** Signing in to Salesforce in a window of its own. */
export const windowWords = () => ({
  way: 'How to sign in',
  ways: { window: 'At Salesforce', token: 'With a session token' },
  clientId: 'Client id',
  clientIdHint:
    'The consumer key of a connected app or external client app of your org: authorization code with PKCE, no client secret, the two scopes above.',
  callback: 'Callback address',
  callbackHint: 'The app at Salesforce has to name exactly this one.',
  login: 'Sign in at',
  logins: {
    own: (host: string): string => `${host} (the org’s own)`,
    production: () => 'login.salesforce.com (production)',
    sandbox: () => 'test.salesforce.com (sandboxes)',
  } satisfies Record<SalesforceLogin, (host: string) => string>,
  signIn: 'Sign in at Salesforce',
  memoryOnly:
    'You type nothing of yours here: Salesforce asks you in a window of its own. What it gives stays in the memory of this page, and ends when the page is loaded again or you sign out.',
  inVault:
    'You type nothing of yours here: Salesforce asks you in a window of its own. The vault is open and keeps what it gives, sealed under your passphrase.',
  waits: 'Go on in the window of Salesforce. This page goes on when you are back.',
  blocked: 'The browser opened no window. Open it yourself; this page goes on when you are back.',
  open: 'Open the sign-in of Salesforce',
  closed:
    'The window of Salesforce was closed before the sign-in came back, so nobody is signed in. Sign in again; where the window is still there, go on in it.',
  back: {
    title: 'Back from the sign-in',
    heard: 'Drysync goes on in the window you came from. This one can be closed.',
    nobody:
      'No window of Drysync waits for this sign-in. If it was closed, nothing was taken: open the project and sign in again.',
  },
});
