import type {
  ContinuousAbout,
  ContinuousCalls,
  ContinuousPass,
  ContinuousStart,
  ContinuousStarted,
  ContinuousStop,
  Problem,
} from '../../conversation/index.ts';
import type { Jobs } from '../project/jobs.svelte.ts';
import type { OpenProject } from '../project/open-project.svelte.ts';

export interface ContinuousParts {
  readonly client: ContinuousCalls;
  readonly jobs: Pick<Jobs, 'run'>;
  readonly project: Pick<OpenProject, 'id' | 'current' | 'planning' | 'replan' | 'lookAtHandOver'>;
  /** Milliseconds as `Date` counts them. */
  readonly wall: () => number;
}

/** What the last pass came to, and when, in milliseconds as `Date` counts them. */
export interface LastPass {
  readonly at: number;
  readonly is: Exclude<ContinuousPass, { readonly is: 'off' | 'stopped' }>;
}

/** Why it is off though nobody turned it off, and since when. */
export interface StoppedItself {
  readonly at: number;
  /** `lost`: its worker is gone, with the sign-ins. */
  readonly because: ContinuousStop | { readonly is: 'lost' };
  readonly push: string | null;
}

/** Continuous sync of a project as its screens see it (S446); the worker has the word on whether it is on. */
export class Continuous {
  readonly #parts: ContinuousParts;
  readonly #onStop: (stopped: StoppedItself) => void;
  #on = $state(false);
  #pushing = $state(false);
  #last = $state.raw<LastPass | null>(null);
  #stopped = $state.raw<StoppedItself | null>(null);
  #about = $state.raw<ContinuousAbout | null>(null);
  #notBegun = $state<(ContinuousStarted & { readonly ok: false })['because'] | null>(null);
  #problem = $state.raw<Problem | null>(null);

  /** `onStop`: told when it stopped by itself. */
  constructor(parts: ContinuousParts, onStop: (stopped: StoppedItself) => void) {
    this.#parts = parts;
    this.#onStop = onStop;
  }

  get on(): boolean {
    return this.#on;
  }
  /** Is what rules approve being pushed just now? */
  get pushing(): boolean {
    return this.#pushing;
  }
  get last(): LastPass | null {
    return this.#last;
  }
  /** Until a person has looked. */
  get stopped(): StoppedItself | null {
    return this.#stopped;
  }
  /** What it would push, as a person was shown it last; null until that is known. */
  get about(): ContinuousAbout | null {
    return this.#about;
  }
  get notBegun(): (ContinuousStarted & { readonly ok: false })['because'] | null {
    return this.#notBegun;
  }
  get problem(): Problem | null {
    return this.#problem;
  }

  /** Asks what it would push now. */
  async look(): Promise<void> {
    this.#about = null;
    this.#problem = null;
    const answer = await this.#parts.jobs.run({ title: '', work: 'counting', again: true }, (job) =>
      this.#parts.client.continuousAbout(job),
    );
    if (answer.ok) this.#about = answer.value;
    else this.#problem = answer.problem;
  }

  /** False: it is not on, and why is said. */
  async turnOn(start: ContinuousStart): Promise<boolean> {
    const answer = await this.#parts.client.continuousOn(start);
    this.#notBegun = null;
    if (!answer.ok) {
      this.#problem = answer.problem;
      return false;
    }
    if (!answer.value.ok) {
      this.#notBegun = answer.value.because;
      await this.look();
      return false;
    }
    this.#on = true;
    this.#last = null;
    this.#stopped = null;
    return true;
  }

  /** One press: what it pushes just now is stopped for good, and it is off. */
  async turnOff(): Promise<void> {
    this.#on = false;
    const answer = await this.#parts.client.continuousOff();
    if (!answer.ok) this.#problem = answer.problem;
  }

  /** Its worker is gone: nothing goes on by itself. */
  lost(): void {
    if (this.#on) this.#stop({ at: this.#parts.wall(), because: { is: 'lost' }, push: null });
  }

  /** A person has read why it stopped. */
  seen(): void {
    this.#stopped = null;
    this.#problem = null;
  }

  /** After a pass over the apps: has what rules approve pushed, once it is planned. `title`: what runs. */
  async pass(title: string): Promise<void> {
    const { client, jobs, project } = this.#parts;
    const { id } = project;
    if (this.#pushing) return;
    this.#pushing = true;
    if (!project.current || project.planning) await project.replan();
    const answer = await jobs.run({ title, cancel: () => void this.turnOff() }, (job) =>
      client.continuousPush(job),
    );
    this.#pushing = false;
    if (project.id !== id) return;
    if (answer.ok) this.#take(answer.value);
    else
      this.#stop({ at: this.#parts.wall(), because: { is: 'problem', problem: answer.problem }, push: null });
    const wrote = answer.ok && 'push' in answer.value && answer.value.push !== null;
    if (!wrote && this.#on) return;
    await project.lookAtHandOver();
    await project.replan();
  }

  #take(pass: ContinuousPass): void {
    if (pass.is === 'off') this.lost();
    else if (pass.is === 'stopped')
      this.#stop({ at: this.#parts.wall(), because: pass.because, push: pass.push });
    else this.#last = { at: this.#parts.wall(), is: pass };
  }

  #stop(stopped: StoppedItself): void {
    this.#on = false;
    this.#stopped = stopped;
    this.#onStop(stopped);
  }
}
