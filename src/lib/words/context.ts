import { createContext } from 'svelte';
import type { Messages, Part } from './messages.ts';
import type { Speech } from './speech.ts';
import type { Words } from './words.ts';

const [getWords, setWords] = createContext<Words>();
export { setWords };

/** The words of a part, for a component; called while it is made. */
export const wordsOf = <P extends Part>(part: P): Messages[P] => getWords().of(part);

/** The language's way with numbers and moments, for a component; called while it is made. */
export const speech = (): Speech => getWords().speech;
