/** Where an app is and as whom, without its secret: kept with the project, so that signing in again asks for the secret alone. */
export type AppSettings =
  | { readonly app: 'hubspot' }
  /** `database`: `''` where the server has one only. `host`: with its port; absent where the one that was named was the only one. */
  | { readonly app: 'odoo'; readonly database: string; readonly host?: string }
  /** `origin`: scheme, host and port. */
  | { readonly app: 'pocketbase'; readonly origin: string; readonly email: string }
  /** By a session token. */
  | { readonly app: 'salesforce'; readonly origin: string }
  | WindowSettings;

/** Signed in to in a window of the app's own (S423); the secret is a refresh token. */
export interface WindowSettings {
  readonly app: 'salesforce';
  readonly origin: string;
  /** Of the connected app that the org lets in. No secret. */
  readonly clientId: string;
  readonly login: SalesforceLogin;
}

/** Where a person signs in: at the org's own address, or at the one that all orgs, or all sandboxes, share. */
export type SalesforceLogin = 'own' | 'production' | 'sandbox';

export const isByWindow = (settings: AppSettings): settings is WindowSettings => 'clientId' in settings;
