// Over 300 lines: one state of one screen, and every way a person goes through it; its lists, acts and views are in files of their own.
import { ABOUT_CHANGES } from '../../formats/index.ts';
import type {
  Answer,
  Filter,
  ChangeForm,
  OutFile,
  PlanHead,
  PlannedSync,
  Problem,
  SubjectDetail,
} from '../../conversation/index.ts';
import { projectFile } from '../save-files.ts';
import { EVERYTHING, type PlanPart, type PlanPlace } from '../place/plan-place.ts';
import { PlanActs, type PlanOwner } from './plan-acts.svelte.ts';
import { PlanList } from './plan-list.svelte.ts';
import { PlanImpact } from './plan-impact.svelte.ts';
import { PlanRecord } from './plan-record.svelte.ts';
import type { PlanTalk } from './plan-talk.ts';
import { PlanHubSpot } from './plan-hubspot.svelte.ts';
import { PlanApproval } from './plan-approval.svelte.ts';
import { PlanChecks } from './plan-checks.svelte.ts';
import { PlanRounds } from './plan-rounds.svelte.ts';
import { PlanDeleted } from './plan-deleted.svelte.ts';
import { PlanSince } from './plan-since.svelte.ts';
import { isSmall, PlanWhy } from './plan-why.svelte.ts';
import { PlanToDos } from './plan-to-dos.svelte.ts';
import type { Jobs } from '../project/jobs.svelte.ts';

/** The plan screen's state: which sync, list, record and mapping are shown, and where a person is in them. */
export class PlanScreen {
  readonly list: PlanList;
  readonly record: PlanRecord;
  readonly impact: PlanImpact;
  readonly why: PlanWhy;
  readonly toDos: PlanToDos;
  readonly since: PlanSince;
  readonly checks: PlanChecks;
  readonly approval: PlanApproval;
  readonly rounds: PlanRounds;
  readonly hubspot: PlanHubSpot;
  readonly deleted: PlanDeleted;
  /** What a person decides on what is shown. */
  readonly acts: PlanActs;
  readonly #client: PlanTalk;
  readonly #owner: PlanOwner;
  #part = $state<PlanPart>('records');
  #folded = $state(false);
  #problem = $state.raw<Problem | null>(null);
  #sync = $state.raw<string | null>(null);
  #followed: PlanHead | null = null;
  /** Where a person asked to go before there was a plan. */
  #wish: PlanPlace | null = null;
  /** Going somewhere: what is shown meanwhile is no place. */
  #going = $state(0);

  constructor(client: PlanTalk, owner: PlanOwner, jobs: Pick<Jobs, 'run'>) {
    this.#client = client;
    this.#owner = owner;
    this.list = new PlanList(client);
    this.record = new PlanRecord(client);
    this.impact = new PlanImpact(client);
    this.why = new PlanWhy(client, owner, jobs);
    this.toDos = new PlanToDos(client, owner, () => this.why.told);
    this.since = new PlanSince(client, jobs);
    this.checks = new PlanChecks(client, owner, jobs);
    this.approval = new PlanApproval(client, owner, jobs, () => this.#again());
    this.rounds = new PlanRounds(client, jobs);
    this.hubspot = new PlanHubSpot(client, jobs);
    this.deleted = new PlanDeleted(client, jobs);
    this.acts = new PlanActs(client, owner, this);
  }

  get plan(): PlanHead | null {
    return this.#owner.plan;
  }
  get syncs(): readonly PlannedSync[] {
    return this.plan?.syncs ?? [];
  }
  /** The object sync shown; null without a plan. */
  get sync(): PlannedSync | null {
    return this.syncs.find(({ id }) => id === this.#sync) ?? this.syncs[0] ?? null;
  }
  get part(): PlanPart {
    return this.#part;
  }
  /** Is the picture folded into the strip? */
  get folded(): boolean {
    return this.#folded;
  }
  get problem(): Problem | null {
    return (
      this.#problem ??
      this.list.problem ??
      this.record.problem ??
      this.impact.problem ??
      this.why.problem ??
      this.since.problem ??
      this.checks.problem ??
      this.approval.problem ??
      this.rounds.problem ??
      this.hubspot.problem ??
      this.deleted.problem
    );
  }

  /** The record in the drawer, where the filter leaves it out. */
  get strayed(): SubjectDetail | null {
    const { detail, shown } = this.record;
    return shown && detail !== null && detail.position < 0 ? detail : null;
  }

  /** A plan was made, or the screen was opened: the same list and record of the new plan. */
  async follow(plan: PlanHead | null): Promise<void> {
    const before = this.#followed;
    if (plan === null || plan.planKey === before?.planKey) {
      this.#followed = plan;
      // A check that was changed or taken back is of the same plan (S403).
      void this.checks.ask();
      // Decisions that were made or taken back on another screen are of the same plan.
      if (plan !== null && before !== null && decisionsOf(plan) !== decisionsOf(before)) await this.#again();
      return;
    }
    const first = this.#followed === null;
    this.#followed = plan;
    this.#outdate();
    const sync = this.sync;
    if (sync === null) return;
    const wish = this.#wish;
    this.#wish = null;
    if (wish !== null && (await this.go(wish))) return;
    if (first || sync.id !== this.list.sync) await this.showSync(sync.id);
    else {
      await this.#again();
      await this.count();
    }
  }
  heed(): void {
    this.#followed = this.#owner.plan;
  }

  /** Where a person is; null until a list is there, and on the way to another. */
  get place(): PlanPlace | null {
    const { list, record } = this;
    if (list.view === null || this.#going > 0) return null;
    const line = record.shown ? (record.detail?.line ?? null) : null;
    return {
      sync: list.sync,
      part: this.#part,
      filter: list.filter,
      record: line === null ? null : { left: line.left?.id ?? null, right: line.right?.id ?? null },
      tab: record.shown ? record.tab : 'none',
    };
  }

  /** To a place of the plan: its list, its record, its tab. Without a plan, once there is one. False: it has no such sync. */
  async go(place: PlanPlace): Promise<boolean> {
    if (this.plan === null || this.#followed === null) {
      this.#wish = place;
      return true;
    }
    const asked = this.syncs.find(({ id }) => id === place.sync);
    if (asked === undefined) return false;
    this.#going += 1;
    this.#sync = asked.id;
    this.#part = place.part;
    this.acts.closeToast();
    if (place.tab !== null) {
      this.record.reveal(place.tab !== 'none');
      if (place.tab !== 'none') this.record.show(place.tab);
    }
    await this.list.show(asked.id, place.filter, asked.numbering);
    await this.#goTo(asked.id, place.record);
    this.#going -= 1;
    await this.count();
    return true;
  }

  /** To a record of the list; one that the filter leaves out is shown all the same. */
  async #goTo(sync: string, ids: PlanPlace['record']): Promise<void> {
    const found = ids === null ? null : await this.#client.find(sync, ids);
    if (found?.ok !== true || found.value < 0) return this.takeActive();
    await this.record.take(sync, found.value);
    const position = this.record.detail?.position ?? -1;
    if (position >= 0) await this.activate(position);
  }

  /** Another object sync, from its start: what would be written, or all where that is nothing. */
  async showSync(id: string): Promise<void> {
    this.#sync = id;
    this.impact.show(null);
    void this.why.choose(null);
    this.acts.closeToast();
    const written = this.syncs.find((one) => one.id === id)?.written ?? 0;
    await this.filter({ ...EVERYTHING, scope: written > 0 ? 'written' : 'all' });
    await this.count();
  }

  async filter(filter: Filter): Promise<void> {
    const sync = this.sync;
    if (sync === null) return;
    await this.list.show(sync.id, filter, sync.numbering);
    await this.takeActive();
  }

  /** A count was pressed: the records it is about. */
  async showRecords(filter: Filter): Promise<void> {
    this.#part = 'records';
    await this.filter(filter);
  }

  async showPart(part: PlanPart): Promise<void> {
    this.#part = part;
    await this.count();
  }
  fold(folded: boolean): void {
    this.#folded = folded;
  }
  /** The problem was read. */
  dismiss(): void {
    this.#problem = null;
    this.list.dismiss();
    this.record.dismiss();
    this.impact.dismiss();
    this.why.dismiss();
    this.since.dismiss();
    this.checks.dismiss();
    this.approval.dismiss();
    this.rounds.dismiss();
    this.hubspot.dismiss();
    this.deleted.dismiss();
  }

  /** Another row in hand; the drawer follows. */
  async activate(index: number): Promise<void> {
    this.list.activate(index);
    await this.takeActive();
  }
  async openRecord(): Promise<void> {
    this.record.reveal(true);
    await this.takeActive();
  }
  closeRecord(): void {
    this.record.reveal(false);
  }

  /** One record further or back; from one that the filter leaves out, to the row that took its place. */
  async step(by: 1 | -1): Promise<void> {
    if (this.strayed !== null && by === 1) await this.takeActive();
    else await this.activate(this.list.active + by);
  }

  /** The next open conflict: of this record, else of the next record of the list that has one. */
  async nextOpen(): Promise<void> {
    const sync = this.sync;
    const detail = this.record.detail;
    if (sync === null) return;
    this.record.show('fields');
    if (detail !== null && this.record.nextField()) return;
    const answer = await this.#client.nextOpen(sync.id, detail?.subject ?? -1);
    if (!this.#took(answer) || answer.value < 0) return;
    const next = await this.#client.subject(sync.id, answer.value);
    if (!this.#took(next) || next.value.position < 0) return;
    this.record.reveal(true);
    await this.activate(next.value.position);
  }

  /** Where there is something to know of the files, it stands among them, and that is said. */
  async changeFiles(
    form: ChangeForm,
    approvedOnly: boolean,
    job: number,
  ): Promise<Answer<readonly OutFile[]>> {
    const answer = await this.#client.changeFiles(form, approvedOnly, job);
    const about = answer.ok ? answer.value.find(({ name }) => name === ABOUT_CHANGES) : undefined;
    if (about !== undefined) this.acts.noted(about.rows);
    if (answer.ok) await this.#owner.lookAtHandOver();
    return answer;
  }
  planFiles(job: number): Promise<Answer<readonly OutFile[]>> {
    return this.#client.planFiles(job);
  }
  projectFile(withRecords: boolean, job: number): Promise<Answer<readonly OutFile[]>> {
    return projectFile(this.#client, withRecords, job);
  }
  /** What an act or a file could not be done for; null: the last one was done. */
  complain(problem: Problem | null): void {
    this.#problem = problem;
  }

  /** The plan was made again by an act of a person: the same list and record of it. */
  async replanned(): Promise<void> {
    this.#problem = null;
    this.#followed = this.#owner.plan;
    this.#outdate();
    await this.#again();
    await this.count();
  }

  /** The same list of the plan as it is now. */
  reload(): Promise<void> {
    return this.list.reload(this.sync?.numbering ?? -1);
  }

  /** The row in hand, in the drawer. */
  async takeActive(): Promise<void> {
    if (!this.record.shown) return;
    const sync = this.list.sync;
    const row = await this.list.rowAt(this.list.active);
    await this.record.take(sync, row?.subject ?? null);
  }

  /** Another plan was made: what was told beside its list is of the last one. */
  #outdate(): void {
    this.impact.outdate();
    this.why.outdate();
    this.since.outdate();
    this.rounds.outdate();
    this.hubspot.outdate();
  }

  async #again(): Promise<void> {
    await this.reload();
    await this.takeActive();
  }

  /** What is told of the fields, where it is not known yet. */
  async count(): Promise<void> {
    const sync = this.sync;
    if (sync === null) return;
    void this.checks.ask();
    if (this.#part === 'fields') await this.impact.count(sync.id);
    if (this.#part === 'since') await this.since.ask(sync.id);
    if (this.#part === 'hubspot') void this.hubspot.ask(sync.id);
    if (this.#part === 'differ' || isSmall(this.plan, sync)) void this.#askWhy(sync.id);
  }

  /** What is shown may say it once it is known: the class of a field, a filter's values. */
  async #askWhy(sync: string): Promise<void> {
    const isNew = await this.why.ask(sync);
    if (isNew && this.#part === 'records' && this.list.sync === sync && this.why.told?.fields.length !== 0)
      await this.#again();
  }

  #took<T>(answer: Answer<T>): answer is { readonly ok: true; readonly value: T } {
    this.#problem = answer.ok ? null : answer.problem;
    return answer.ok;
  }
}

/** The sums of decisions of every object sync, to compare two heads of one plan. */
const decisionsOf = ({ syncs }: PlanHead): string => JSON.stringify(syncs.map(({ decisions }) => decisions));
