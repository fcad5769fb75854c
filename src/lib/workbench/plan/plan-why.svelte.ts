import { EDITS, type DifferClass } from '../../engine/index.ts';
import type {
  FieldDiffer,
  PlanHead,
  PlannedSync,
  Problem,
  TriedAct,
  WhyDiffer,
} from '../../conversation/index.ts';
import type { Job, Jobs } from '../project/jobs.svelte.ts';
import type { DesignHolder } from './edit-design.ts';
import type { PlanTalk } from './plan-talk.ts';

/** Pairs up to which a plan is asked why values differ as soon as it is shown. */
const ASKED = 200_000;

/** A pair is one subject and a record on each side. */
export function isSmall(plan: PlanHead | null, { id, total }: PlannedSync): boolean {
  const counts = plan?.summary.counts[id];
  return counts === undefined || counts.left.read + counts.right.read - total <= ASKED;
}

/** What an act would change; null where the design could not be planned with it. */
export type Tried = { readonly is: DifferClass; readonly result: TriedAct | null };

/**
 * Why values differ, asked of a plan that is shown already: of small plans by itself, of large ones where a person asks. The field in
 * hand, and what the acts offered for it would change.
 */
export class PlanWhy {
  readonly #client: PlanTalk;
  readonly #project: DesignHolder;
  readonly #jobs: Pick<Jobs, 'run'>;
  #told = $state.raw<WhyDiffer | null>(null);
  #field = $state<number | null>(null);
  #tried = $state.raw<readonly Tried[]>([]);
  #trying = $state(false);
  #job = $state.raw<Job | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #stopped = $state(false);
  /** The object sync that is being asked about, or was. */
  #sync: string | null = null;
  /** Counts questions: an answer to an older one is dropped. */
  #asks = 0;
  #tries = 0;

  constructor(client: PlanTalk, project: DesignHolder, jobs: Pick<Jobs, 'run'>) {
    this.#client = client;
    this.#project = project;
    this.#jobs = jobs;
  }

  /** Null until it was asked; of the last plan until it was asked of the newest. */
  get told(): WhyDiffer | null {
    return this.#told;
  }
  /** The field in hand. */
  get field(): FieldDiffer | null {
    return this.#told?.fields.find(({ mapping }) => mapping === this.#field) ?? null;
  }
  get tried(): readonly Tried[] {
    return this.#tried;
  }
  /** Acts of the field in hand are being tried. */
  get trying(): boolean {
    return this.#trying;
  }
  /** Asking, once it takes long enough to be shown. */
  get job(): Job | null {
    return this.#job;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  /** A person ended it. */
  get stopped(): boolean {
    return this.#stopped;
  }
  dismiss(): void {
    this.#problem = null;
  }

  /** Another plan was made: what is told is of the last one. */
  outdate(): void {
    this.#sync = null;
    this.#asks += 1;
    this.#tries += 1;
    this.#stopped = false;
    this.#tried = [];
    this.#trying = false;
  }

  /** True where the answer is new. */
  async ask(sync: string): Promise<boolean> {
    if (this.#sync === sync) return false;
    this.#sync = sync;
    const own = ++this.#asks;
    this.#stopped = false;
    if (this.#told?.sync !== sync) this.#told = null;
    const answer = await this.#jobs.run(
      { title: '', work: 'asking-why', again: true },
      (job) => this.#client.differences(sync, job),
      (job) => {
        if (own === this.#asks) this.#job = job;
      },
    );
    if (own !== this.#asks) return false;
    this.#job = null;
    if (!answer.ok) {
      this.#sync = null;
      this.#stopped = true;
      if (answer.problem.code !== 'cancelled') this.#problem = answer.problem;
      return false;
    }
    this.#told = answer.value;
    if (this.field === null) this.#field = null;
    else void this.#try();
    return true;
  }

  /** Another field in hand; what its acts would change is tried at once. */
  async choose(mapping: number | null): Promise<void> {
    this.#field = mapping;
    await this.#try();
  }

  /** Carries out an act of the field in hand, as one edit of the design. */
  async take(is: DifferClass): Promise<boolean> {
    const { field } = this;
    const design = this.#project.head?.design;
    const act = field?.classes.find((one) => one.is === is)?.act;
    if (field === null || design === undefined || act === undefined) return false;
    const syncs = design.design?.syncs ?? [];
    const sync = syncs.findIndex(({ id }) => id === this.#told?.sync);
    // The design may be another one than that of the plan.
    if (syncs[sync]?.mappings[field.mapping]?.left !== field.left) return false;
    const { json, step } = EDITS.takeAway(design.json, sync, field.mapping, act);
    return this.#project.saveDesign(json, step);
  }

  async #try(): Promise<void> {
    const own = ++this.#tries;
    const { field } = this;
    const sync = this.#told?.sync;
    this.#tried = [];
    this.#trying = false;
    if (field === null || sync === undefined) return;
    this.#trying = true;
    for (const { is, act } of field.classes) {
      if (act.kind === 'to-do') continue;
      const answer = await this.#jobs.run({ title: '', work: 'asking-why', again: true }, (job) =>
        this.#client.tried(sync, { mapping: field.mapping, is }, job),
      );
      if (own !== this.#tries) return;
      if (!answer.ok) break;
      this.#tried = [...this.#tried, { is, result: answer.value }];
    }
    this.#trying = false;
  }
}
