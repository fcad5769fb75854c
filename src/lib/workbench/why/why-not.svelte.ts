import { otherSide, type Both, type Side } from '../../engine/index.ts';
import type {
  Choice,
  FoundRecords,
  PlanHead,
  Problem,
  ProjectWorker,
  WhatWould,
  WhyTold,
} from '../../conversation/index.ts';
import type { DesignStep } from '../../engine/index.ts';
import type { WhyPlace } from '../place/why-place.ts';
import type { Job, Jobs } from '../project/jobs.svelte.ts';

/** What the screen asks the project worker; `ProjectClient` is one. */
export type WhyTalk = Pick<ProjectWorker, 'whyNot' | 'whatWould' | 'recordsWith'>;

/** What it does with the open project; `OpenProject` is one. */
export interface WhyOwner {
  readonly plan: PlanHead | null;
  choose(sync: string, choice: Choice): Promise<boolean>;
  saveDesign(json: unknown, step: DesignStep): Promise<boolean>;
}

type ChangeOfDesign = Extract<
  NonNullable<WhatWould['changes']>['linking'][number]['change'],
  { readonly kind: 'design' }
>;

/** Why two records of the plan are not linked: which two, what is told of them, what would link them. */
export class WhyNotDesk {
  readonly #client: WhyTalk;
  readonly #owner: WhyOwner;
  readonly #jobs: Pick<Jobs, 'run'>;
  #place = $state.raw<WhyPlace | null>(null);
  #told = $state.raw<WhyTold | null>(null);
  #would = $state.raw<WhatWould | null>(null);
  #gone = $state(false);
  #stopped = $state(false);
  #job = $state.raw<Job | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #picking = $state.raw<Side | null>(null);
  #text = $state('');
  #found = $state.raw<FoundRecords | null>(null);
  /** Counts questions: an answer to an older one is dropped. */
  #asks = 0;
  #searches = 0;
  #followed: string | null = null;

  constructor(client: WhyTalk, owner: WhyOwner, jobs: Pick<Jobs, 'run'>) {
    this.#client = client;
    this.#owner = owner;
    this.#jobs = jobs;
  }

  get place(): WhyPlace | null {
    return this.#place;
  }
  get told(): WhyTold | null {
    return this.#told;
  }
  /** Null until the changes were tried. */
  get would(): WhatWould | null {
    return this.#would;
  }
  /** The files have not both records. */
  get gone(): boolean {
    return this.#gone;
  }
  /** Trying was ended, or could not be done. */
  get stopped(): boolean {
    return this.#stopped;
  }
  get job(): Job | null {
    return this.#job;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  /** The side a record is being picked of. */
  get picking(): Side | null {
    return this.#picking;
  }
  get text(): string {
    return this.#text;
  }
  get found(): FoundRecords | null {
    return this.#found;
  }
  dismiss(): void {
    this.#problem = null;
  }

  /** To two records, of which one may still be to pick. */
  async go(place: WhyPlace): Promise<void> {
    this.#place = place;
    this.#followed = this.#owner.plan?.planKey ?? null;
    // Without a plan there is nothing to ask yet: it is followed once it is made.
    if (this.#followed === null) return;
    const missing = place.ids.left === null ? 'left' : place.ids.right === null ? 'right' : null;
    await (missing === null ? this.#ask() : this.pick(missing));
  }

  /** Another plan was made. */
  async follow(plan: PlanHead | null): Promise<void> {
    const key = plan?.planKey ?? null;
    if (key === null || key === this.#followed || this.#place === null) return;
    const before = this.#followed;
    this.#followed = key;
    if (before === null) return this.go(this.#place);
    if (this.#picking !== null) await this.search(this.#text);
    await this.#ask();
  }

  /** Begins to pick a record of a side; null: the one that is there stays. */
  async pick(side: Side | null): Promise<void> {
    this.#picking = side;
    this.#found = null;
    if (side !== null) await this.search('');
  }

  async search(text: string): Promise<void> {
    const own = ++this.#searches;
    const [side, place] = [this.#picking, this.#place];
    if (side === null || place === null) return;
    this.#text = text;
    const answer = await this.#client.recordsWith(place.sync, side, text, place.ids[otherSide(side)]);
    if (own !== this.#searches || this.#picking !== side) return;
    if (answer.ok) this.#found = answer.value;
    else this.#problem = answer.problem;
  }

  /** The record picked, beside the other one. */
  picked(id: string): WhyPlace | null {
    const [side, place] = [this.#picking, this.#place];
    if (side === null || place === null) return null;
    this.#picking = null;
    return { ...place, ids: { ...place.ids, [side]: id } };
  }

  /** Tries the changes again after they were stopped. */
  async again(): Promise<void> {
    await this.#try(++this.#asks);
  }

  /** The two are the same, or that is taken back. */
  async link(verdict: 'same' | 'forget'): Promise<void> {
    const place = this.#place;
    const ids = both(place);
    if (place !== null && ids !== null)
      await this.#owner.choose(place.sync, { kind: 'link', ...ids, verdict });
  }

  /** The change becomes the design: a candidate plan is made with it, and it is taken back as one act. */
  async take({ json, steps }: ChangeOfDesign): Promise<void> {
    const [only] = steps;
    const step: DesignStep =
      steps.length === 1 && only !== undefined ? only : { code: 'several', values: { steps } };
    await this.#owner.saveDesign(json, step);
  }

  async #ask(): Promise<void> {
    const own = ++this.#asks;
    const place = this.#place;
    const ids = both(place);
    if (place === null || ids === null) return;
    const answer = await this.#client.whyNot(place.sync, ids);
    if (own !== this.#asks) return;
    this.#would = null;
    this.#told = answer.ok ? answer.value : null;
    this.#gone = answer.ok && answer.value === null;
    if (!answer.ok) this.#problem = answer.problem;
    if (this.#told !== null && this.#told.why.linked === null) await this.#try(own);
  }

  async #try(own: number): Promise<void> {
    const place = this.#place;
    const ids = both(place);
    if (place === null || ids === null) return;
    this.#stopped = false;
    const answer = await this.#jobs.run(
      { title: '', work: 'asking-why', again: true },
      (job) => this.#client.whatWould(place.sync, ids, job),
      (job) => {
        if (own === this.#asks) this.#job = job;
      },
    );
    if (own !== this.#asks) return;
    this.#job = null;
    if (answer.ok) this.#would = answer.value;
    else {
      this.#stopped = true;
      if (answer.problem.code !== 'cancelled') this.#problem = answer.problem;
    }
  }
}

/** The ids, where both are named. */
function both(place: WhyPlace | null): Both<string> | null {
  const { left = null, right = null } = place?.ids ?? {};
  return left === null || right === null ? null : { left, right };
}
