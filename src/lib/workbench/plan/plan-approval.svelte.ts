import { EDITS, type ApprovalRule, type DesignEdit, type DesignError } from '../../engine/index.ts';
import type { Answer, Filter, Problem, RulesTold } from '../../conversation/index.ts';
import type { Jobs } from '../project/jobs.svelte.ts';
import { countedBy, faultsOf, freshId } from './check-made.ts';
import { editDesign, type DesignHolder } from './edit-design.ts';

interface RulesTalk {
  approvalRules(job: number): Promise<Answer<RulesTold>>;
}

/** The rules of approval of the design (S405): in their order, with what each decides on the plan, and the one in hand. */
export class PlanApproval {
  readonly #client: RulesTalk;
  readonly #project: DesignHolder;
  readonly #jobs: Pick<Jobs, 'run'>;
  /** The list behind it is read again: its records say which rule decided them. */
  readonly #onDecided: () => Promise<void>;
  #shown = $state(false);
  #told = $state.raw<RulesTold | null>(null);
  #draft = $state.raw<ApprovalRule | null>(null);
  #problem = $state.raw<Problem | null>(null);

  constructor(
    client: RulesTalk,
    project: DesignHolder,
    jobs: Pick<Jobs, 'run'>,
    onDecided: () => Promise<void>,
  ) {
    this.#client = client;
    this.#project = project;
    this.#jobs = jobs;
    this.#onDecided = onDecided;
  }

  get shown(): boolean {
    return this.#shown;
  }
  /** Null until it was asked. */
  get told(): RulesTold | null {
    return this.#told;
  }
  get written(): readonly ApprovalRule[] {
    return this.#project.head?.design.design?.approval ?? [];
  }
  /** The rule in hand as a person has it; null where none is. */
  get draft(): ApprovalRule | null {
    return this.#draft;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  dismiss(): void {
    this.#problem = null;
  }

  async show(): Promise<void> {
    this.#shown = true;
    this.#draft = null;
    this.#told = null;
    await this.#ask();
  }
  close(): void {
    this.#shown = false;
    this.#draft = null;
  }

  /** A new one, of a sync, by the filter its list has where one is given. */
  begin(sync: string, filter: Filter | null): void {
    const id = freshId(this.written, 'rule');
    this.#draft = { id, name: '', decision: 'approved', counts: countedBy(sync, filter) };
  }
  choose(id: string | null): void {
    this.#draft = this.written.find((one) => one.id === id) ?? null;
  }
  change(draft: ApprovalRule): void {
    this.#draft = draft;
  }

  /** What is wrong with the rule in hand. */
  get faults(): readonly DesignError[] {
    const draft = this.#draft;
    const json = this.#project.head?.design.json;
    if (draft === null || draft.name.trim() === '' || json === undefined) return [];
    return faultsOf(EDITS.approvalRule(json, 0, draft).json, 'approval');
  }

  async save(): Promise<void> {
    const draft = this.#draft;
    if (draft === null) return;
    if (await this.#edit((json) => EDITS.approvalRule(json, 0, draft))) this.#draft = null;
  }
  async remove(id: string): Promise<void> {
    if (this.#draft?.id === id) this.#draft = null;
    await this.#edit((json) => EDITS.removeApprovalRule(json, 0, id));
  }
  /** `to`: its new position from 0. */
  async move(id: string, to: number): Promise<void> {
    if (to < 0 || to >= this.written.length) return;
    await this.#edit((json) => EDITS.moveApprovalRule(json, 0, id, to));
  }

  async #edit(make: (json: unknown) => DesignEdit): Promise<boolean> {
    const isSaved = await editDesign(this.#project, make);
    if (isSaved !== null) {
      await this.#ask();
      await this.#onDecided();
    }
    return isSaved ?? this.#project.head !== null;
  }

  async #ask(): Promise<void> {
    const answer = await this.#jobs.run({ title: '', work: 'counting', again: true }, (job) =>
      this.#client.approvalRules(job),
    );
    if (answer.ok) this.#told = answer.value;
    else if (answer.problem.code !== 'cancelled') this.#problem = answer.problem;
  }
}
