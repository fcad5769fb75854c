import type { Control } from '../../src/lib/push/index.ts';

/** A control that a test holds in its hand. */
export class HandControl implements Control {
  readonly #abort = new AbortController();
  wanted: Control['wanted'] = 'run';

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  want(what: 'pause' | 'stop'): void {
    this.wanted = what;
    this.#abort.abort();
  }
}
