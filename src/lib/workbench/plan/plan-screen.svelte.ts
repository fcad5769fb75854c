// Over 300 lines: a verb for each thing a person does on the plan; what they do stands in the files beside it.
import type { Side } from '../../engine/index.ts';
import type {
  Answer,
  Choice,
  Decided,
  DecisionCounts,
  DecisionWord,
  Filter,
  OnProgress,
  OutFile,
  PlanHead,
  PlannedSync,
  Problem,
  Target,
} from '../../conversation/index.ts';
import { EVERYTHING, type PlanPlace } from '../place/plan-place.ts';
import { PlanList } from './plan-list.svelte.ts';
import { PlanImpact } from './plan-impact.svelte.ts';
import { PlanRecord } from './plan-record.svelte.ts';
import type { PlanTalk } from './plan-talk.ts';

/** What the screen needs of the open project; `OpenProject` is one. */
export interface PlanOwner {
  readonly plan: PlanHead | null;
  choose(sync: string, choice: Choice): Promise<boolean>;
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
  takeDecisions(sync: string, decisions: DecisionCounts): void;
}

export interface PlanToast {
  readonly count: number;
  readonly did: DecisionWord | 'chosen' | 'given-back' | 'linked' | 'unlinked' | 'undone';
}

export type PlanPart = 'records' | 'fields';

/**
 * The plan screen's state: which sync, list, record and mapping are shown, and a person's decisions on them. Over 300 lines,
 * since every verb ends in the same three steps (act, list anew, record in hand) and splitting them would hide that.
 */
export class PlanScreen {
  readonly list: PlanList;
  readonly record: PlanRecord;
  readonly impact: PlanImpact;
  readonly #client: PlanTalk;
  readonly #owner: PlanOwner;
  #part = $state<PlanPart>('records');
  #folded = $state(false);
  #toast = $state.raw<PlanToast | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #choosing = $state(false);
  #sync = $state.raw<string | null>(null);
  #followed: PlanHead | null = null;
  /** Where a person asked to go before there was a plan. */
  #wish: PlanPlace | null = null;
  /** Going somewhere: what is shown meanwhile is no place. */
  #going = $state(0);

  constructor(client: PlanTalk, owner: PlanOwner) {
    this.#client = client;
    this.#owner = owner;
    this.list = new PlanList(client);
    this.record = new PlanRecord(client);
    this.impact = new PlanImpact(client);
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
  get toast(): PlanToast | null {
    return this.#toast;
  }
  /** A choice is being planned. */
  get choosing(): boolean {
    return this.#choosing;
  }
  get problem(): Problem | null {
    return this.#problem ?? this.list.problem ?? this.record.problem ?? this.impact.problem;
  }

  /** The record in the drawer, where the filter leaves it out. */
  get #strayed() {
    const { detail, shown } = this.record;
    return shown && detail !== null && detail.position < 0 ? detail : null;
  }

  /** A plan was made, or the screen was opened: the same list and record of the new plan. */
  async follow(plan: PlanHead | null): Promise<void> {
    if (plan === null || plan.planKey === this.#followed?.planKey) {
      this.#followed = plan;
      return;
    }
    const first = this.#followed === null;
    this.#followed = plan;
    this.impact.outdate();
    const sync = this.sync;
    if (sync === null) return;
    const wish = this.#wish;
    this.#wish = null;
    if (wish !== null && (await this.go(wish))) return;
    if (first || sync.id !== this.list.sync) await this.showSync(sync.id);
    else {
      await this.list.reload(sync.numbering);
      await this.#takeActive();
      if (this.#part === 'fields') await this.#count();
    }
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
    this.#toast = null;
    if (place.tab !== null) {
      this.record.reveal(place.tab !== 'none');
      if (place.tab !== 'none') this.record.show(place.tab);
    }
    await this.list.show(asked.id, place.filter, asked.numbering);
    await this.#goTo(asked.id, place.record);
    this.#going -= 1;
    if (this.#part === 'fields') await this.#count();
    return true;
  }

  /** To a record of the list; one that the filter leaves out is shown all the same. */
  async #goTo(sync: string, ids: PlanPlace['record']): Promise<void> {
    const found = ids === null ? null : await this.#client.find(sync, ids);
    if (found?.ok !== true || found.value < 0) return this.#takeActive();
    await this.record.take(sync, found.value);
    const position = this.record.detail?.position ?? -1;
    if (position >= 0) await this.activate(position);
  }

  /** Another object sync, from its start: what would be written, or all where that is nothing. */
  async showSync(id: string): Promise<void> {
    this.#sync = id;
    this.impact.show(null);
    this.#toast = null;
    const written = this.syncs.find((one) => one.id === id)?.written ?? 0;
    await this.filter({ ...EVERYTHING, scope: written > 0 ? 'written' : 'all' });
    if (this.#part === 'fields') await this.#count();
  }

  async filter(filter: Filter): Promise<void> {
    const sync = this.sync;
    if (sync === null) return;
    await this.list.show(sync.id, filter, sync.numbering);
    await this.#takeActive();
  }

  /** A count was pressed: the records it is about. */
  async showRecords(filter: Filter): Promise<void> {
    this.#part = 'records';
    await this.filter(filter);
  }

  async showPart(part: PlanPart): Promise<void> {
    this.#part = part;
    if (part === 'fields') await this.#count();
  }
  fold(folded: boolean): void {
    this.#folded = folded;
  }
  closeToast(): void {
    this.#toast = null;
  }
  /** The problem was read. */
  dismiss(): void {
    this.#problem = null;
    this.list.dismiss();
    this.record.dismiss();
    this.impact.dismiss();
  }

  /** Another row in hand; the drawer follows. */
  async activate(index: number): Promise<void> {
    this.list.activate(index);
    await this.#takeActive();
  }
  async openRecord(): Promise<void> {
    this.record.reveal(true);
    await this.#takeActive();
  }
  closeRecord(): void {
    this.record.reveal(false);
  }

  /** One record further or back; from one that the filter leaves out, to the row that took its place. */
  async step(by: 1 | -1): Promise<void> {
    if (this.#strayed !== null && by === 1) await this.#takeActive();
    else await this.activate(this.list.active + by);
  }

  /** A decision on the record in hand; moves on by itself, also where the filter then leaves the record out. */
  async decide(decision: DecisionWord): Promise<void> {
    const strayed = this.#strayed;
    if (strayed !== null) {
      if (strayed.decision === null) return;
      const target: Target = { kind: 'subjects', subjects: [strayed.subject] };
      if ((await this.#decide(target, decision)) === null) return;
      await this.#reload();
      await this.#takeActive();
      return;
    }
    const row = this.list.activeRow;
    if (row === null || row.decision === null) return;
    const at = this.list.active;
    if ((await this.#decide({ kind: 'subjects', subjects: [row.subject] }, decision)) === null) return;
    this.list.patch(row.subject, decision);
    const moves = decision !== 'open';
    const stays = this.list.filter.decisions.length === 0;
    // Where decisions do not filter, the list is the same: only its counts are asked for, and the next row is at once in hand.
    if (stays && moves) {
      await this.activate(at + 1);
      void this.#reload();
      if (at + 1 >= this.list.total) await this.#takeActive();
      return;
    }
    await this.#reload();
    const still = this.list.activeRow?.subject === row.subject;
    await this.activate(still && moves ? at + 1 : at);
  }

  /** A decision on what is checked, else on the whole filter: one step, one undo. */
  async decideAll(decision: DecisionWord): Promise<void> {
    const count = await this.#decide(this.#target, decision);
    if (count === null) return;
    this.#toast = { count, did: decision };
    this.list.checkNone();
    await this.#reload();
    await this.#takeActive();
  }

  /** One side for every open conflict of what is checked, else of the whole filter (or `machine` to take that back): one step. */
  async takeAll(take: Side | 'none' | 'machine'): Promise<void> {
    const open = (): number => this.sync?.subjects.conflict ?? 0;
    const before = open();
    if (!(await this.#choose({ kind: 'open-conflicts', target: this.#target, take }))) return;
    this.list.checkNone();
    const count = Math.abs(before - open());
    this.#toast = count === 0 ? null : { count, did: take === 'machine' ? 'given-back' : 'chosen' };
  }

  /** A side for an open conflict (or `machine` to take that back); the plan is made again. */
  async take(field: string, side: Side | 'none' | 'machine'): Promise<void> {
    const subject = this.record.detail?.subject;
    if (subject === undefined) return;
    if (!(await this.#choose({ kind: 'conflict', subject, field, take: side }))) return;
    // Where the filter now leaves the record out, it stays in the drawer: the next key is meant for it.
    if (this.list.activeRow?.subject !== subject) await this.record.take(this.list.sync, subject);
  }
  /** A side for the open conflict in hand. */
  async takeOpen(side: Side): Promise<void> {
    const field = this.record.openField;
    if (field !== null) await this.take(field, side);
  }

  /** Two records are, or are not, the same. */
  async link(left: string, right: string, verdict: 'same' | 'different' | 'forget'): Promise<void> {
    if (!(await this.#choose({ kind: 'link', left, right, verdict }))) return;
    this.#toast = {
      count: 1,
      did: verdict === 'same' ? 'linked' : verdict === 'different' ? 'unlinked' : 'undone',
    };
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

  async undo(): Promise<void> {
    this.#toast = null;
    await this.#planned(() => this.#owner.undo());
  }
  async redo(): Promise<void> {
    await this.#planned(() => this.#owner.redo());
  }

  changeFiles(
    kind: 'systems' | 'spreadsheets',
    approvedOnly: boolean,
    onProgress: OnProgress,
  ): Promise<Answer<readonly OutFile[]>> {
    return this.#client.changeFiles(kind, approvedOnly, onProgress);
  }
  planFiles(onProgress: OnProgress): Promise<Answer<readonly OutFile[]>> {
    return this.#client.planFiles(onProgress);
  }
  async projectFile(withRecords: boolean, onProgress: OnProgress): Promise<Answer<readonly OutFile[]>> {
    const answer = await this.#client.projectOut(withRecords, onProgress);
    return answer.ok ? { ok: true, value: [answer.value] } : answer;
  }
  /** What a file could not be made for. */
  complain(problem: Problem): void {
    this.#problem = problem;
  }

  /** What an act on many is about. */
  get #target(): Target {
    const subjects = [...this.list.checked];
    return subjects.length > 0 ? { kind: 'subjects', subjects } : { kind: 'view' };
  }

  async #decide(target: Target, decision: DecisionWord): Promise<number | null> {
    const sync = this.sync;
    if (sync === null) return null;
    const answer = await this.#client.decide(sync.id, target, decision);
    if (!this.#took<Decided>(answer)) return null;
    this.#owner.takeDecisions(sync.id, answer.value.decisions);
    return answer.value.count;
  }

  async #choose(choice: Choice): Promise<boolean> {
    const sync = this.sync;
    return sync !== null && (await this.#planned(() => this.#owner.choose(sync.id, choice)));
  }

  /** An act of the owner that may make another plan; decisions alone keep the plan's key, so the list is asked anew. */
  async #planned(act: () => Promise<boolean>): Promise<boolean> {
    this.#choosing = true;
    const done = await act();
    this.#choosing = false;
    // The project says what was refused, once for every screen.
    if (!done) return false;
    this.#problem = null;
    this.#followed = this.#owner.plan;
    this.impact.outdate();
    await this.#reload();
    await this.#takeActive();
    if (this.#part === 'fields') await this.#count();
    return true;
  }

  /** The same list of the plan as it is now. */
  #reload(): Promise<void> {
    return this.list.reload(this.sync?.numbering ?? -1);
  }

  async #takeActive(): Promise<void> {
    if (!this.record.shown) return;
    const sync = this.list.sync;
    const row = await this.list.rowAt(this.list.active);
    await this.record.take(sync, row?.subject ?? null);
  }

  async #count(): Promise<void> {
    const sync = this.sync;
    if (sync !== null) await this.impact.count(sync.id);
  }

  #took<T>(answer: Answer<T>): answer is { readonly ok: true; readonly value: T } {
    this.#problem = answer.ok ? null : answer.problem;
    return answer.ok;
  }
}
