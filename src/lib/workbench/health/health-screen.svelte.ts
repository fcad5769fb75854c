import type {
  Answer,
  Health,
  HealthColumn,
  HealthFilter,
  HealthRow,
  HealthView,
  ListForm,
  OutFile,
  PlanHead,
  Problem,
  ProjectWorker,
} from '../../conversation/index.ts';
import { PlanRows } from '../plan/plan-rows.svelte.ts';
import type { Jobs } from '../project/jobs.svelte.ts';

/** What the screen asks the project worker; `ProjectClient` is one. */
export type HealthTalk = Pick<ProjectWorker, 'health' | 'healthView' | 'healthRows' | 'healthFile'>;

export type HealthPart = 'objects' | 'records';

const ALL_RECORDS: HealthFilter = { sync: null, side: null, outcomes: [], days: null };

/** Columns shown at first. */
const FIRST: readonly HealthColumn[] = ['record', 'object', 'side', 'id', 'state', 'reason', 'changed'];

/** Health: the causes of a plan, and the list of its records; which part, filter and columns a person chose is kept with the project. */
export class HealthScreen {
  readonly #client: HealthTalk;
  readonly #jobs: Pick<Jobs, 'run'>;
  readonly #rows: PlanRows<HealthRow>;
  #part = $state<HealthPart>('objects');
  #by = $state<'all' | 'person' | 'time' | 'unknown'>('all');
  #health = $state.raw<Health | null>(null);
  #filter = $state.raw<HealthFilter>(ALL_RECORDS);
  #view = $state.raw<HealthView | null>(null);
  #columns = $state.raw<readonly HealthColumn[]>(FIRST);
  #active = $state(0);
  #problem = $state.raw<Problem | null>(null);
  #followed: string | null = null;
  /** Counts questions: an answer to an older one is dropped. */
  #lists = 0;

  constructor(client: HealthTalk, jobs: Pick<Jobs, 'run'>) {
    this.#client = client;
    this.#jobs = jobs;
    this.#rows = new PlanRows<HealthRow>({ rows: (_, from, to) => client.healthRows(from, to) });
  }

  get part(): HealthPart {
    return this.#part;
  }
  /** Whose causes are shown. */
  get by(): 'all' | 'person' | 'time' | 'unknown' {
    return this.#by;
  }
  /** Null until the causes were counted. */
  get health(): Health | null {
    return this.#health;
  }
  get filter(): HealthFilter {
    return this.#filter;
  }
  /** Null until a list was made. */
  get view(): HealthView | null {
    return this.#view;
  }
  /** Shown, in this order. */
  get columns(): readonly HealthColumn[] {
    return this.#columns;
  }
  get active(): number {
    return this.#active;
  }
  get problem(): Problem | null {
    return this.#problem ?? this.#rows.problem;
  }
  dismiss(): void {
    this.#problem = null;
    if (this.#rows.problem !== null) this.#rows.retry();
  }

  at(index: number): HealthRow | null {
    return this.#rows.at(index);
  }
  /** Was this row asked for in vain? */
  isLost(index: number): boolean {
    return this.#rows.isLost(index);
  }
  need(from: number, to: number): void {
    this.#rows.need(from, to);
  }
  activate(index: number): void {
    this.#active = index;
  }
  rowAt(index: number): Promise<HealthRow | null> {
    return this.#rows.row(index);
  }

  /** Another plan was made, or the screen was opened. */
  async follow(plan: PlanHead | null): Promise<void> {
    if (plan === null || plan.planKey === this.#followed) return;
    this.#followed = plan.planKey;
    this.#health = null;
    await this.#count();
    if (this.#part === 'records') await this.#list();
    else this.#view = null;
  }

  async show(part: HealthPart): Promise<void> {
    this.#part = part;
    if (part === 'records' && this.#view === null) await this.#list();
  }
  showBy(by: 'all' | 'person' | 'time' | 'unknown'): void {
    this.#by = by;
  }

  async narrow(change: Partial<HealthFilter>): Promise<void> {
    this.#filter = { ...this.#filter, ...change };
    this.#active = 0;
    await this.#list();
  }

  /** Shows a column behind the others, or no longer; one is always shown. */
  toggle(column: HealthColumn): void {
    if (!this.#columns.includes(column)) this.#columns = [...this.#columns, column];
    else if (this.#columns.length > 1) this.#columns = this.#columns.filter((one) => one !== column);
  }
  /** One place to the left or right. */
  move(column: HealthColumn, by: 1 | -1): void {
    const at = this.#columns.indexOf(column);
    const other = this.#columns[at + by];
    if (at < 0 || other === undefined) return;
    this.#columns = this.#columns.map((one, place) =>
      place === at ? other : place === at + by ? column : one,
    );
  }

  async file(form: ListForm, job: number): Promise<Answer<readonly OutFile[]>> {
    const answer = await this.#client.healthFile([...this.#columns], form, job);
    return answer.ok ? { ok: true, value: [answer.value] } : answer;
  }
  /** What a file could not be made for; null: the last one was made. */
  complain(problem: Problem | null): void {
    this.#problem = problem;
  }

  async #count(): Promise<void> {
    const key = this.#followed;
    const answer = await this.#jobs.run({ title: '', work: 'counting', again: true }, (job) =>
      this.#client.health(job),
    );
    if (key !== this.#followed) return;
    if (answer.ok) this.#health = answer.value;
    else this.#failed(answer.problem);
  }

  async #list(): Promise<void> {
    const own = ++this.#lists;
    const filter = $state.snapshot(this.#filter);
    const answer = await this.#jobs.run({ title: '', work: 'counting', again: true }, (job) =>
      this.#client.healthView(filter, job),
    );
    if (own !== this.#lists) return;
    if (!answer.ok) return this.#failed(answer.problem);
    this.#view = answer.value;
    this.#active = Math.max(0, Math.min(this.#active, answer.value.total - 1));
    this.#rows.reset('', answer.value.total, false);
  }

  #failed(problem: Problem): void {
    // Asked again when the screen is opened again.
    this.#followed = null;
    if (problem.code !== 'cancelled' && problem.code !== 'superseded') this.#problem = problem;
  }
}
