import type { LiveStep } from '../../src/lib/conversation/index.ts';
import type { Work } from '../common/work.ts';
import type { Patience } from './ask-again.ts';

type Step = LiveStep['step'];

/** LI1: what is done with the object syncs of the open project now, told to the page with every change. */
export class LiveSteps {
  readonly #steps = new Map<string, Step>();
  readonly #tell: (steps: readonly LiveStep[]) => void;

  constructor(tell: (steps: readonly LiveStep[]) => void) {
    this.#tell = tell;
  }

  /** Null: at rest. */
  set(sync: string, step: Step | null): void {
    if (step === null && !this.#steps.has(sync)) return;
    if (step === null) this.#steps.delete(sync);
    else this.#steps.set(sync, step);
    this.#tell([...this.#steps].map(([of, is]) => ({ sync: of, step: is })));
  }

  /** Those behind the first one wait for it. */
  queue(syncs: readonly string[], first: string | null): void {
    for (const sync of syncs)
      this.set(sync, {
        is: 'queued',
        because: first === null ? { is: 'internal' } : { is: 'object', sync: first },
      });
  }

  /** What a reading of a sync does, as it is told. `isWhole`: all records are asked for; a pass says so once it knows. */
  reading(
    sync: string,
    work: Work,
    isWhole: boolean,
  ): Omit<Patience, 'sleep'> & { onAsk(whole: boolean): void } {
    let step: Step = isWhole ? { is: 'scanning', read: 0 } : { is: 'in-progress' };
    const be = (next: Step): void => this.set(sync, (step = next));
    be(step);
    return {
      work: {
        ...work,
        onProgress: (progress) => {
          work.onProgress(progress);
          if (step.is === 'scanning')
            be(
              progress.what === 'read-app' ? { is: 'scanning', read: progress.done } : { is: 'in-progress' },
            );
        },
      },
      onWait: (wait) => {
        if (wait?.code === 'rate-limit')
          this.set(sync, { is: 'queued', because: { is: 'rate-limit', milliseconds: wait.milliseconds } });
        else this.set(sync, step);
      },
      onAsk: (whole) => be(whole ? { is: 'scanning', read: 0 } : { is: 'in-progress' }),
    };
  }
}
