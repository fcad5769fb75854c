import type { Account, Capabilities, LiveApp } from '../connectors/app/app-connector.ts';
import type { AppSettings, WindowSettings } from '../connectors/app/app-settings.ts';
import type { Both, Side } from '../engine/index.ts';
import type { Answer } from './answer.ts';
import type { Problem } from './problem.ts';

export type { Capabilities, LiveApp } from '../connectors/app/app-connector.ts';
export type { AppSettings, SalesforceLogin, WindowSettings } from '../connectors/app/app-settings.ts';

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
  /** ISO 8601: when the app last said that it is this account; null where that was not noted. */
  readonly checked: string | null;
  /** Null: nobody is, since the page was loaded. */
  readonly signedIn: {
    readonly can: Capabilities;
    readonly objects: readonly ReadableObject[];
    readonly owners: number;
  } | null;
  /** Readings that were cut, and can go on where they were. */
  readonly cut: readonly { readonly sync: string; readonly object: string; readonly read: number }[];
}

/** The vault of the open project (S420). */
export type VaultHead =
  | { readonly is: 'none' }
  /** `holds`: the sides whose sign-in is in it. */
  | { readonly is: 'closed' | 'open'; readonly holds: Both<boolean> };

/** Why a pass asked an app for all records of a side (S361). */
export type PassBecause =
  /** The app cannot tell what changed; the kept records have no time of their change. */
  | 'cannot'
  | 'no-times'
  /** All were read more than a day ago. */
  | 'day'
  /** The app has other fields than the kept records. */
  | 'other-fields';

/** Records that came, and what of them is new, otherwise than kept, or gone at the app. */
export interface PassCounts {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
}

/** What a pass found on one side (LI3). */
export interface SidePass {
  readonly sync: string;
  readonly side: Side;
  readonly app: LiveApp;
  readonly object: string;
  /** Null: only what changed was asked for. */
  readonly because: PassBecause | null;
  /** Null where the fields are others: all were read anew, and nothing was compared. */
  readonly counts: PassCounts | null;
  /** Are there other records than before? */
  readonly moved: boolean;
  /** Its records were stored anew: also where the app only says something else of its fields, or all were read. */
  readonly stored: boolean;
}

/** A pass over the sides of a project that are apps. */
export interface LivePass {
  /** ISO 8601: when it was over. */
  readonly at: string;
  readonly sides: readonly SidePass[];
  /** Sides that could not be read; what they had stands. */
  readonly failed: readonly { readonly sync: string; readonly side: Side; readonly problem: Problem }[];
  /** Sides whose app nobody is signed in to. */
  readonly signedOut: readonly { readonly sync: string; readonly side: Side }[];
}

/** LI1: what happens with an object sync in the worker just now. One that is named nowhere is at rest. */
export interface LiveStep {
  readonly sync: string;
  readonly step:
    | { readonly is: 'scanning'; readonly read: number }
    | { readonly is: 'in-progress' }
    | { readonly is: 'queued'; readonly because: QueueCause };
}

export type QueueCause =
  /** This object sync comes first (PH8). */
  | { readonly is: 'object'; readonly sync: string }
  /** As the app asks; it goes on by itself. */
  | { readonly is: 'rate-limit'; readonly milliseconds: number }
  /** Other work of this project ends first: a push, or a pass that runs. */
  | { readonly is: 'internal' };

/** The part of the project's worker that speaks with apps. */
export interface LiveCalls {
  appWays(): Promise<Answer<AppWays>>;
  connections(): Promise<Answer<Both<ConnectionHead | null>>>;
  /** The secret is kept in the worker's memory until it ends, the project is closed or somebody signs out (S351). */
  signIn(side: Side, settings: AppSettings, secret: string, job: number): Promise<Answer<ConnectionHead>>;
  /**
   * Begins a sign-in in a window of the app's own, and answers its address (S423). It comes back to `redirectUri`, an address of this page's
   * origin; one that had begun for the side before is over.
   */
  beginSignIn(side: Side, settings: WindowSettings, redirectUri: string): Promise<Answer<string>>;
  /** `returned`: the whole address it came back to. */
  finishSignIn(side: Side, returned: string, job: number): Promise<Answer<ConnectionHead>>;
  /** `part`: the account is forgotten too, its sign-in is taken back where that can be (S445), and another one can be signed in to. */
  signOut(side: Side, part: boolean): Promise<Answer<null>>;
  vault(): Promise<Answer<VaultHead>>;
  /** Keeps the sign-ins of this project on this machine from now on, under a passphrase; one that was there is replaced. */
  makeVault(passphrase: string): Promise<Answer<null>>;
  /** Signs in to every account of the vault, and answers why a side was not; null: the vault is open already. */
  openVault(passphrase: string | null, job: number): Promise<Answer<Both<Problem | null>>>;
  /** Deletes the vault. Who is signed in stays so until the page is loaded again. */
  forgetVault(): Promise<Answer<null>>;
  /**
   * Reads all records of an object into a side; a reading that was cut goes on. The set stands once this answers, and replaces the former
   * one then. Answers its id.
   */
  readApp(sync: string, side: Side, object: string, job: number): Promise<Answer<string>>;
  /**
   * LI3: one pass over every side that was read from an app somebody is signed in to, in processing order. What it stored stands once this
   * answers, like after `readApp`; what it does meanwhile is told as `live`.
   */
  syncNow(job: number): Promise<Answer<LivePass>>;
}
