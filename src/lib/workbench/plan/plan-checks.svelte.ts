import {
  EDITS,
  openChecks,
  type Check,
  type CheckDraft,
  type CheckResult,
  type DesignEdit,
  type DesignError,
} from '../../engine/index.ts';
import type { Answer, Filter, PlanHead, Problem } from '../../conversation/index.ts';
import type { Job, Jobs } from '../project/jobs.svelte.ts';
import { countedBy, faultsOf, freshId } from './check-made.ts';
import { editDesign, type DesignHolder } from './edit-design.ts';

/** What checks ask of the project worker. */
export interface ChecksTalk {
  checks(job: number): Promise<Answer<readonly CheckResult[]>>;
  planHash(job: number): Promise<Answer<{ readonly planHash: string }>>;
}

/** What checks need of the open project: they stand in its design. */
export interface ChecksProject extends DesignHolder {
  readonly plan: PlanHead | null;
}

/** Written checks of the design on the plan (S400): what they say, the one in hand, and what is made of it. */
export class PlanChecks {
  readonly #client: ChecksTalk;
  readonly #project: ChecksProject;
  readonly #jobs: Pick<Jobs, 'run'>;
  #told = $state.raw<readonly CheckResult[] | null>(null);
  #draft = $state.raw<CheckDraft | null>(null);
  #job = $state.raw<Job | null>(null);
  #problem = $state.raw<Problem | null>(null);
  /** Plan and checks that were asked about last. */
  #asked: string | null = null;

  constructor(client: ChecksTalk, project: ChecksProject, jobs: Pick<Jobs, 'run'>) {
    this.#client = client;
    this.#project = project;
    this.#jobs = jobs;
  }

  /** Null until it was asked. */
  get told(): readonly CheckResult[] | null {
    return this.#told;
  }
  /** Those that stand in the way of approval and push. */
  get open(): readonly CheckResult[] {
    return openChecks(this.#told ?? []);
  }
  get broken(): number {
    return (this.#told ?? []).filter(({ state }) => state === 'broken').length;
  }
  get written(): readonly Check[] {
    return this.#project.head?.design.design?.checks ?? [];
  }
  /** The check in hand as a person has it; null where none is. */
  get draft(): CheckDraft | null {
    return this.#draft;
  }
  /** What the check in hand says of the plan as it is saved. */
  get result(): CheckResult | null {
    return this.#told?.find(({ id }) => id === this.#draft?.id) ?? null;
  }
  /** The check in hand as it is saved; null of a new one. */
  get saved(): Check | null {
    return this.written.find(({ id }) => id === this.#draft?.id) ?? null;
  }
  get job(): Job | null {
    return this.#job;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  dismiss(): void {
    this.#problem = null;
  }

  /** Asks where plan or checks are others than last time. */
  async ask(): Promise<void> {
    const { plan } = this.#project;
    if (plan === null) return;
    const asked = JSON.stringify([plan.planKey, this.written]);
    if (this.#asked === asked) return;
    this.#asked = asked;
    const answer = await this.#jobs.run(
      { title: '', work: 'counting', again: true },
      (job) => this.#client.checks(job),
      (job) => {
        if (this.#asked === asked) this.#job = job;
      },
    );
    if (this.#asked !== asked) return;
    this.#job = null;
    if (answer.ok) this.#told = answer.value;
    else {
      this.#asked = null;
      if (answer.problem.code !== 'cancelled') this.#problem = answer.problem;
    }
  }

  choose(id: string | null): void {
    const check = this.written.find((one) => one.id === id);
    if (check === undefined) this.#draft = null;
    else {
      const { waivers: _, ...draft } = check;
      this.#draft = draft;
    }
  }
  /** A new one, of a sync, by the filter its list has where one is given. */
  begin(sync: string, filter: Filter | null): void {
    this.#draft = {
      id: freshId(this.written),
      name: '',
      reason: '',
      counts: countedBy(sync, filter),
      allowed: { atLeast: null, atMost: 0, unit: 'records' },
      blocks: true,
    };
  }
  change(draft: CheckDraft): void {
    this.#draft = draft;
  }

  /** What is wrong with the check in hand. */
  get faults(): readonly DesignError[] {
    const draft = this.#draft;
    const json = this.#project.head?.design.json;
    if (draft === null || draft.name.trim() === '' || json === undefined) return [];
    return faultsOf(EDITS.check(json, 0, draft).json, 'checks');
  }

  async save(): Promise<void> {
    const draft = this.#draft;
    if (draft === null) return;
    await this.#edit((json) => EDITS.check(json, 0, draft));
  }
  async remove(): Promise<void> {
    const draft = this.#draft;
    if (draft === null) return;
    if (await this.#edit((json) => EDITS.removeCheck(json, 0, draft.id))) this.#draft = null;
  }
  /** A person lets the check in hand pass for this plan and up to what it counts now (S404). `at`: ISO 8601. */
  async waive(by: string, reason: string, at: string): Promise<void> {
    const { result } = this;
    const key = this.#project.plan?.planKey;
    if (result === null) return;
    const answer = await this.#jobs.run({ title: '', work: 'counting', again: true }, (job) =>
      this.#client.planHash(job),
    );
    if (!answer.ok) {
      if (answer.problem.code !== 'cancelled') this.#problem = answer.problem;
      return;
    }
    // Another plan was made meanwhile: what was seen is not its number.
    if (this.#project.plan?.planKey !== key) return;
    const { planHash } = answer.value;
    const waiver = { planHash, number: result.number, by, reason, at };
    await this.#edit((json) => EDITS.waiveCheck(json, 0, result.id, waiver));
  }

  async #edit(make: (json: unknown) => DesignEdit): Promise<boolean> {
    const isSaved = await editDesign(this.#project, make);
    if (isSaved !== null) await this.ask();
    return isSaved ?? this.#project.head !== null;
  }
}
