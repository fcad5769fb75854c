import type { Side } from '../../engine/index.ts';
import type { Answer, Problem, WindowSettings } from '../../conversation/index.ts';
import type { ProjectClient } from '../link/project-client.ts';
import type { Job, Jobs } from '../project/jobs.svelte.ts';
import { listenForReturn } from './sign-in-return.ts';

/** A window this page opened. */
interface OtherWindow {
  readonly closed: boolean;
  go(url: string): void;
  close(): void;
}

/** What only a browser has; tests bring their own. */
export interface Windows {
  /** Null: the browser did not let it. */
  open(): OtherWindow | null;
  /** Hears of every person who comes back, until it is called off. */
  listen(hear: (returned: string) => void): () => void;
  /** Calls off. */
  every(milliseconds: number, look: () => void): () => void;
}

/** What stands between the press and being signed in. `closed`: as far as this page can see. */
export interface Waiting {
  readonly side: Side;
  readonly is: 'waits' | 'blocked' | 'closed';
  /** The app's own sign-in; `''` until it is known. */
  readonly url: string;
}

type Client = Pick<ProjectClient, 'beginSignIn' | 'finishSignIn'>;

/** A sign-in in a window of the app's own (S423): opened here, begun and ended in the worker. */
export class SignInWindow {
  readonly #client: Client;
  readonly #jobs: Jobs;
  readonly #look: () => Promise<void>;
  readonly #windows: Windows;
  #waiting = $state.raw<Waiting | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #job = $state.raw<Job | null>(null);
  #end: () => void = () => undefined;

  /** `look`: looks again at who is signed in. */
  constructor(client: Client, jobs: Jobs, look: () => Promise<void>, windows = BROWSER) {
    this.#client = client;
    this.#jobs = jobs;
    this.#look = look;
    this.#windows = windows;
  }

  get waiting(): Waiting | null {
    return this.#waiting;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  get job(): Job | null {
    return this.#job;
  }

  /** To be called while a press is handled: later a browser opens no window. `title`: what runs once the person is back. */
  async begin(side: Side, settings: WindowSettings, redirectUri: string, title: string): Promise<void> {
    this.stop();
    this.#problem = null;
    const opened = this.#windows.open();
    this.#waiting = { side, is: opened === null ? 'blocked' : 'waits', url: '' };
    const answer = await this.#client.beginSignIn(side, $state.snapshot(settings), redirectUri);
    if (!answer.ok) {
      opened?.close();
      this.#waiting = null;
      this.#problem = answer.problem;
      return;
    }
    const url = answer.value;
    this.#waiting = { ...this.#waiting, url };
    const callOff = [
      this.#windows.listen((returned) => void this.#finish(side, returned, title)),
      this.#windows.every(LOOKED, () => {
        if (opened?.closed === true && this.#waiting?.is === 'waits')
          this.#waiting = { ...this.#waiting, is: 'closed' };
      }),
    ];
    this.#end = () => {
      for (const one of callOff) one();
    };
    opened?.go(url);
  }

  /** Nobody waits any more; what comes back is not heard. */
  stop(): void {
    this.#end();
    this.#end = () => undefined;
    this.#waiting = null;
  }

  async #finish(side: Side, returned: string, title: string): Promise<void> {
    const answer: Answer<unknown> = await this.#jobs.run(
      { title },
      (job) => this.#client.finishSignIn(side, returned, job),
      (job) => (this.#job = job),
    );
    this.#job = null;
    const problem = answer.ok || answer.problem.code === 'cancelled' ? null : answer.problem;
    this.#problem = problem;
    const isOther = problem?.code === 'app-window' && problem.because === 'other-sign-in';
    // The one that has begun may still come back.
    if (!isOther) this.stop();
    await this.#look();
  }
}

/** Milliseconds between two looks at whether the window is still there. */
const LOOKED = 500;

const BROWSER: Windows = {
  open: () => {
    const opened = window.open('', '', 'popup,width=720,height=820');
    if (opened === null) return null;
    // What is shown in it gets no hold of this page.
    opened.opener = null;
    return {
      get closed() {
        return opened.closed;
      },
      go: (url) => opened.location.replace(url),
      close: () => opened.close(),
    };
  },
  listen: listenForReturn,
  every: (milliseconds, look) => {
    const timer = setInterval(look, milliseconds);
    return () => clearInterval(timer);
  },
};
