import type { Account, Capabilities, LiveApp } from '../connectors/app/app-connector.ts';
import type { AppSettings } from '../connectors/app/app-settings.ts';
import type { Both, Side } from '../engine/index.ts';
import type { Answer } from './answer.ts';

export type { Capabilities, LiveApp } from '../connectors/app/app-connector.ts';
export type { AppSettings } from '../connectors/app/app-settings.ts';

/** Where calls can go from this page. */
export interface AppWays {
  /** Apps the server of this page passes calls on to; null: there is no relay, this is a static host. */
  readonly relayed: readonly { readonly name: string; readonly host: string }[] | null;
  /** Hosts the page may call by itself: those the server was started with. */
  readonly direct: readonly { readonly app: LiveApp; readonly origin: string }[];
}

/** A kind of records of an app, to be chosen from. */
export interface ReadableObject {
  readonly name: string;
  readonly label: string;
  readonly fields: number;
  readonly pipelines: number;
}

/** What a side has of an app. */
export interface ConnectionHead {
  readonly account: Account;
  readonly settings: AppSettings;
  /** Null: nobody is, since the page was loaded. */
  readonly signedIn: {
    readonly can: Capabilities;
    readonly objects: readonly ReadableObject[];
    readonly owners: number;
  } | null;
  /** Readings that were cut, and can go on where they were. */
  readonly cut: readonly { readonly sync: string; readonly object: string; readonly read: number }[];
}

/** The part of the project's worker that speaks with apps. */
export interface LiveCalls {
  appWays(): Promise<Answer<AppWays>>;
  connections(): Promise<Answer<Both<ConnectionHead | null>>>;
  /** The secret is kept in the worker's memory until it ends, the project is closed or somebody signs out (S351). */
  signIn(side: Side, settings: AppSettings, secret: string, job: number): Promise<Answer<ConnectionHead>>;
  /** `part`: the account is forgotten too, and another one can be signed in to. */
  signOut(side: Side, part: boolean): Promise<Answer<null>>;
  /**
   * Reads all records of an object into a side; a reading that was cut goes on. The set stands once this answers, and replaces the former
   * one then. Answers its id.
   */
  readApp(sync: string, side: Side, object: string, job: number): Promise<Answer<string>>;
}
