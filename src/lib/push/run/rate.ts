/** Keeps within so many calls a span: says how long to wait before the next. */
export class Rate {
  readonly #calls: number;
  readonly #span: number;
  readonly #times: number[] = [];

  constructor(rate: { readonly calls: number; readonly milliseconds: number }) {
    this.#calls = rate.calls;
    this.#span = rate.milliseconds;
  }

  /** Milliseconds until one more call is within the rate; 0 now. */
  wait(now: number): number {
    const oldest = this.#times.at(-this.#calls);
    return oldest === undefined ? 0 : Math.max(0, oldest + this.#span - now);
  }

  called(now: number): void {
    this.#times.push(now);
    if (this.#times.length > this.#calls) this.#times.shift();
  }
}
