import type { Steps } from '../../src/lib/engine/index.ts';

/** How long a computation ran between two looks at whoever drives it, and where. */
export interface Stretch {
  readonly phase: string;
  readonly milliseconds: number;
}

/**
 * The stretches of computations that are made several times over. Pauses of the machine fall on other steps each time, so a step's
 * shortest time is its own.
 */
export class Stretches {
  readonly #phases: string[] = [];
  readonly #shortest: number[] = [];
  #at = 0;

  /** Begins the same computations again. */
  again(): void {
    this.#at = 0;
  }

  /** Drives a computation to its end; `name` says what is computed. */
  drive<T>(name: string, steps: Steps<T>): T {
    let phase = 'begin';
    for (;;) {
      const started = performance.now();
      const next = steps.next();
      const took = performance.now() - started;
      const { what } = next.done === true ? { what: 'end' } : next.value;
      const between = phase === what ? what : `${phase} → ${what}`;
      phase = what;
      this.#phases[this.#at] = `${name}: ${between}`;
      this.#shortest[this.#at] = Math.min(took, this.#shortest[this.#at] ?? Infinity);
      this.#at++;
      if (next.done === true) return next.value;
    }
  }

  /** The longest stretch of each phase, the longest first. */
  longest(count: number): Stretch[] {
    const byPhase = new Map<string, number>();
    this.#shortest.forEach((took, at) => {
      const phase = this.#phases[at]!;
      byPhase.set(phase, Math.max(took, byPhase.get(phase) ?? 0));
    });
    return [...byPhase]
      .map(([phase, milliseconds]) => ({ phase, milliseconds }))
      .sort((a, b) => b.milliseconds - a.milliseconds)
      .slice(0, count);
  }
}
