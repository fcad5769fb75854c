import type { Both, IdRejection, Side, SyncDesign, Tools } from '../../src/lib/engine/index.ts';
import type { SuggestedDesign, SuggestNote } from '../../src/lib/engine/suggest/index.ts';
import type { Access, DesignStep, KeptDesign, ProjectRow, Store } from '../../src/lib/store/index.ts';
import type { PlanContext } from '../common/plan-context.ts';
import type {
  Answer,
  DesignHead,
  HandOverHead,
  OpenQuestion,
  Problem,
  SuggestedSync,
} from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import { CANCELLED, UNWATCHED, type Work } from '../common/work.ts';
import { handOverHead, knownBaseline, pairsLinked, seenAt, type Known } from '../keep/hand-over.ts';
import { changesBetween, keptDesign, keptMark, type KeptMark } from './design-changes.ts';
import { designHead, readKept, type DesignReading } from './design-reading.ts';
import type { KeptSet } from '../keep/kept-set.ts';
import { OpenRecords } from '../keep/open-records.ts';
import { OpenedSets } from '../keep/opened-sets.ts';
import { nextTurn } from '../common/run-steps.ts';
import { deletedIn, stepOf, suggestedIn, suggestedLabel } from '../common/step-label.ts';
import { withBaseline } from './with-baseline.ts';
import { openQuestions } from './open-questions.ts';
import { suggestedSync, suggestFor, withSuggested } from './suggesting.ts';

/** What the plan desk gets, apart from the second worker. */
export type Planning = Omit<PlanContext, 'helper'>;

/** The one project that is open: its sets, design, records and baseline, kept in step with the store. */
export class OpenedProject {
  readonly records: OpenRecords;
  readonly #store: Store;
  readonly #tools: Tools;
  #sets: OpenedSets;
  #row: ProjectRow;
  #access: Access;
  #reading: DesignReading;
  #suggested: DesignHead['suggested'] = null;
  /** What the suggestion said of each sync's columns. */
  #notes: ReadonlyMap<string, readonly SuggestNote[]> = new Map();
  readonly #suggestionOf = new Map<string, { readonly of: Both<KeptSet>; readonly is: SuggestedDesign }>();
  /** Every design one can go back or forward to, oldest first. */
  #steps: readonly DesignStep[] = [];
  #mark: KeptMark | null = null;
  #baseline: Known | null = null;
  /** Why there is no plan, or all a plan needs. */
  planning: Answer<Planning> = failed({ code: 'no-records' });

  private constructor(store: Store, tools: Tools, row: ProjectRow, access: Access) {
    this.#store = store;
    this.#tools = tools;
    this.#row = row;
    this.#access = access;
    this.#sets = new OpenedSets(store);
    this.records = new OpenRecords(store);
    this.#reading = readKept(null, this.#sets);
  }

  static async open(store: Store, tools: Tools, id: string, work: Work): Promise<Answer<OpenedProject>> {
    const opened = await store.projects.open(id);
    if (!opened.ok) return failed(opened.problem);
    const { project, ...access } = opened.value;
    const made = new OpenedProject(store, tools, project, access);
    const read = await made.refresh(work);
    if (read.ok) return done(made);
    // Nobody holds it now: it is another tab's to write, if that wants it.
    if (access.access === 'owner') await store.projects.close(id);
    return read;
  }

  get id(): string {
    return this.#row.id;
  }
  get sets(): OpenedSets {
    return this.#sets;
  }
  get row(): ProjectRow {
    return this.#row;
  }
  get access(): Access {
    return this.#access;
  }
  get reading(): DesignReading {
    return this.#reading;
  }
  get designHead(): DesignHead {
    const at = this.#reading.kept?.step ?? -1;
    const changes = changesBetween(this.#steps, at, this.#mark, this.#tools);
    return designHead(this.#reading, { suggested: this.#suggested, changes, questions: this.#questions() });
  }

  #questions(): readonly OpenQuestion[] {
    const { kept, design } = this.#reading;
    const answered = this.#steps.flatMap(({ step, label }) =>
      step <= (kept?.step ?? -1) ? [stepOf(label)] : [],
    );
    return this.sets.syncs.flatMap((sync) =>
      openQuestions({
        sync: design?.syncs.find(({ id }) => id === sync) ?? null,
        id: sync,
        apps: design?.apps ?? null,
        sets: { left: this.sets.get(sync, 'left'), right: this.sets.get(sync, 'right') },
        notes: this.#notes.get(sync) ?? [],
        steps: answered,
      }),
    );
  }

  /** Rows of a side's set that its id field set aside; none before it is opened. */
  rejectedIds(sync: string, side: Side): readonly IdRejection[] {
    const opened = this.records.side(sync, side);
    return opened?.manifest.id === this.sets.get(sync, side)?.manifest.id
      ? (opened?.records.rejected ?? [])
      : [];
  }

  /** A side's set with them. */
  rejectedOf(sync: string, side: Side): readonly [KeptSet | null, readonly IdRejection[]] {
    return [this.sets.get(sync, side), this.rejectedIds(sync, side)];
  }

  /**
   * Looks at the store again: new sets are opened, a first design or a new sync of it is suggested. Can be cancelled until a
   * suggestion is saved; what was open before is then open still.
   */
  async refresh(work: Work): Promise<Answer<null>> {
    const [row, sets, reading] = [this.#row, this.#sets, this.#reading];
    const looked = await this.#look(work);
    if (!looked.ok) [this.#row, this.#sets, this.#reading] = [row, sets, reading];
    return looked;
  }

  async #look(work: Work): Promise<Answer<null>> {
    const row = await this.#store.projects.get(this.id);
    if (!row.ok) return failed(row.problem);
    this.#row = row.value;
    this.#sets = await this.#sets.next(row.value);
    const kept = await this.#store.designs.current(this.id);
    if (!kept.ok) return failed(kept.problem);
    this.#reading = readKept(kept.value, this.#sets);
    work.onProgress({ what: 'suggest', done: 0, total: 0 });
    const suggested = await this.#suggestMissing(work);
    if (!suggested.ok) return suggested;
    const planning = await this.#plan(suggested.value ? { ...work, cancelled: UNWATCHED.cancelled } : work);
    if (!planning.ok && planning.problem.code === 'cancelled') return planning;
    this.#suggested = await this.#suggestions();
    this.#steps = await this.#history();
    this.#mark = await keptMark(this.#store, this.id);
    this.planning = planning;
    return done(null);
  }

  /** Takes a design that was saved, undone or redone. */
  async take(kept: KeptDesign): Promise<void> {
    const isKnown = this.#steps.some(
      ({ step, when, sha256 }) => step === kept.step && when === kept.when && sha256 === kept.sha256,
    );
    if (!isKnown) this.#steps = [...this.#steps.filter(({ step }) => step < kept.step), kept];
    this.#reading = readKept(kept, this.sets);
    this.planning = await this.#plan(UNWATCHED);
  }

  /** A plan was kept: the design is measured by it from now on. */
  async takeKept(): Promise<void> {
    this.#mark = await keptMark(this.#store, this.id);
  }

  /** The design file of the kept plan as JSON; null where there is none to go back to. */
  keptDesign(): Promise<string | null> {
    return keptDesign(this.#store, this.id, this.#steps, this.#mark);
  }

  /** The name was changed. */
  takeRow(row: ProjectRow): void {
    this.#row = row;
  }

  /** What was handed over, or what is known of it, is another: the plan is made with that. */
  async takeHandOver(row: ProjectRow): Promise<void> {
    this.#row = row;
    this.planning = await this.#plan(UNWATCHED);
  }

  /** All a plan needs, as it was before the last hand-over. */
  async planningBefore(): Promise<Answer<Planning>> {
    const { design } = this.#reading;
    if (!this.planning.ok || design === null) return this.planning;
    const baseline = await this.#known(design, { ...this.#row, handedOver: null }, null);
    return baseline.ok ? done(withBaseline(this.planning.value, baseline.value.known, this.sets)) : baseline;
  }

  /** LI2: pairs of a sync the baseline links, also where the design has errors and nothing is planned. */
  async linkedPairs(sync: string): Promise<Answer<number>> {
    const { design } = this.#reading;
    if (design === null) return failed({ code: 'no-design' });
    const known = await this.#known(design);
    return known.ok ? done(pairsLinked(known.value.known, sync)) : known;
  }

  /** When a push last saw something of a side that no plan has read since (S462); null: never. */
  seenByPush(sync: string, side: Side): string | null {
    return seenAt(this.#baseline?.known ?? null, sync, side);
  }

  handOver(): Promise<Answer<HandOverHead>> {
    return handOverHead(this.#store, this.#row, this.sets, this.#baseline?.known ?? null);
  }

  /** Damage that was found in the background: nothing is planned with that set any more. */
  spoil(set: string, problem: Problem): void {
    this.sets.spoil(set, problem);
    this.planning = failed(problem);
  }

  /**
   * A sync both of whose files are there and that the design does not know is suggested and saved as a step. Answers whether
   * one was; nothing can be cancelled from then on.
   */
  async #suggestMissing(work: Work): Promise<Answer<boolean>> {
    if (this.#access.access !== 'owner') return done(false);
    let isSaved = false;
    const steps = await this.#history();
    const [former, deleted] = [suggestedIn(steps), deletedIn(steps)];
    for (const sync of this.sets.syncs) {
      const both = this.sets.both(sync);
      const { json, design, kept } = this.#reading;
      if (both === null || former.has(sync) || deleted.has(sync)) continue;
      if (kept !== null && (design === null || isIn(design, sync))) continue;
      const next = withSuggested(json, sync, this.#suggestion(sync, both), both);
      await nextTurn();
      if (!isSaved && work.cancelled()) return failed(CANCELLED);
      const saved = await this.#store.designs.save(this.id, JSON.stringify(next), suggestedLabel(sync));
      if (!saved.ok) return failed(saved.problem);
      isSaved = true;
      this.#reading = readKept(saved.value, this.sets);
    }
    return done(isSaved);
  }

  /** For the syncs the history says were suggested. */
  async #suggestions(): Promise<DesignHead['suggested']> {
    const suggested = suggestedIn(await this.#history());
    const found: [string, SuggestedSync][] = [];
    const notes = new Map<string, readonly SuggestNote[]>();
    for (const sync of this.sets.syncs) {
      const both = this.sets.both(sync);
      if (both === null || !suggested.has(sync)) continue;
      const suggestion = this.#suggestion(sync, both);
      found.push([sync, suggestedSync(suggestion)]);
      notes.set(sync, suggestion.notes);
    }
    this.#notes = notes;
    return found.length === 0 ? null : Object.fromEntries(found);
  }

  /** What two files say does not change while they are the same two. */
  #suggestion(sync: string, both: Both<KeptSet>): SuggestedDesign {
    const known = this.#suggestionOf.get(sync);
    if (known?.of.left === both.left && known.of.right === both.right) return known.is;
    const is = suggestFor(both);
    this.#suggestionOf.set(sync, { of: both, is });
    return is;
  }

  async #history(): Promise<readonly DesignStep[]> {
    const history = await this.#store.designs.history(this.id);
    return history.ok ? history.value : [];
  }

  #known(design: SyncDesign, row = this.#row, former = this.#baseline): Promise<Answer<Known>> {
    return knownBaseline(this.#store, row, this.sets, design, this.#tools, former);
  }

  async #plan(work: Work): Promise<Answer<Planning>> {
    const { kept, json, design, errors } = this.#reading;
    const [damage] = this.sets.problems;
    if (damage !== undefined) return failed(damage);
    if (kept === null)
      return failed(this.sets.syncs.length === 0 ? { code: 'no-records' } : { code: 'no-design' });
    if (errors.length > 0 || design === null)
      return failed({ code: 'design-errors', name: design?.name ?? '', errors });
    const read = await this.records.update(design, this.sets, work);
    if (!read.ok) return read;
    if (read.value.records.size === 0) return failed({ code: 'no-records' });
    const baseline = await this.#known(design);
    if (!baseline.ok) return baseline;
    this.#baseline = baseline.value;
    return done({
      project: this.id,
      store: this.#store,
      tools: this.#tools,
      design: { ...design, syncs: design.syncs.filter(({ id }) => read.value.records.has(id)) },
      json,
      ...withBaseline(read.value, baseline.value.known, this.sets),
    });
  }
}

const isIn = (design: SyncDesign, sync: string): boolean => design.syncs.some(({ id }) => id === sync);
