import type {
  Both,
  Decision,
  DifferClass,
  DifferWord,
  FailureGroup,
  LinkBy,
  MappingRow,
  Outcome,
  Payload,
  PlanLine,
  PlanSummary,
  ReasonCode,
  Side,
  TraceStep,
  Warning,
} from '../engine/index.ts';
import type { DecisionCounts, DecisionWord } from './decisions.ts';

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
  /** Another number: its subjects are counted otherwise than before, and a subject is the same only by its ids. */
  readonly numbering: number;
  /** By side, linked records its file lacks; null where its records are known by their rows alone. */
  readonly lost: Both<LostRecords | null>;
  /** Of each warning the records it is about. */
  readonly warnings: readonly WarningFilter[];
}

/** What a file lacks of the linked records, and what is made of that (DE5). */
export interface LostRecords {
  readonly missing: number;
  /** Links of the sync. */
  readonly links: number;
  /** Is the file taken for complete? */
  readonly complete: boolean;
  /** Does the guard keep what is missing from being taken for deleted? */
  readonly stopped: boolean;
}

export interface WarningFilter {
  readonly code: Warning['code'];
  /** Of a warning of one field. */
  readonly field: string | null;
  /** Null where it is about no records in particular. */
  readonly filter: Filter | null;
}

export interface PlanDelta {
  /** Since which plan, by number. */
  readonly since: number;
  /** Subjects per outcome, now less then; by sync. */
  readonly subjects: Readonly<Record<string, Readonly<Record<Outcome, number>>>>;
  /** Subjects whose outcome or writes are others. */
  readonly changed: number;
}

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
  /** Why values differ, in any mapping or in the one of `differsIn`. */
  readonly differs: readonly DifferWord[];
  /** Left field name of one mapping at most; alone it asks for any difference in it. */
  readonly differsIn: readonly string[];
  /** Found in the names or ids of a subject, case-folded. */
  readonly text: string;
  /** The id of a group of failures (HE5): those that fail for its cause. Empty: whatever. */
  readonly cause: string;
  /** The id of a check (S400): those it counts. Empty: whatever. */
  readonly check: string;
}

export interface Facet {
  readonly group:
    'outcomes' | 'decisions' | 'reasons' | 'fields' | 'linkedBy' | 'directions' | 'differs' | 'differsIn';
  readonly value: string;
  readonly count: number;
}

/** A filtered list; rows are asked for by window. */
export interface View {
  readonly sync: string;
  readonly total: number;
  /** The cause the filter names; null where it names none, or none of this plan. */
  readonly cause: FailureGroup | null;
  /** The name of the check the filter names; null where it names none, or one that is no more. */
  readonly check: string | null;
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
  /** The name of the rule that decided it; null where a person did, or nobody (S405). */
  readonly rule: string | null;
  readonly openConflicts: number;
  readonly byRule: boolean;
}

/** One mapping of one record, and what a person chose on it beside the machine; null where nobody did. */
export interface FieldRow extends MappingRow {
  /** Why its two values differ; null where they do not, one is blank, or it was not asked of the plan yet. */
  readonly differs: DifferClass | null;
  readonly chosen: Side | 'none' | 'accept' | 'again' | null;
  /** Why what would be written here is not: the name of a rule (S463), or null where a person holds it (S480); null: it is. */
  readonly withheld: { readonly rule: string | null; readonly decision: Decision } | null;
}

export interface SubjectDetail {
  readonly subject: number;
  readonly sync: string;
  readonly title: string;
  readonly line: PlanLine;
  readonly fields: readonly FieldRow[];
  readonly trace: readonly TraceStep[];
  /** What would be sent, one a side that is written to. */
  readonly sent: readonly Payload[];
  readonly decision: DecisionWord | null;
  /** The name of the rule that decided it; null where a person did, or nobody (S405). */
  readonly rule: string | null;
  /** Position in the view, from 0; -1 where the filter leaves it out. */
  readonly position: number;
  readonly link: {
    readonly left: string;
    readonly right: string;
    readonly verdict: 'same' | 'different' | null;
  } | null;
}

/** A subject by the ids of its records, in any plan of the same files. */
export interface RecordIds {
  readonly left: string | null;
  readonly right: string | null;
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
