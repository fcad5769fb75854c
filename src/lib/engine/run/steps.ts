/** What a long computation is at; the screen has words for each. */
export type StepName =
  | 'start'
  | 'scan'
  | 'read'
  /** Records of an app, page by page. */
  | 'read-app'
  | 'profile'
  | 'open'
  | 'suggest'
  | 'keys'
  | 'links'
  | 'scope'
  | 'compare'
  | 'resolve'
  | 'judge'
  | 'create'
  | 'waits'
  | 'impact'
  | 'key-facts'
  | 'mapping-facts'
  | 'choose'
  | 'change-files'
  | 'list-file'
  | 'plan-lines'
  | 'baseline-lines'
  | 'rehearse'
  | 'choices'
  | 'write';

/** Progress of a long pure computation. */
export interface Progress {
  readonly what: StepName;
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

/** The same of a pass that looks tuples up, each somewhere else in a large table. */
export const TUPLE_SLICE = 8192;

/** The same of a pass that makes texts of its rows. */
export const TEXT_SLICE = 4096;

/** A pass over `total` rows, so many of them between two steps. */
export function* inSlices(
  what: StepName,
  total: number,
  pass: (from: number, to: number) => void,
  rows = SLICE,
): Steps<void> {
  for (let from = 0; from < total; from += rows) {
    const to = Math.min(total, from + rows);
    pass(from, to);
    yield { what, done: to, total };
  }
}
