import type { Speech } from '../speech.ts';

/** What frames every screen. */
export const shell = (_speech: Speech) => ({
  rules: {
    open: 'What this rule says',
    all: 'The rules',
    title: 'The rules of a sync',
    search: 'Find a rule by its id or its words',
    loading: 'The rules are being read.',
    missing: 'The rules could not be loaded. Load the page again.',
    none: 'No rule says that.',
    close: 'Close',
    origin: {
      seed: 'HubSpot documents this behaviour.',
      mixed: 'Documented in its core; Drysync fills in what is not.',
      doc: 'Another public page of the vendors documents this.',
      ours: 'Drysync’s own choice, where nothing is documented.',
    },
  },
});
