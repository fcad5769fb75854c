import type { OnProgress, Problem } from '../../src/lib/conversation/index.ts';

/** What a call that takes long is given. */
export interface Work {
  readonly onProgress: OnProgress;
  /** Has a person ended it? It then answers `cancelled` and leaves everything as it was. */
  readonly cancelled: () => boolean;
}

export const CANCELLED: Problem = { code: 'cancelled' };

/** Work that is part of a short call: nobody watches it, nobody ends it. */
export const UNWATCHED: Work = { onProgress: () => undefined, cancelled: () => false };
