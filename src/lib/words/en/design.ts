import type { Speech } from '../speech.ts';

export const design = (_speech: Speech) => ({
  /** A change the kept plan was made with is not in the design any more. */
  takenBack: (change: string) => `Taken back: ${change}`,
});
