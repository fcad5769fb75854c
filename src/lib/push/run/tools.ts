/** What a push needs of the world; it has no clock and no randomness of its own. */
export interface PushTools {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits, or less long once the signal says so. */
  sleep(milliseconds: number, stop: AbortSignal): Promise<void>;
  /** In [0, 1). */
  jitter(): number;
}

/** Who pushes, one at a time a project. */
export interface PushLock {
  /** Not ok: who has it, and since when (ISO 8601). */
  take(
    project: string,
    owner: string,
  ): Promise<
    | { readonly ok: true; readonly release: () => Promise<void> }
    | { readonly ok: false; readonly owner: string; readonly since: string }
  >;
}

/** How a person reaches a push that runs: it ends between two calls, with everything written down. */
export interface Control {
  readonly wanted: 'run' | 'pause' | 'stop';
  /** Ends a wait once anything else is wanted. */
  readonly signal: AbortSignal;
}
