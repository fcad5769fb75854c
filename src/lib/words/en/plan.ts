import type { Speech } from '../speech.ts';

/** The plan's screen. */
export const plan = (_speech: Speech) => ({
  lost: { row: 'Could not be read', again: 'Read them again' },
  beingRead: 'Being read',
  notSaved: (because: string) => ({
    title: 'The files could not be handed over.',
    detail: `The browser says: ${because}. Nothing was changed; try again, or free some memory first.`,
  }),
});
