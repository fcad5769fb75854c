/** Text → value. */
export { showsAtOnce } from './blank.ts';
/** What is known of an app's refusal by its words. */
export { readAppWords, type AppWords } from './app-words.ts';
