import type { Speech } from '../speech.ts';

/** The field's terms, and the acts that are called the same on every screen. */
export const terms = (_speech: Speech) => ({
  undo: 'Undo',
  close: 'Close',
});
