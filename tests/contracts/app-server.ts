import type { AppConnector } from '../../src/lib/connectors/app/app-connector.ts';
import type { FaultCode } from '../../src/lib/connectors/app/fault.ts';

/** A record as the app's own store has it. */
export interface StoredRecord {
  readonly id: string;
  readonly values: ReadonlyMap<string, string>;
  /** Deleted or archived, and still known. One that is gone without a trace is not listed. */
  readonly deleted: boolean;
}

/** What happens to calls that reach the app, as the wire shows it. `after`: the app had done it. */
export type WireFault =
  /** No answer: the connection drops before, or after the app has done what was asked. */
  | { readonly kind: 'dropped'; readonly after: boolean }
  /** What this app says when it has too much to do, and did nothing; with so many seconds to wait where it can say so. */
  | { readonly kind: 'overloaded'; readonly seconds: number | null }
  /** The allowance of the running span is used up, and nothing was done. */
  | { readonly kind: 'rate-limited'; readonly seconds: number | null }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'forbidden' }
  /** A page of a proxy instead of an answer. */
  | { readonly kind: 'html'; readonly after: boolean };

/** The kind of records the suite works with, as this server has it. All values are in the app's own form: they come back as written. */
export interface SuiteObject {
  readonly name: string;
  /** Two fields that hold free text. */
  readonly text: string;
  readonly note: string;
  /** The field by which the app keeps a second record out, and that `findByKey` is asked for; null where there is none. */
  readonly unique: string | null;
  /** The nth value of it, different for every n. */
  readonly uniqueValue: (n: number) => string;
  /** What else a create needs. */
  readonly always: ReadonlyMap<string, string>;
  /** A value the app says no to, on a create and on an update. */
  readonly bad: { readonly field: string; readonly value: string };
  /** More records than two pages of a read hold. */
  readonly many: number;
  /** An id of the app's form that no record has. */
  readonly missingId: string;
}

/** An app's own store, and the switches for what can go wrong: the suite asks it, past the connector, what is really there. */
export interface AppServer {
  readonly object: SuiteObject;
  /** The records of the suite's object, in any order. */
  stored(): Promise<readonly StoredRecord[]>;
  /** Puts records there as a person would; their ids in the same order. */
  put(records: readonly ReadonlyMap<string, string>[]): Promise<readonly string[]>;
  edit(id: string, values: ReadonlyMap<string, string>): Promise<void>;
  /** As a person does it in the app; by `delete` or archive, whichever the app has. */
  remove(id: string): Promise<void>;
  /** A time of the app's clock (ISO 8601, UTC) that lies after all that was done and before all that is done next. */
  moment(): Promise<string>;
  /** The next `times` calls of a connector meet this. */
  meet(fault: WireFault, times: number): void;
  /** A second connector to the same account, as after a reload of the page. */
  again(): Promise<AppConnector>;
  close(): Promise<void>;
}

export interface AppUnderTest {
  readonly name: string;
  /** An empty store of this object, and a connector that is signed in to it. */
  open(): Promise<{ readonly connector: AppConnector; readonly server: AppServer }>;
}

/** Declares one test of the suite. */
export type Declare = (name: string, test: () => Promise<void>) => void;

/** What a connector may call each fault of the wire. */
export const FAULT_CODES: Readonly<Record<WireFault['kind'], readonly FaultCode[]>> = {
  dropped: ['no-answer'],
  overloaded: ['app-down', 'rate-limit'],
  'rate-limited': ['rate-limit', 'daily-limit'],
  'signed-out': ['signed-out'],
  forbidden: ['forbidden'],
  html: ['not-understood'],
};
