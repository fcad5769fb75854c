import { reading } from '../lib/words/en/reading.ts';
import { suggestNotes } from '../lib/words/en/suggest-notes.ts';
import { PLAIN } from '../lib/words/in-files.ts';

/** How files were read, as the command line says it. */
export const READING = reading(PLAIN);

/** What a suggestion asks or says. */
export const SUGGESTED = suggestNotes(PLAIN);
