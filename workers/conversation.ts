import type {
  Both,
  Decision,
  DesignError,
  LinkBy,
  Outcome,
  PlanLine,
  PlanSummary,
  Progress,
  ReasonCode,
  Side,
  SyncDesign,
  TraceStep,
  WarningCode,
} from '../src/lib/engine/index.ts';
import type { DateOrder, InferredType } from '../src/lib/engine/index.ts';

/**
 * Everything the page says to the workers of a project, and what they answer. Plain data, so it survives a structured clone.
 * The project worker owns store, records, plan and decisions; the import worker reads files into the store. Over 300 lines,
 * since the whole conversation is read in one place: types alone, grouped by whom they are about.
 */

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** What is wrong, and what to do: two sentences. `code` lets a screen offer the fitting act. */
export interface Problem {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

export type OnProgress = (progress: Progress) => void;

// ── Store and projects ──────────────────────────────────────────────────────────────────────────────────────────────

export interface StoreHead {
  /** Why nothing can be written, in words; null where it can. */
  readonly readOnly: string | null;
  /** What opening found and put right (an import that was cut off, …), in words. */
  readonly recovered: readonly string[];
  readonly used: number;
  /** Null where the browser does not say. */
  readonly quota: number | null;
  readonly persisted: boolean;
}

export interface ProjectCard {
  readonly id: string;
  readonly name: string;
  readonly apps: Both<string>;
  /** Records stored; null where no file of the side was read. */
  readonly syncs: readonly {
    readonly id: string;
    readonly left: number | null;
    readonly right: number | null;
  }[];
  readonly openedAt: string;
  readonly bytes: number;
  /** Subjects of the last kept plan that need a person; null without a plan. */
  readonly needsPerson: number | null;
}

export interface ProjectHead {
  readonly id: string;
  readonly name: string;
  readonly apps: Both<{ readonly name: string; readonly kind: string }>;
  readonly readOnly: string | null;
  readonly recovered: readonly string[];
  readonly syncs: readonly SyncHead[];
  readonly design: DesignHead;
  /** Bytes of the project in the store. */
  readonly bytes: number;
}

export interface SyncHead {
  readonly id: string;
  readonly kind: string;
  readonly objects: Both<string>;
  readonly sides: Both<SideHead | null>;
}

// ── Sides ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface ReadingChoices {
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly headerLine: number | null;
}

/** How a file was read; stored + rejected + blank = rows. */
export interface Reading {
  readonly file: string;
  readonly size: number;
  readonly rows: number;
  readonly stored: number;
  readonly rejected: number;
  readonly blank: number;
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly headerLine: number;
  readonly columns: number;
  readonly sha256: string;
  readonly milliseconds: number;
  /** Sentences: what was dropped, warned about. */
  readonly notes: readonly string[];
  /** Sentences with line and reason, the first 200. */
  readonly setAside: readonly string[];
  readonly choices: ReadingChoices;
}

export interface SideHead {
  readonly setId: string;
  readonly reading: Reading;
  readonly importedAt: string;
  readonly columns: readonly ColumnRow[];
}

export interface ColumnRow {
  readonly name: string;
  readonly inferred: InferredType;
  /** What the whole column looks like, with its evidence in words; `ask` where a person must say. */
  readonly guess: string;
  readonly ask: boolean;
  readonly dateOrder: DateOrder | null;
  readonly decimal: '.' | ',' | null;
  readonly rows: number;
  readonly filled: number;
  readonly distinct: number;
  /** False: at least so many. */
  readonly distinctExact: boolean;
  /** Rows whose value an earlier row has. */
  readonly repeats: number;
  readonly samples: readonly string[];
}

/** The first rows of a file under some choices, before or while the rest is read. */
export interface Preview {
  readonly header: readonly string[];
  /** At most 200. */
  readonly rows: readonly (readonly string[])[];
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly headerLine: number;
  readonly notes: readonly string[];
}

export interface ImportRequest {
  readonly project: string;
  readonly sync: string;
  readonly side: Side;
  readonly file: File;
  readonly choices: ReadingChoices;
  /** The same number cancels it. */
  readonly token: number;
}

export interface ImportWorker {
  open(storeName: string, tab: string): Promise<Answer<null>>;
  /** Reads the start of a file only. */
  preview(file: File, choices: ReadingChoices): Promise<Answer<Preview>>;
  /** Reads a file into the store; the set stands once this answers, and replaces the former one of that side then. */
  read(
    request: ImportRequest,
    onPreview: (preview: Preview) => void,
    onProgress: OnProgress,
  ): Promise<Answer<string>>;
  cancel(token: number): void;
}

// ── Design ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface DesignHead {
  /** The design file as it is kept, unknown members and all. */
  readonly json: unknown;
  /** With every default filled in; null while it cannot be read. */
  readonly design: SyncDesign | null;
  readonly errors: readonly DesignError[];
  readonly warnings: readonly { readonly at: string; readonly message: string }[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly savedAt: string;
  /** What a person changed since the plan was last kept, as it stood when the project was opened. */
  readonly changes: DesignChangeWords;
  /** What `suggest` said of the mappings, by sync; null where the design was given. */
  readonly suggested: Readonly<Record<string, SuggestedSync>> | null;
}

/** Labels of design steps, oldest first. */
export interface DesignChangeWords {
  readonly made: readonly string[];
  /** Taken back, and not changed since: the first is the next to redo. */
  readonly undone: readonly string[];
}

export interface SuggestedSync {
  readonly kind: string;
  readonly mappings: readonly {
    readonly left: string;
    readonly right: string;
    readonly sure: number;
    readonly why: readonly string[];
  }[];
  readonly leftOut: readonly { readonly side: Side; readonly name: string; readonly why: string }[];
}

/** What a key does on the real records. */
export interface KeyFacts {
  readonly fields: readonly {
    readonly left: string;
    readonly right: string;
    readonly normalize: readonly string[];
  }[];
  /** Left records this key finds on the right; of them those no earlier key finds. */
  readonly hits: number;
  readonly newHits: number;
  /** Hits that are equal only through the normalisers (the texts differ). */
  readonly byNormaliser: number;
  /** Per normaliser of the key: the hits that would be lost without it. */
  readonly alone: readonly { readonly name: string; readonly hits: number }[];
}

export interface MappingFacts {
  /** Position in the design. */
  readonly index: number;
  /** Shares from 0 to 1. */
  readonly filled: Both<number>;
  /** `ok` with a type word, or how many values would be refused or are not of the declared type. */
  readonly check: { readonly ok: boolean; readonly word: string; readonly count: number };
  /** A linked pair that shows the mapping; null without one. */
  readonly sample: { readonly id: string; readonly left: string; readonly right: string } | null;
}

export interface SyncFacts {
  readonly sync: string;
  readonly linked: number;
  readonly ambiguous: number;
  readonly duplicate: number;
  readonly keys: readonly KeyFacts[];
  readonly mappings: readonly MappingFacts[];
}

// ── Plan ────────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface PlanHead {
  /** Counts up with every kept plan. */
  readonly number: number;
  readonly planKey: string;
  readonly summary: PlanSummary;
  readonly milliseconds: number;
  readonly madeAt: string;
  /** Is this the current plan, or a candidate a person has not kept yet? */
  readonly kept: boolean;
  /** Against the last kept plan; null for the first, and where the records are others. */
  readonly delta: PlanDelta | null;
  readonly syncs: readonly PlannedSync[];
}

export interface PlannedSync {
  readonly id: string;
  readonly kind: string;
  /** Subjects per outcome (a pair is one). */
  readonly subjects: Readonly<Record<Outcome, number>>;
  readonly total: number;
  readonly written: number;
  readonly needsPerson: number;
  readonly decisions: DecisionCounts;
  /** Per warning code the records it is about, as a filter; null where it is about none in particular. */
  readonly warnings: readonly { readonly code: WarningCode; readonly filter: Filter | null }[];
}

export interface PlanDelta {
  /** Since which plan, by number. */
  readonly since: number;
  /** Subjects per outcome, now less then; by sync. */
  readonly subjects: Readonly<Record<string, Readonly<Record<Outcome, number>>>>;
  /** Subjects whose outcome or writes are others. */
  readonly changed: number;
}

export interface DecisionCounts {
  readonly approved: number;
  readonly held: number;
  readonly rejected: number;
  /** Subjects with writes nobody has decided on. */
  readonly open: number;
}

export type DecisionWord = Decision | 'open';

/** Which subjects of a sync are shown. Lists are ORed inside, ANDed between; empty lists pass all. */
export interface Filter {
  readonly scope: 'all' | 'written' | 'needs-person' | 'changed';
  readonly outcomes: readonly Outcome[];
  readonly decisions: readonly DecisionWord[];
  readonly reasons: readonly (ReasonCode | 'by-rule' | 'fills-blank' | 'one-side-changed')[];
  /** Left field names of mappings that write. */
  readonly fields: readonly string[];
  readonly linkedBy: readonly (LinkBy | 'none' | 'name-only')[];
  readonly directions: readonly ('to-left' | 'to-right' | 'both-ways')[];
  /** Found in the names or ids of a subject, case-folded. */
  readonly text: string;
}

export interface Facet {
  readonly group: 'outcomes' | 'decisions' | 'reasons' | 'fields' | 'linkedBy' | 'directions';
  readonly value: string;
  readonly count: number;
}

/** A filtered list; rows are asked for by window. */
export interface View {
  readonly sync: string;
  readonly total: number;
  /** Counts under the other facets. */
  readonly facets: readonly Facet[];
  readonly scopes: Readonly<Record<Filter['scope'], number>>;
  readonly decisions: DecisionCounts;
}

export interface Row {
  readonly subject: number;
  readonly outcome: Outcome;
  readonly writes: number;
  readonly toward: Side | 'both' | null;
  /** Null: new there, or none. */
  readonly left: { readonly id: string; readonly name: string } | null;
  readonly right: { readonly id: string; readonly name: string } | null;
  readonly match: { readonly by: LinkBy | 'none'; readonly key: number | null; readonly onlyName: boolean };
  /** Null: nothing to decide. */
  readonly decision: DecisionWord | null;
  readonly openConflicts: number;
  readonly byRule: boolean;
}

export interface FieldRow {
  readonly left: string;
  readonly right: string;
  readonly leftValue: string;
  readonly rightValue: string;
  readonly baseline: Both<string> | null;
  readonly changed: readonly Side[];
  readonly equal: boolean;
  /** The write, if any: side written, from, to, why. */
  readonly write: {
    readonly side: Side;
    readonly from: string | null;
    readonly to: string;
    readonly because: string;
  } | null;
  readonly conflict: { readonly decidedBy: string | null; readonly winner: Side | null } | null;
  readonly rule: string;
  /** The person's choice beside the machine's; null where nobody chose. */
  readonly chosen: Side | 'none' | null;
}

export interface SubjectDetail {
  readonly subject: number;
  readonly sync: string;
  readonly title: string;
  readonly line: PlanLine;
  readonly fields: readonly FieldRow[];
  readonly trace: readonly TraceStep[];
  readonly decision: DecisionWord | null;
  /** Position in the view, from 0; -1 where the filter leaves it out. */
  readonly position: number;
  readonly link: {
    readonly left: string;
    readonly right: string;
    readonly verdict: 'same' | 'different' | null;
  } | null;
}

export interface FieldImpact {
  readonly left: string;
  readonly right: string;
  readonly enabled: boolean;
  readonly fills: number;
  readonly overwrites: number;
  readonly clears: number;
  readonly same: number;
  /** Most frequent value changes, before → after. */
  readonly top: readonly {
    readonly from: string;
    readonly to: string;
    readonly side: Side;
    readonly count: number;
  }[];
}

/** What a decision is about: one subject, some, or the whole filtered list. */
export type Target =
  { readonly kind: 'subjects'; readonly subjects: readonly number[] } | { readonly kind: 'view' };

export interface Decided {
  readonly count: number;
  readonly decisions: DecisionCounts;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** A choice that changes the plan: the plan is made again and answered. */
export type Choice =
  | {
      readonly kind: 'conflict';
      readonly subject: number;
      readonly field: string | null;
      readonly take: Side | 'none' | 'machine';
    }
  | {
      /** Every conflict of these that nobody has decided; `machine` takes back what was chosen on them. */
      readonly kind: 'open-conflicts';
      readonly target: Target;
      readonly take: Side | 'none' | 'machine';
    }
  | {
      readonly kind: 'link';
      readonly left: string;
      readonly right: string;
      readonly verdict: 'same' | 'different' | 'forget';
    };

export interface OutFile {
  readonly name: string;
  readonly blob: Blob;
  readonly rows: number;
}

// ── The project worker ──────────────────────────────────────────────────────────────────────────────────────────────

export interface ProjectWorker {
  /** Opens the store; `onStore` is told of every later change that matters (read-only, another tab). */
  open(storeName: string, tab: string, onStore: (head: StoreHead) => void): Promise<Answer<StoreHead>>;
  /** Connects a second worker that shares heavy phases. */
  connect(port: MessagePort, as: 'main' | 'helper'): void;
  storeHead(): Promise<Answer<StoreHead>>;
  persist(): Promise<boolean>;

  projects(): Promise<Answer<readonly ProjectCard[]>>;
  createProject(name: string): Promise<Answer<string>>;
  /** Makes the sample project under `base` and answers its id. */
  createSample(base: string, onProgress: OnProgress): Promise<Answer<string>>;
  renameProject(id: string, name: string): Promise<Answer<null>>;
  removeProject(id: string): Promise<Answer<null>>;
  /** Opens a project and its record sets. */
  openProject(id: string, onProgress: OnProgress): Promise<Answer<ProjectHead>>;
  closeProject(): Promise<void>;

  /** After an import: opens the new set; makes a suggested design where there is none yet and both sides are there. */
  refresh(onProgress: OnProgress): Promise<Answer<ProjectHead>>;

  saveDesign(json: unknown, label: string): Promise<Answer<DesignHead>>;
  undoDesign(): Promise<Answer<DesignHead>>;
  redoDesign(): Promise<Answer<DesignHead>>;
  facts(sync: string, onProgress: OnProgress): Promise<Answer<SyncFacts>>;

  /** Plans the current design. A newer call replaces one that still runs (problem `superseded`). */
  plan(asOf: string, workers: 1 | 2, onProgress: OnProgress): Promise<Answer<PlanHead>>;
  /** Ends a plan that still runs: its call answers the problem `superseded`; the former plan stands. */
  cancelPlan(): Promise<void>;
  /** Makes the candidate the current plan. */
  keepPlan(): Promise<Answer<PlanHead>>;

  view(sync: string, filter: Filter): Promise<Answer<View>>;
  /** Rows `from … to` of the last view of a sync. */
  rows(sync: string, from: number, to: number): Promise<Answer<readonly Row[]>>;
  subject(sync: string, subject: number): Promise<Answer<SubjectDetail>>;
  /** The next subject of the view with an open conflict after this one; -1 where there is none. */
  nextOpen(sync: string, subject: number): Promise<Answer<number>>;
  impact(sync: string): Promise<Answer<readonly FieldImpact[]>>;

  decide(sync: string, target: Target, decision: DecisionWord): Promise<Answer<Decided>>;
  choose(sync: string, choice: Choice, asOf: string): Promise<Answer<PlanHead>>;
  undoDecision(sync: string, asOf: string): Promise<Answer<PlanHead>>;
  redoDecision(sync: string, asOf: string): Promise<Answer<PlanHead>>;

  /** Change files of the approved subjects, or of all (`approvedOnly` false). */
  changeFiles(
    kind: 'systems' | 'spreadsheets',
    approvedOnly: boolean,
    onProgress: OnProgress,
  ): Promise<Answer<readonly OutFile[]>>;
  /** The plan folder's files: summary.json, plan.jsonl, baseline.jsonl, choices.json. */
  planFiles(onProgress: OnProgress): Promise<Answer<readonly OutFile[]>>;
  projectOut(withRecords: boolean, onProgress: OnProgress): Promise<Answer<OutFile>>;
  projectIn(file: File, onProgress: OnProgress): Promise<Answer<string>>;
}
