/** Calls that change what is open, one after the other in the order they came. */
export class Calls {
  #tail: Promise<unknown> = Promise.resolve();

  run<T>(call: () => Promise<T>): Promise<T> {
    const next = this.#tail.then(call, call);
    this.#tail = next.catch(() => undefined);
    return next;
  }
}
