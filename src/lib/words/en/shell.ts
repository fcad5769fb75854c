import type { Speech } from '../speech.ts';

/** What frames every screen, and the words of the controls every screen uses. */
export const shell = (_speech: Speech) => ({
  tryAgain: 'Try again',
  loadPage: 'Load this page again',
  withKey: (word: string, key: string) => `${word} (${key})`,
  pickColumn: 'pick a column',
  chooseFile: 'Choose a file',
  chooseOther: 'Choose another file',
  fileOf: { left: 'Left file', right: 'Right file' },
  pieceGone: {
    title: 'A part of this page could not be loaded.',
    detail:
      'The network may be off, or a newer version took its place. What you did is saved: try again, or load the page again.',
  },
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
