import type { Account } from '../connectors/app/app-connector.ts';
import type { LiveSource } from '../connectors/app/live-source.ts';
import type { WriteAct } from '../connectors/app/write.ts';
import type { Both, Side } from '../engine/index.ts';
import type {
  CannotUndo,
  Changed,
  FirstPart,
  Forecast,
  GuardLook,
  LeftOut,
  PushPlan,
  PushState,
  Result,
  UnknownBecause,
} from '../push/index.ts';
import type { Answer } from './answer.ts';
import type { OutFile } from './files.ts';
import type { ActCounts, JournalState, PushCounts, PushRecords } from './push-counts.ts';
import type { PushLine } from './push-line.ts';

/** What a push would write of the plan as it is decided now. Nothing is sent by asking. */
export interface PushAbout {
  /** Names exactly what is told here; a start is of nothing else. */
  readonly shown: string;
  /** Number of the plan. */
  readonly plan: number;
  readonly planKey: string;
  /** Approved subjects that write. */
  readonly records: number;
  /** Of them approved by a rule; the others by a person (S406). */
  readonly byRule: number;
  /** What is sent: a record's writes on one side are one item. */
  readonly items: number;
  /** Where only the first of what is approved go (S372); null where all do. */
  readonly first: FirstPart | null;
  readonly sides: Both<PushSide>;
  readonly leftOut: readonly { readonly because: LeftOut['because']; readonly records: PushRecords }[];
  /** Creates that nothing keeps from being doubled after a doubt (F2), nor finds again (S373). */
  readonly keyless: PushRecords;
  readonly cannotUndo: readonly {
    readonly because: CannotUndo;
    readonly side: Side;
    readonly count: number;
  }[];
  readonly canary: { readonly records: number; readonly uncovered: number };
  readonly forecast: Forecast;
  /** Every guard that was looked at (S415); one that stops is let through by typing its number. */
  readonly guards: readonly GuardLook[];
  /** What is not as it was when the plan was made: anything, and the push refuses. */
  readonly changed: readonly Changed[];
  /** Names of checks that are broken and stop a push (S400). */
  readonly checks: readonly string[];
  /** A push that is not over, by its id: it is resumed or stopped first. */
  readonly unfinished: string | null;
}

/** What is approved of one side, and whether it can go there. */
export interface PushSide {
  readonly to: PushTarget;
  /** What the push sends there. */
  readonly going: ActCounts;
  /** What is approved for it, and is no part of the push: it cannot go there. */
  readonly staying: ActCounts;
}

/** Where the writes of a side go. */
export type PushTarget =
  /** Read from files: change files are the way. */
  | { readonly is: 'file' }
  | { readonly is: 'signed-out'; readonly source: LiveSource }
  | { readonly is: 'other-account'; readonly source: LiveSource; readonly account: Account }
  | { readonly is: 'ready'; readonly source: LiveSource }
  /** Signed in, and it does not answer. */
  | { readonly is: 'no-answer'; readonly source: LiveSource; readonly said: string };

/** What a person lets go. */
export interface PushStart {
  readonly shown: string;
  /** The person's name. */
  readonly by: string;
  /** What was typed for guards. */
  readonly confirmed: readonly string[];
}

export type PushStarted =
  | { readonly ok: true; readonly push: string }
  | { readonly ok: false; readonly because: 'stale'; readonly changed: readonly Changed[] }
  | { readonly ok: false; readonly because: 'guards'; readonly stops: readonly GuardLook[] }
  /** Something else was decided since. */
  | { readonly ok: false; readonly because: 'other-plan' | 'nothing' | 'unfinished' };

/** Where a push stands. */
export interface PushStanding {
  readonly id: string;
  readonly kind: PushPlan['kind'];
  readonly by: string;
  /** Rules let it go in continuous sync; `by` turned that on (S446). */
  readonly continuous: boolean;
  /** ISO 8601. */
  readonly at: string;
  readonly state: PushState;
  readonly isOver: boolean;
  /** Runs in this worker now. */
  readonly runs: boolean;
  /** Somebody else has the push: who, since when. */
  readonly taken: { readonly owner: string; readonly since: string } | null;
  readonly total: number;
  /** Of them no part of what is sent: they stay approved (S372). */
  readonly later: number;
  readonly counts: PushCounts;
  readonly sides: Both<{
    readonly total: number;
    readonly written: number;
    readonly acts: ActCounts;
    readonly calls: number;
    /** The account the plan was made of. */
    readonly account: string;
    /** Can it go on there now? */
    readonly ready: boolean;
  }>;
  /** Jobs that an app has in hand, by its name for each; `processed`: records it has come to, null where it was not asked in this visit. */
  readonly jobs: readonly {
    readonly side: Side;
    readonly name: string;
    readonly records: number;
    readonly processed: number | null;
  }[];
  /** Of its time line: the last one that was begun, and all of them. */
  readonly batches: { readonly done: number; readonly of: number };
  readonly canary: { readonly records: number; readonly asPlanned: number; readonly isDone: boolean };
  /** It waits, as the app asks. */
  readonly waits: { readonly side: Side; readonly milliseconds: number; readonly said: string } | null;
  /** Of what was read back: kept by the app in a form of its own; otherwise than planned; gone. */
  readonly reads: { readonly normalised: number; readonly different: number; readonly gone: number };
  /** Does the baseline know of it? Null before it is over and handed over. */
  readonly handedOver: boolean | null;
  /** May it be rolled back: it is over, something was written, and nothing was handed over since. */
  readonly canRollBack: boolean;
  /** The push this one takes back. */
  readonly backOf: string | null;
  /** What the guards measured and a person let through. */
  readonly confirmed: readonly string[];
}

export interface PushEntry {
  readonly id: string;
  readonly kind: PushPlan['kind'];
  readonly at: string;
  readonly by: string;
  readonly state: PushState['is'];
  readonly total: number;
}

export type JournalFilter = 'all' | 'refused' | 'unknown' | 'stale' | 'not-sent';

export interface JournalPage {
  readonly total: number;
  readonly rows: readonly JournalRow[];
}

/** One item as its journal has it. */
export interface JournalRow {
  readonly key: string;
  readonly sync: string;
  readonly side: Side;
  readonly act: WriteAct;
  /** When something was last written down of it, ISO 8601; null before it is sent. */
  readonly at: string | null;
  /** Of the time line (S370); null where it is no part of the push. */
  readonly batch: number | null;
  readonly name: string;
  readonly fields: readonly string[];
  readonly is: JournalState;
  readonly answer: JournalAnswer | null;
}

/** What is known of an item beyond its state. */
export type JournalAnswer =
  | { readonly is: 'new-id'; readonly id: string }
  | { readonly is: 'as-planned' }
  | { readonly is: 'normalised' | 'different'; readonly fields: readonly ReadValue[] }
  | { readonly is: 'gone' }
  | { readonly is: 'refused'; readonly field: string | null; readonly code: string; readonly said: string }
  | {
      readonly is: 'unknown';
      readonly because: UnknownBecause | 'in-doubt';
      /** Fields and texts it was looked for by; null where by none. */
      readonly by: { readonly field: string; readonly value: string } | null;
      readonly found: number;
    }
  | { readonly is: 'stale'; readonly fields: readonly ReadValue[] | null }
  | { readonly is: 'not-sent'; readonly because: (Result & { readonly is: 'not-sent' })['because'] };

/** `planned`: what it was to be, or was expected to be before it was written. */
export interface ReadValue {
  readonly field: string;
  readonly planned: string;
  readonly found: string;
}

/** A way back, as a person sees it before it is let go. */
export interface BackAbout {
  readonly shown: string;
  readonly of: string;
  readonly items: number;
  readonly sides: Both<ActCounts>;
  readonly notUndone: readonly {
    readonly because: CannotUndo;
    readonly side: Side;
    readonly count: number;
    readonly names: readonly string[];
  }[];
  readonly guards: readonly GuardLook[];
  /** Sides it needs that are not signed in to. */
  readonly waitsFor: readonly Side[];
}

export type { ActCounts, JournalState, PushCounts, PushRecords };
export type { CannotUndo, Changed, Forecast, GuardLook, PushState, Result as PushResult };

/** What the page asks of pushes. */
export interface PushWorker {
  /** Can anything of this project be pushed, or was it? `live`: a side was read from an app. */
  pushes(): Promise<Answer<{ readonly live: boolean; readonly list: readonly PushEntry[] }>>;
  /** `first`: of only so many records, with what they need (S372). */
  pushAbout(job: number, first?: number | null): Promise<Answer<PushAbout>>;
  pushStart(start: PushStart): Promise<Answer<PushStarted>>;
  /** Where a push stands; null: there never was one. Without an id the last one. */
  pushStanding(push: string | null): Promise<Answer<PushStanding | null>>;
  /** Ends a run between two calls. */
  pushPause(): Promise<Answer<null>>;
  /** For good: what was not sent is not sent. Also of one that does not run. */
  pushStop(push: string): Promise<Answer<null>>;
  pushResume(push: string): Promise<Answer<null>>;
  /** Looks for what is unknown, or sends what was refused once more. How many. */
  pushAgain(push: string, which: 'refused' | 'unknown'): Promise<Answer<number>>;
  pushJournal(push: string, filter: JournalFilter, from: number, to: number): Promise<Answer<JournalPage>>;
  /** The time line of a push, or without an id of what would be pushed as it was told last, looked at behind batch `at` (S370). */
  pushLine(push: string | null, at: number | null): Promise<Answer<PushLine | null>>;
  /** Every approved item in exactly one file (push protocol 7). */
  pushResults(push: string): Promise<Answer<readonly OutFile[]>>;
  backAbout(push: string): Promise<Answer<BackAbout>>;
  backStart(push: string, start: PushStart): Promise<Answer<PushStarted>>;
}
