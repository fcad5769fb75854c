/** Where an app is and as whom, without its secret: kept with the project, so that signing in again asks for the secret alone. */
export type AppSettings =
  | { readonly app: 'hubspot' }
  /** `database`: `''` where the server has one only. */
  | { readonly app: 'odoo'; readonly database: string }
  /** `origin`: scheme, host and port. */
  | { readonly app: 'pocketbase'; readonly origin: string; readonly email: string }
  | { readonly app: 'salesforce'; readonly origin: string };
