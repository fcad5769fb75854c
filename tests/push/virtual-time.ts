interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** A clock that goes on to the next who wakes, once nobody has anything to do: sleepers wake in the order of their times. */
export class VirtualTime {
  #now: number;
  #sleepers: Sleeper[] = [];
  #isTicking = false;

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  sleep(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds;
    return new Promise((wake) => {
      const at = this.#sleepers.findIndex((one) => one.until > until);
      this.#sleepers.splice(at < 0 ? this.#sleepers.length : at, 0, { until, wake });
      this.#tick();
    });
  }

  #tick(): void {
    if (this.#isTicking) return;
    this.#isTicking = true;
    // Whatever can go on without time does so before.
    setImmediate(() => {
      this.#isTicking = false;
      const [first, ...rest] = this.#sleepers;
      if (first === undefined) return;
      this.#sleepers = rest;
      this.#now = Math.max(this.#now, first.until);
      first.wake();
      this.#tick();
    });
  }
}
