import { readingFileWords } from './en/files.ts';
import { reading } from './en/reading.ts';
import { sides } from './en/sides.ts';
import { PLAIN } from './in-files.ts';

/** The notes of a reading as a file has them: English, numbers the same on every machine. */
export const READING_FILE = { ...readingFileWords, reading: reading(PLAIN), sides: sides(PLAIN) };
