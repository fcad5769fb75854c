import type { Transform, TransformFact } from '../../engine/index.ts';

export type TryTransform = (transform: Transform) => Promise<TransformFact | null>;

/** What the transform that is being made does on the records: asked one after the other, only the newest is waited for. */
export class TransformTries {
  readonly #try: TryTransform;
  #fact = $state.raw<TransformFact | null>(null);
  #wanted: Transform | null = null;
  #running = false;

  constructor(ask: TryTransform) {
    this.#try = ask;
  }

  /** The former fact stays in sight until the new one is there. */
  get fact(): TransformFact | null {
    return this.#fact;
  }

  ask(transform: Transform | null): void {
    this.#wanted = transform;
    if (transform === null) this.#fact = null;
    else if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      for (let now = this.#wanted; now !== null; now = this.#wanted) {
        const fact = await this.#try(now);
        if (this.#wanted !== now) continue;
        this.#wanted = null;
        this.#fact = fact;
      }
    } finally {
      this.#running = false;
    }
  }
}
