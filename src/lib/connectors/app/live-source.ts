import type { Account, LiveApp } from './app-connector.ts';

/** Where the records of a set were read from, kept with them; never a secret. What is written to that side goes there and nowhere else. */
export interface LiveSource {
  readonly app: LiveApp;
  readonly account: Account;
  /** The kind of records, as the app's calls name it. */
  readonly object: string;
  /** The field that holds the app's own id of a record. */
  readonly idField: string;
  /** ISO 8601, UTC: when the first page of all records was asked for. */
  readonly readAt: string;
  /** The same of the last time that only what had changed was asked for and put in; absent: never since all were read. */
  readonly changedAt?: string;
}
