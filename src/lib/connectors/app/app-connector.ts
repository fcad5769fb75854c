import type { FieldDef, Option, PresenceFields } from '../../engine/index.ts';
import type { Answer } from './fault.ts';
import type { AppJobs } from './jobs.ts';
import type { WriteAnswer, WriteBatch } from './write.ts';

/** The apps that can be read and written while they run. */
export type LiveApp = 'hubspot' | 'salesforce' | 'odoo' | 'pocketbase';

/** What an app and this connector to it can do: a screen offers nothing else, and a plan is warned by it. */
export interface Capabilities {
  /** `modified`: records changed since a time can be asked for; `null`: every read is of all. */
  readonly readChanged: 'modified' | null;
  /** Records that were deleted or archived there can be asked for. */
  readonly readDeleted: boolean;
  /** One that is brought back counts as changed then; else only asking for it by its id tells that it is there again. */
  readonly datesRestored: boolean;
  readonly create: boolean;
  readonly update: boolean;
  /** A create that carries a unique value and finds it there already becomes that record, and never a second one (F2). */
  readonly upsert: boolean;
  /** Records are found by any field of text (`findByKey`), not only by one that is unique. */
  readonly findsByAny: boolean;
  /** Taken out of sight, so that the app can bring it back; `null`: it cannot be. */
  readonly remove: 'archive' | 'delete' | null;
  readonly restore: boolean;
  readonly clear: boolean;
  /** Items of one call. */
  readonly batchSize: number;
  /** `items`: one bad item leaves the others written. `batch`: one bad item and none is. */
  readonly transaction: 'items' | 'batch';
  /** What the app allows, as far as it is known: calls a span of so many milliseconds. */
  readonly rate: { readonly calls: number; readonly milliseconds: number } | null;
  /** A page may not call it by itself: calls go by the relay of `npm start`. */
  readonly needsRelay: boolean;
}

/** Who is signed in, and where: a push goes to no other (RELIABILITY, push protocol 2 and 5). */
export interface Account {
  /** Of the account, as the app knows it; never of a person. */
  readonly id: string;
  readonly name: string;
}

/** A place of a pipeline. `closed`: deals in it are won or lost. */
export interface AppStage {
  readonly id: string;
  readonly label: string;
  readonly closed: boolean;
}

export interface AppPipeline {
  readonly id: string;
  readonly label: string;
  readonly stages: readonly AppStage[];
}

/** One kind of records of an app. Fields are named as the app's calls name them; labels are for people. */
export interface AppObject {
  readonly name: string;
  readonly label: string;
  readonly idField: string;
  /** The field that says when a record was last changed, as the app sees it. */
  readonly modifiedField: string | null;
  readonly fields: readonly FieldDef[];
  /** Where its records themselves say that they are archived, or were merged (S456): fields of `fields`. Absent: nowhere. */
  readonly presence?: PresenceFields;
  /** Whoever is signed in is given every record: one that a whole reading lacks was deleted (S459). */
  readonly missingIsDeleted?: true;
  readonly pipelines: readonly AppPipeline[];
  /** Fields a create can carry as its key: the app lets no second record have the same value. */
  readonly uniqueFields: readonly string[];
}

export interface AppDescription {
  readonly account: Account;
  readonly objects: readonly AppObject[];
  /** People a record can belong to: `value` as it is written, `label` their e-mail. */
  readonly owners: readonly Option[];
}

/** A record as files have it: every value a text, a blank one `''`. */
export interface AppRecord {
  readonly id: string;
  /** By field name; what was not asked for is absent. */
  readonly values: ReadonlyMap<string, string>;
  /** Gone or archived there, where that was asked for. */
  readonly deleted: boolean;
}

export interface ReadRequest {
  readonly object: string;
  readonly fields: readonly string[];
  /** ISO 8601, UTC: only what changed then or later. */
  readonly since: string | null;
  /** Deleted or archived records instead of those that are there. */
  readonly deleted: boolean;
  /** Where a read that was cut goes on: the `next` of the last page that came. */
  readonly cursor: string | null;
}

export interface ReadPage {
  readonly records: readonly AppRecord[];
  /** Null after the last. A text that can be kept for days, as far as the app allows it. */
  readonly next: string | null;
  /** How many there are, where the app says so. */
  readonly total: number | null;
}

/**
 * One app, signed in to. It reads and writes what it is told and decides nothing about a sync (CONNECTORS, Contract). Nothing is thrown for
 * what an app answers or does not answer: that is a fault with a code. Reads are repeated by the caller, never inside; so are writes.
 * Held by `tests/contracts/app-suite.ts`, which runs over every connector.
 */
export interface AppConnector {
  readonly app: LiveApp;
  readonly can: Capabilities;
  /** One cheap call: does the sign-in hold, and for which account? */
  account(): Promise<Answer<Account>>;
  describe(): Promise<Answer<AppDescription>>;
  /** A page of records, in the app's own order. */
  read(request: ReadRequest): Promise<Answer<ReadPage>>;
  /** Those of them that are there, in any order; none twice. Any number of ids. */
  readByIds(
    object: string,
    ids: readonly string[],
    fields: readonly string[],
  ): Promise<Answer<readonly AppRecord[]>>;
  /** Records whose field holds one of these values: never by an index that lags behind what was written (F8). */
  findByKey(
    object: string,
    key: { readonly field: string; readonly values: readonly string[] },
    fields: readonly string[],
  ): Promise<Answer<readonly AppRecord[]>>;
  /** Sends one batch, once: at most `can.batchSize` items of one kind of act. */
  write(batch: WriteBatch): Promise<WriteAnswer>;
  /** Where the app takes many records as one job (S310). */
  readonly jobs?: AppJobs;
  /** What is left of the account's allowance, where the last answer said so. */
  readonly allowance: Allowance | null;
}

/** Of a day or of the running span, as an app counts it. */
export interface Allowance {
  readonly left: number;
  readonly of: number;
}

export type { Answer };
