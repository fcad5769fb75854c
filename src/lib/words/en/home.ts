import type { Speech } from '../speech.ts';

/** The first screen: projects, and how to begin. */
export const home = (_speech: Speech) => ({
  steps: [
    { title: 'Two files in', says: 'Encoding, columns and duplicate keys are checked as they are read.' },
    { title: 'One plan out', says: 'Counts that add up on both sides, and a reason for every record.' },
    {
      title: 'Decide, then take the files',
      says: 'Approve record by record; the change files hold only what you approved.',
    },
  ],
});
