import type { Filter, Problem, RecordIds, Row, View } from '../../conversation/index.ts';
import { EVERYTHING } from '../place/plan-place.ts';
import { checkedAll, checkedAlso, checkedOther, NONE_CHECKED, type Checked } from './plan-checked.ts';
import { PlanRows } from './plan-rows.svelte.ts';
import type { PlanTalk } from './plan-talk.ts';

/** So many rows can be checked one by one. */
const MOST_CHECKED = 10_000;

/** The filtered list: its counts, its rows, the row in hand and what is checked. */
export class PlanList {
  readonly #client: PlanTalk;
  readonly #rows: PlanRows;
  #sync = $state.raw('');
  #filter = $state.raw<Filter>({ ...EVERYTHING, scope: 'written' });
  #view = $state.raw<View | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #loading = $state(false);
  #active = $state(0);
  #checked = $state.raw<Checked>(NONE_CHECKED);
  #anchor = 0;
  #asked = 0;
  #numbering = -1;
  /** Counts a person's moves: one made while a list is fetched is not taken back when it comes. */
  #moves = 0;

  constructor(client: PlanTalk) {
    this.#client = client;
    this.#rows = new PlanRows(client);
  }

  get sync(): string {
    return this.#sync;
  }
  get filter(): Filter {
    return this.#filter;
  }
  /** The last answer; null before the first. */
  get view(): View | null {
    return this.#view;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  /** Why rows of the list could not be had. */
  get rowsProblem(): Problem | null {
    return this.#rows.problem;
  }
  get loading(): boolean {
    return this.#loading;
  }
  get total(): number {
    return this.#view?.total ?? 0;
  }
  /** Position of the row the keys act on. */
  get active(): number {
    return this.#active;
  }
  get activeRow(): Row | null {
    return this.#rows.at(this.#active);
  }
  /** Subjects a person has checked. */
  get checked(): Checked {
    return this.#checked;
  }
  get canCheckAll(): boolean {
    return this.total > 0 && this.total <= MOST_CHECKED;
  }

  at(index: number): Row | null {
    return this.#rows.at(index);
  }
  /** Was this row asked for in vain? */
  isLost(index: number): boolean {
    return this.#rows.isLost(index);
  }
  /** Asks once more for rows that could not be had. */
  retryRows(): void {
    this.#rows.retry();
  }
  dismiss(): void {
    this.#problem = null;
  }
  need(from: number, to: number): void {
    this.#rows.need(from, to);
  }
  rowAt(index: number): Promise<Row | null> {
    return this.#rows.row(index);
  }
  patch(subject: number, decision: Row['decision']): void {
    this.#rows.patch(subject, decision);
  }

  /**
   * Another sync or another filter. The row in hand stays the same record where it is still listed, else the next.
   * `numbering`: of the sync's plan; with another one no number means the record it meant before.
   */
  async show(sync: string, filter: Filter, numbering: number): Promise<void> {
    const held = sync === this.#sync ? this.activeRow : null;
    const same = sync === this.#sync && filter === this.#filter;
    if (sync !== this.#sync) {
      this.#view = null;
      this.#active = 0;
    }
    this.#sync = sync;
    this.#filter = filter;
    if (!same) this.#checked = NONE_CHECKED;
    await this.#load(held, same, this.#counted(numbering));
  }

  /** The same list again, after a decision or a new plan. */
  async reload(numbering: number): Promise<void> {
    if (this.#sync !== '') await this.#load(this.activeRow, true, this.#counted(numbering));
  }

  /** Are the subjects counted as they were? Else nothing stays checked. */
  #counted(numbering: number): boolean {
    const alike = numbering === this.#numbering;
    this.#numbering = numbering;
    if (!alike) this.#checked = NONE_CHECKED;
    return alike;
  }

  activate(index: number): void {
    this.#moves += 1;
    this.#place(index);
  }

  #place(index: number): void {
    this.#active = Math.max(0, Math.min(index, this.total - 1));
  }

  /** Checks a row in or out; with `range` all from the last one checked. */
  async check(index: number, range: boolean): Promise<void> {
    const row = await this.#rows.row(index);
    if (row === null) return;
    const from = Math.min(this.#anchor, index);
    const to = Math.max(this.#anchor, index) + 1;
    if (range && to - from <= MOST_CHECKED) {
      const subjects = await this.#rows.subjects(from, to);
      if (subjects === null) return;
      this.#checked = checkedAlso(this.#checked, subjects);
    } else this.#checked = checkedOther(this.#checked, row.subject);
    this.#anchor = index;
    this.activate(index);
  }

  async checkAll(): Promise<void> {
    if (this.#checked.size > 0 || !this.canCheckAll) {
      this.#checked = NONE_CHECKED;
      return;
    }
    const subjects = await this.#rows.subjects(0, this.total);
    if (subjects !== null) this.#checked = checkedAll(subjects);
  }
  checkNone(): void {
    this.#checked = NONE_CHECKED;
  }

  async #load(held: Row | null, same: boolean, alike: boolean): Promise<void> {
    const own = ++this.#asked;
    let moves = this.#moves;
    this.#loading = true;
    const answer = await this.#client.view(this.#sync, $state.snapshot(this.#filter));
    if (own !== this.#asked) return;
    this.#loading = false;
    this.#problem = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    const inHand = held === null || moves === this.#moves ? held : this.activeRow;
    this.#view = answer.value;
    this.#rows.reset(this.#sync, answer.value.total, same);
    if (inHand === null) return this.#place(this.#active);
    moves = this.#moves;
    const subject = alike ? inHand.subject : await this.#find(inHand);
    const place = subject < 0 ? null : await this.#client.subject(this.#sync, subject);
    if (own !== this.#asked || moves !== this.#moves) return;
    const position = place?.ok === true ? place.value.position : -1;
    this.#place(position >= 0 ? position : this.#active);
  }

  /** The number of a record in the present plan, -1 where it has none. */
  async #find({ left, right }: Row): Promise<number> {
    const ids: RecordIds = { left: left?.id ?? null, right: right?.id ?? null };
    const found = await this.#client.find(this.#sync, ids);
    return found.ok ? found.value : -1;
  }
}
