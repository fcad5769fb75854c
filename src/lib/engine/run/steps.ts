/** Progress of a long pure computation. `what` is a code the UI has words for. */
export interface Progress {
  readonly what: string;
  readonly done: number;
  readonly total: number;
}

/** A computation that yields progress between slices and returns its result; the caller drives or drops it. */
export type Steps<T> = Generator<Progress, T, void>;

/** Runs a computation to its end, for callers that have nothing else to do (command line, tests). */
export function drain<T>(steps: Steps<T>): T {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}

/** Rows a plain pass takes between two looks at the port: a few milliseconds. */
export const SLICE = 32_768;
