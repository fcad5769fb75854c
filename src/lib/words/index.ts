/** The catalogue's door: the words of a language by part, how it says numbers, and how a component asks for both. */
export type { Messages, Part } from './messages.ts';
export { languageOf } from './languages.ts';
export { Words } from './words.ts';
export { setWords, speech, wordsOf } from './context.ts';
