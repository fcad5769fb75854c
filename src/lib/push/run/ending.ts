import { Halt, paused } from './halt.ts';
import type { Control } from './tools.ts';

/** Tells everything of a run that is in flight that it is to end: nobody begins another call then. */
export class Ending {
  /** Ends a wait. */
  readonly signal: AbortSignal;
  readonly #control: Control;
  readonly #own = new AbortController();
  #because: { readonly error: unknown } | null = null;

  constructor(control: Control) {
    this.#control = control;
    this.signal = AbortSignal.any([control.signal, this.#own.signal]);
  }

  /** The first that ends a run says why. */
  end(error: unknown): void {
    this.#because ??= { error };
    this.#own.abort();
  }

  /** Throws where the run is to end. */
  mayGoOn(): void {
    if (this.#because !== null) throw this.#because.error;
    if (this.#control.wanted === 'pause') throw paused({ code: 'asked' });
    if (this.#control.wanted === 'stop') throw new Halt({ is: 'stopped' });
  }

  /** Throws why a run ended, if it did. */
  rethrow(): void {
    if (this.#because !== null) throw this.#because.error;
  }
}
