// Over 300 lines: one object holds what is decided, compared and listed of a sync; each of these asks the others.
import {
  type Counted,
  countCheck,
  countWritten,
  decideByRules,
  differencesOf,
  differingSubjects,
  drain,
  failureFacts,
  filterSubjects,
  findText,
  onBoth,
  BY_HAND,
  type ApprovalRule,
  type ConflictChoice,
  type OwnDecisions,
  type RuledDecisions,
  type PlanLine,
  ruledSubjects,
  type RuledSubjects,
  type Side,
  toldOfRules,
  withheldBy,
  withoutWithheld,
  type Withheld,
  type Differences,
  type DifferingSubjects,
  type FailureFacts,
  type FilterResult,
  type Memo,
  type Spare,
  type Steps,
  type Tools,
  type Warning,
} from '../../src/lib/engine/index.ts';
import type {
  DecisionCounts,
  FieldRow,
  Filter,
  PlannedSync,
  Target,
  View,
} from '../../src/lib/conversation/index.ts';
import { outcomeCounts } from './kept-plan.ts';
import type { PlannedSubjects } from './planned-subjects.ts';
import { openConflicts } from './plan-rows.ts';
import { countDecisions, type SyncDecisions } from './sync-decisions.ts';
import { warningsOf } from './warning-filters.ts';

/** Rules of approval as they are asked of a plan. */
interface Ruling {
  readonly rules: readonly ApprovalRule[];
  readonly mayApprove: boolean;
  readonly choices: readonly ConflictChoice[];
  readonly subjects: RuledSubjects;
}

const NONE = new Uint16Array(0);
const NO_RULES: Ruling = {
  rules: [],
  mayApprove: true,
  choices: [],
  subjects: { first: NONE, fits: [], withheld: { fields: new Map(), whole: NONE, subjects: [] } },
};

/** The plan of one sync on the desk: decided, compared and looked at. */
export class SyncDesk {
  readonly subjects: PlannedSubjects;
  readonly decisions: SyncDecisions;
  /** 1 where the kept plan said something else; null without one to compare with. */
  changed: Uint8Array | null = null;
  #own: OwnDecisions | null = null;
  #decided: RuledDecisions | null = null;
  #ruling: Ruling = NO_RULES;
  #filter: Filter | null;
  #result: FilterResult | null = null;
  #found: { readonly text: string; readonly found: Uint8Array | null } = { text: '', found: null };

  #why: Differences | null = null;
  #failures: FailureFacts | null = null;
  /** The subjects a check counts, by what it counts. */
  #check: { readonly counted: string; readonly members: Uint8Array } | null = null;
  #differing: { readonly field: string | null; readonly of: DifferingSubjects } | null = null;

  /** Another number than the former plan's: the subjects are counted otherwise. */
  readonly numbering: number;

  readonly #spare: Spare;

  /** `filter`: what was asked for last; its list is made anew when it is looked at. `spare`: where lists are made. */
  constructor(
    subjects: PlannedSubjects,
    decisions: SyncDecisions,
    filter: Filter | null,
    numbering: number,
    spare: Spare,
  ) {
    this.#spare = spare;
    this.numbering = numbering;
    this.subjects = subjects;
    this.decisions = decisions;
    this.#filter = filter;
  }

  /** What persons decided. */
  get own(): OwnDecisions {
    return (this.#own ??= this.decisions.own(this.subjects));
  }

  /** Per subject 0, or 1 + a position in `DECISION_WORDS`: what persons decided, else rules (S406). */
  get column(): Uint8Array {
    return this.#decisions.column;
  }

  /** The rule that decides a subject; null where a person does, or nobody. */
  ruleOf(subject: number): ApprovalRule | null {
    return this.#ruling.rules[this.#decisions.by[subject]! - 1] ?? null;
  }

  /** By rule, in their order: subjects that it fits, and that it decides. */
  get ruled(): readonly { readonly fits: number; readonly decides: number }[] {
    return toldOfRules(this.#ruling.subjects, this.#decisions.by);
  }

  /** Does a rule or a person withhold any single write? */
  get withholds(): boolean {
    return this.#ruling.subjects.withheld.fields.size > 0;
  }

  /** By the left field of a mapping, by subject more than 0 where that write of it waits (S463, S480). */
  get withheld(): Withheld['fields'] {
    return this.#ruling.subjects.withheld.fields;
  }

  /** What is approved of the line at a subject that is: without what is withheld of it (S464, S480). */
  going(line: PlanLine, subject: number): PlanLine {
    return withoutWithheld(this.subjects.plan, this.#ruling.subjects.withheld, line, subject);
  }

  /** Who withholds the write into a field; null where nobody does. */
  withheldBy(side: Side, field: string, subject: number): FieldRow['withheld'] {
    const at = withheldBy(this.subjects.plan, this.#ruling.subjects.withheld, side, field, subject);
    if (at === BY_HAND) return { rule: null, decision: 'held' };
    const rule = this.#ruling.rules[at - 1];
    return rule === undefined ? null : { rule: rule.name, decision: rule.decision };
  }

  get #decisions(): RuledDecisions {
    const { subjects, rules, mayApprove } = this.#ruling;
    if (rules.length === 0 && !this.withholds)
      return (this.#decided ??= { column: this.own.column, by: NONE });
    return (this.#decided ??= decideByRules(this.own, subjects, rules, mayApprove));
  }

  /** The rules of approval as they are now, asked again where they are others. */
  *workOutRules(rules: readonly ApprovalRule[], mayApprove: boolean, asOf: string, memo: Memo): Steps<void> {
    const former = this.#ruling;
    const choices = this.decisions.state?.choices ?? NO_RULES.choices;
    const isSame = former.rules === rules && former.choices === choices;
    if (isSame && former.mayApprove === mayApprove) return;
    const isNone = rules.length === 0 && !choices.some(({ take }) => take === 'hold');
    if (isNone && former.subjects === NO_RULES.subjects) return;
    const { plan } = this.subjects;
    const subjects = isNone
      ? NO_RULES.subjects
      : isSame
        ? former.subjects
        : yield* ruledSubjects(plan, rules, choices, yield* this.subjects.workOutTraits(), asOf, memo);
    this.#ruling = { rules, mayApprove, choices, subjects };
    this.#decided = null;
  }

  get counts(): DecisionCounts {
    const isAsked = this.#own !== null || this.#ruling.rules.length > 0 || this.withholds;
    if (!isAsked && !this.decisions.hasRows && this.subjects.plan.created === null) {
      return { approved: 0, held: 0, rejected: 0, open: countWritten(this.subjects.plan) };
    }
    return countDecisions(this.column);
  }

  /** Its plan is over and nobody looks at it: what is large goes back, and would be made anew when asked for. */
  letGo(): void {
    this.subjects.letGo();
    const listed = this.#result?.subjects;
    this.#result = null;
    if (listed !== undefined) this.#spare.give(listed);
  }

  /** Decisions were made or taken back. The list that is shown stays as it is. */
  redecided(): void {
    this.#own = null;
    this.#decided = null;
  }

  /** Why values differ, once it was worked out. */
  get why(): Differences | null {
    return this.#why;
  }
  *workOutWhy(tools: Tools, memo: Memo): Steps<Differences> {
    return (this.#why ??= yield* differencesOf(this.subjects.plan, tools, memo));
  }

  /** Why its records fail, worked out when first asked for. */
  *workOutFailures(): Steps<FailureFacts> {
    return (this.#failures ??= yield* failureFacts(this.subjects.plan));
  }

  /** The subjects a check counts (S400); those of a check that is no more, or of another sync: none. */
  *workOutCheck(counted: Counted | null, asOf: string, memo: Memo): Steps<void> {
    const { plan } = this.subjects;
    const key = JSON.stringify(counted);
    if (this.#check?.counted === key) return;
    const isOwn = counted !== null && (counted.sync === null || counted.sync === plan.sync.id);
    const traits = yield* this.subjects.workOutTraits();
    const members = isOwn
      ? (yield* countCheck(plan, counted, traits, asOf, memo)).members
      : new Uint8Array(plan.outcomes.length);
    this.#check = { counted: key, members };
  }

  /** Makes ready what a filter looks at. */
  *prepare(filter: Filter, tools: Tools, memo: Memo): Steps<void> {
    const { classes } = yield* this.subjects.workOutTraits();
    if (filter.cause !== '') yield* this.workOutFailures();
    if (filter.differs.length + filter.differsIn.length > 0) yield* this.workOutWhy(tools, memo);
    if (this.#why === null) return;
    const field = filter.differsIn[0] ?? null;
    if (this.#differing !== null && this.#differing.field === field) return;
    const of = yield* differingSubjects(this.subjects.plan, this.#why, classes, field);
    this.#differing = { field, of };
  }

  view(filter: Filter): View {
    const { plan, traits } = this.subjects;
    const found = this.#foundBy(filter);
    const result = drain(
      filterSubjects(
        {
          plan,
          traits,
          decisions: this.column,
          differing: this.#differing?.of ?? null,
          changed: this.changed,
          found,
        },
        filter,
        this.#spare,
      ),
    );
    this.#filter = filter;
    this.#result = result;
    const { facets, scopes } = result;
    const cause = this.#failures?.told.groups.find(({ id }) => id === filter.cause) ?? null;
    const { length: total } = result.subjects;
    return { sync: plan.sync.id, total, cause, check: null, facets, scopes, decisions: this.counts };
  }

  /** 1 for what has the words, the cause and the check a filter names; null where it names none. */
  #foundBy(filter: Filter): Uint8Array | null {
    const found = this.#foundOf(filter);
    if (filter.check === '') return found;
    const members = this.#check?.members ?? new Uint8Array(this.subjects.plan.outcomes.length);
    return found === null ? members : members.map((is, subject) => is & found[subject]!);
  }

  #foundOf({ text, cause }: Filter): Uint8Array | null {
    const { plan } = this.subjects;
    if (text !== this.#found.text) this.#found = { text, found: findText(plan, text) };
    const { found } = this.#found;
    if (cause === '') return found;
    const facts = this.#failures ?? drain(this.workOutFailures());
    // A cause that no longer is has no records.
    const members = facts.members(cause) ?? new Uint8Array(plan.outcomes.length);
    return found === null ? members : members.map((is, subject) => is & found[subject]!);
  }

  /** The filter that was asked for last. */
  get filter(): Filter | null {
    return this.#filter;
  }

  /** The subjects listed last, in plan order; null where no list was asked for. */
  get listed(): Uint32Array | null {
    if (this.#result === null && this.#filter !== null) this.view(this.#filter);
    return this.#result?.subjects ?? null;
  }

  /** The subjects an act is about; null where no list was asked for. */
  targets(target: Target): readonly number[] | Uint32Array | null {
    return target.kind === 'view' ? this.listed : target.subjects;
  }

  /** Position of a subject in the list, or -1. */
  position(subject: number): number {
    const { listed } = this;
    if (listed === null) return -1;
    const at = firstFrom(listed, subject);
    return listed[at] === subject ? at : -1;
  }

  /** The next listed subject after this one that has an open conflict, or -1. */
  nextOpen(subject: number): number {
    const { listed } = this;
    if (listed === null) return -1;
    for (let at = firstFrom(listed, subject + 1); at < listed.length; at++) {
      if (openConflicts(this.subjects, listed[at]!) > 0) return listed[at]!;
    }
    return -1;
  }

  head(warnings: readonly Warning[]): PlannedSync {
    const { plan } = this.subjects;
    const subjects = outcomeCounts(plan.outcomes);
    const decisions = this.counts;
    return {
      id: plan.sync.id,
      kind: plan.sync.kind,
      subjects,
      total: plan.outcomes.length,
      written: decisions.approved + decisions.held + decisions.rejected + decisions.open,
      needsPerson: subjects.conflict + subjects.failing + subjects.ambiguous,
      decisions,
      numbering: this.numbering,
      lost: onBoth((side) => {
        const loss = plan.matching.prior.losses[side];
        if (loss === null) return null;
        const { missing, links, isComplete, isStopped } = loss;
        return { missing, links, complete: isComplete, stopped: isStopped };
      }),
      warnings: warningsOf(plan, warnings),
    };
  }
}

/** Position of the first item that is at least this. */
function firstFrom(sorted: Uint32Array, least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
