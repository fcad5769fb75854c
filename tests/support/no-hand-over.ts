import type { HandOverHead } from '../../src/lib/conversation/index.ts';

/** A project of which nothing was handed over. */
export const NO_HAND_OVER: HandOverHead = { last: null, takesResults: false, results: [] };
