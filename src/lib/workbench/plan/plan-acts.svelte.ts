import type { Side } from '../../engine/index.ts';
import type {
  Choice,
  DecisionCounts,
  DecisionWord,
  PlanHead,
  PlannedSync,
  Problem,
  SubjectDetail,
  Target,
} from '../../conversation/index.ts';
import type { PlanList } from './plan-list.svelte.ts';
import type { PlanRecord } from './plan-record.svelte.ts';
import type { PlanTalk } from './plan-talk.ts';
import type { DesignHolder } from './edit-design.ts';

/** What the screen needs of the open project; `OpenProject` is one. */
export interface PlanOwner extends DesignHolder {
  readonly plan: PlanHead | null;
  choose(sync: string, choice: Choice): Promise<boolean>;
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
  takeDecisions(sync: string, decisions: DecisionCounts): void;
  /** Change files were made: what was handed over is looked at again. */
  lookAtHandOver(): Promise<void>;
}

export interface PlanToast {
  readonly count: number;
  readonly did:
    | DecisionWord
    | 'restored'
    | 'not-restored'
    | 'chosen'
    | 'given-back'
    | 'linked'
    | 'unlinked'
    | 'undone'
    | 'noted'
    | 'designed';
}

/** What is shown, and how it follows an act; `PlanScreen` is one. */
interface Shown {
  readonly sync: PlannedSync | null;
  readonly list: PlanList;
  readonly record: PlanRecord;
  /** The record in the drawer, where the filter leaves it out. */
  readonly strayed: SubjectDetail | null;
  activate(index: number): Promise<void>;
  reload(): Promise<void>;
  takeActive(): Promise<void>;
  replanned(): Promise<void>;
  /** The plan's decisions as they are now were made here. */
  heed(): void;
  complain(problem: Problem | null): void;
}

/** A person's decisions and choices on what the plan's screen shows; each is one step to undo. */
export class PlanActs {
  readonly #client: Pick<PlanTalk, 'decide'>;
  readonly #owner: PlanOwner;
  readonly #shown: Shown;
  #toast = $state.raw<PlanToast | null>(null);
  #choosing = $state(false);

  constructor(client: Pick<PlanTalk, 'decide'>, owner: PlanOwner, shown: Shown) {
    this.#client = client;
    this.#owner = owner;
    this.#shown = shown;
  }

  get toast(): PlanToast | null {
    return this.#toast;
  }
  /** A choice is being planned. */
  get choosing(): boolean {
    return this.#choosing;
  }
  closeToast(): void {
    this.#toast = null;
  }
  /** So many things are to be known of the change files that were taken. */
  noted(count: number): void {
    this.#toast = { count, did: 'noted' };
  }

  /** What the plan offered was done to its design. */
  async designed(act: () => Promise<boolean>): Promise<void> {
    if (await this.#planned(act)) this.#toast = { count: 1, did: 'designed' };
  }

  /** A decision on the record in hand; moves on by itself, also where the filter then leaves the record out. */
  async decide(decision: DecisionWord): Promise<void> {
    const strayed = this.#shown.strayed;
    if (strayed !== null) {
      if (strayed.decision === null) return;
      const target: Target = { kind: 'subjects', subjects: [strayed.subject] };
      if ((await this.#decide(target, decision)) === null) return;
      await this.#shown.reload();
      await this.#shown.takeActive();
      return;
    }
    const row = this.#shown.list.activeRow;
    if (row === null || row.decision === null) return;
    const at = this.#shown.list.active;
    if ((await this.#decide({ kind: 'subjects', subjects: [row.subject] }, decision)) === null) return;
    this.#shown.list.patch(row.subject, decision);
    const moves = decision !== 'open';
    const stays = this.#shown.list.filter.decisions.length === 0;
    // Where decisions do not filter, the list is the same: only its counts are asked for, and the next row is at once in hand.
    if (stays && moves) {
      await this.#shown.activate(at + 1);
      void this.#shown.reload();
      if (at + 1 >= this.#shown.list.total) await this.#shown.takeActive();
      return;
    }
    await this.#shown.reload();
    const still = this.#shown.list.activeRow?.subject === row.subject;
    await this.#shown.activate(still && moves ? at + 1 : at);
  }

  /** A decision on what is checked, else on the whole filter: one step, one undo. */
  async decideAll(decision: DecisionWord): Promise<void> {
    const count = await this.#decide(this.#target, decision);
    if (count === null) return;
    this.#toast = { count, did: decision };
    this.#shown.list.checkNone();
    await this.#shown.reload();
    await this.#shown.takeActive();
  }

  /** One side for every open conflict of what is checked, else of the whole filter (or `machine` to take that back): one step. */
  async takeAll(take: Side | 'none' | 'machine'): Promise<void> {
    const open = (): number => this.#shown.sync?.subjects.conflict ?? 0;
    const before = open();
    if (!(await this.#choose({ kind: 'open-conflicts', target: this.#target, take }))) return;
    this.#shown.list.checkNone();
    const count = Math.abs(before - open());
    this.#toast = count === 0 ? null : { count, did: take === 'machine' ? 'given-back' : 'chosen' };
  }

  /** A side for an open conflict (or `machine` to take that back); the plan is made again. */
  async take(field: string, side: Side | 'none' | 'machine'): Promise<void> {
    await this.#onRecord((subject) => ({ kind: 'conflict', subject, field, take: side }));
  }

  /** A single write of the record in hand waits, or no longer (S480). */
  async hold(field: string, held: boolean): Promise<void> {
    await this.#onRecord((subject) => ({ kind: 'hold', subject, field, held }));
  }

  async #onRecord(choice: (subject: number) => Choice): Promise<void> {
    const subject = this.#shown.record.detail?.subject;
    if (subject === undefined) return;
    if (!(await this.#choose(choice(subject)))) return;
    // Where the filter now leaves the record out, it stays in the drawer: the next key is meant for it.
    if (this.#shown.list.activeRow?.subject !== subject)
      await this.#shown.record.take(this.#shown.list.sync, subject);
  }
  /** A side for the open conflict in hand. */
  async takeOpen(side: Side): Promise<void> {
    const field = this.#shown.record.openField;
    if (field !== null) await this.take(field, side);
  }

  /** Deleted records are created again on a side (DE2), all of them or these; or none that was chosen is. One step. */
  async restore(
    sync: string,
    to: Side,
    subjects: readonly number[] | null,
    count: number,
    take: 'restore' | 'restore-not' = 'restore',
  ): Promise<void> {
    const choice: Choice = { kind: 'restore', to, subjects, take };
    if (!(await this.#planned(() => this.#owner.choose(sync, choice)))) return;
    this.#toast = { count, did: take === 'restore' ? 'restored' : 'not-restored' };
  }

  /** Two records are, or are not, the same. */
  async link(left: string, right: string, verdict: 'same' | 'different' | 'forget'): Promise<void> {
    if (!(await this.#choose({ kind: 'link', left, right, verdict }))) return;
    this.#toast = {
      count: 1,
      did: verdict === 'same' ? 'linked' : verdict === 'different' ? 'unlinked' : 'undone',
    };
  }

  async undo(): Promise<void> {
    this.#toast = null;
    await this.#planned(() => this.#owner.undo());
  }
  async redo(): Promise<void> {
    await this.#planned(() => this.#owner.redo());
  }

  /** What an act on many is about. */
  get #target(): Target {
    const subjects = [...this.#shown.list.checked];
    return subjects.length > 0 ? { kind: 'subjects', subjects } : { kind: 'view' };
  }

  async #decide(target: Target, decision: DecisionWord): Promise<number | null> {
    const sync = this.#shown.sync;
    if (sync === null) return null;
    const answer = await this.#client.decide(sync.id, target, decision);
    this.#shown.complain(answer.ok ? null : answer.problem);
    if (!answer.ok) return null;
    this.#owner.takeDecisions(sync.id, answer.value.decisions);
    this.#shown.heed();
    return answer.value.count;
  }

  async #choose(choice: Choice): Promise<boolean> {
    const sync = this.#shown.sync;
    return sync !== null && (await this.#planned(() => this.#owner.choose(sync.id, choice)));
  }

  /** An act of the owner that may make another plan; decisions alone keep the plan's key, so the list is asked anew. */
  async #planned(act: () => Promise<boolean>): Promise<boolean> {
    this.#choosing = true;
    const done = await act();
    this.#choosing = false;
    // The project says what was refused, once for every screen.
    if (!done) return false;
    await this.#shown.replanned();
    return true;
  }
}
