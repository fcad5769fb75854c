/** What a log answers. `because`: a code of whoever keeps it; the last good state stands. */
export type LogAnswer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly because: string };

/** Keeps the texts of a project's pushes in order, and knows nothing of them. Held by `tests/contracts/journal-suite.ts`. */
export interface JournalLog {
  /** A push begins with these texts: all of it or nothing, on the disk when the promise is kept (F1). */
  begin(push: string, texts: readonly string[]): Promise<LogAnswer<void>>;
  /** All texts of a push, oldest first; none where it never began. */
  read(push: string): Promise<LogAnswer<readonly string[]>>;
  /**
   * Puts texts behind the `at` that are there: all of them or none, on the disk when the promise is kept (F1). With another number there
   * somebody else writes too: `not-the-last`.
   */
  append(push: string, at: number, texts: readonly string[]): Promise<LogAnswer<void>>;
  /** Pushes in the order they began. */
  list(): Promise<LogAnswer<readonly string[]>>;
}
