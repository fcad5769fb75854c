/** What the store keeps, as named in problems. The page owns the words. */
export type Kept =
  'database' | 'project' | 'design' | 'record-set' | 'baseline' | 'plan' | 'decisions' | 'journal';

/** What was being read or written. `where` names the place inside it: a project, a column, a chunk. */
export interface Place {
  readonly what: Kept;
  readonly where: string;
}

/**
 * Why nothing is written: another tab has the project, took it over, upgraded the store to a newer version, the browser
 * cleared the storage, or this store was closed.
 */
export type ReadOnlyBecause = 'other-tab' | 'taken-over' | 'newer-version' | 'storage-cleared' | 'closed';

/** Expected errors of the store. After any of them the last good state stands. */
export type StoreProblem =
  | ({ readonly code: 'quota' } & Place)
  | ({ readonly code: 'damaged' } & Place)
  | ({ readonly code: 'missing' } & Place)
  /** It was about record sets that others took the place of. */
  | ({ readonly code: 'replaced' } & Place)
  | { readonly code: 'read-only'; readonly because: ReadOnlyBecause; readonly project: string | null }
  | { readonly code: 'newer-schema'; readonly found: number; readonly known: number }
  | { readonly code: 'blocked-by-other-tab' }
  | { readonly code: 'nothing-to-undo' | 'nothing-to-redo' | 'cancelled' }
  | ({ readonly code: 'unavailable'; readonly because: string } & Place);

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: StoreProblem };

export const done = <T>(value: T): Result<T> => ({ ok: true, value });

export const failed = (problem: StoreProblem): { readonly ok: false; readonly problem: StoreProblem } => ({
  ok: false,
  problem,
});

/** Thrown inside a transaction to abort it with a problem; `attempt` makes it a value again. */
export class Refusal extends Error {
  readonly problem: StoreProblem;

  constructor(problem: StoreProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Names of what a browser says when a stored value cannot be read back. */
const UNREADABLE = new Set([
  'DataError',
  'NotReadableError',
  'NotFoundError',
  'DataCloneError',
  'EncodingError',
]);
const CLOSED = new Set(['DatabaseClosedError', 'InvalidStateError', 'DatabaseClosed']);
const STORAGE = new Set(['AbortError', 'UnknownError', 'TimeoutError', 'SecurityError', 'OpenFailedError']);

/** Runs something on the database; what storage may answer becomes a problem, anything else is a broken caller and throws. */
export async function attempt<T>(place: Place, run: () => Promise<T>): Promise<Result<T>> {
  try {
    return done(await run());
  } catch (error) {
    return failed(problemOf(place, error));
  }
}

/** The problem a storage error stands for. Throws what is none. */
export function problemOf(place: Place, error: unknown): StoreProblem {
  const chain = errorsIn(error);
  for (const each of chain) if (each instanceof Refusal) return each.problem;
  const named = (names: ReadonlySet<string>): boolean => chain.some((each) => names.has(each.name));
  if (named(QUOTA)) return { code: 'quota', ...place };
  if (named(CLOSED)) return { code: 'read-only', because: 'closed', project: null };
  if (named(UNREADABLE)) return { code: 'damaged', ...place };
  if (named(STORAGE)) return { code: 'unavailable', because: chain.at(-1)?.message ?? '', ...place };
  throw error;
}

const QUOTA = new Set(['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED']);

/** The error and what it wraps: Dexie keeps the browser's own in `inner` or in `failures`. */
function errorsIn(error: unknown): { readonly name: string; readonly message: string }[] {
  const all: { name: string; message: string }[] = [];
  let at: unknown = error;
  while (typeof at === 'object' && at !== null && 'name' in at && all.length < 5) {
    all.push(at as { name: string; message: string });
    const failures: unknown = 'failures' in at ? at.failures : undefined;
    at = 'inner' in at ? at.inner : Array.isArray(failures) ? failures[0] : null;
  }
  return all;
}
