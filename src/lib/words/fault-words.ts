import type { FixedBy } from '../engine/index.ts';
import { wordsOf } from './context.ts';
import { FAULT_BOOK, faultPage, type FaultOf, type SomeFault } from './fault-book.ts';
import type { Messages } from './messages.ts';

/** What a person is told of a refusal or failure. */
export interface FaultWords {
  readonly sentence: string;
  /** In order; never none. */
  readonly steps: readonly string[];
  /** Null where nobody knows. */
  readonly fixedBy: FixedBy | null;
  /** The name of its category; `''` where it has none. */
  readonly category: string;
  /** The app's own words, cut: data, for `Value` to show. `''` where there are none. */
  readonly said: string;
  /** Its page in the help, for `faultAddress`; null of what nobody knows. */
  readonly page: string | null;
}

/** Of an app's words the first so many characters are shown. */
const LONGEST = 500;

/**
 * The words of a fault of a call, a refusal of a record, a pause of a push or a problem of a file (`faultWords(fault, app)`). A screen's page loads the part
 * `faults` first. `app`: how the app is called, isolated where it is a name a person gave. What nobody knows is said to be so, with the
 * app's words as it gave them: nothing is guessed.
 */
export function faultWords(fault: SomeFault, app: string, of?: FaultOf): FaultWords {
  return wordsOfFault(wordsOf('faults'), fault, app, of);
}

export function wordsOfFault(
  words: Messages['faults'],
  fault: SomeFault,
  app: string,
  of?: FaultOf,
): FaultWords {
  const page = faultPage(fault, of);
  const facts = page === null ? undefined : FAULT_BOOK.get(page);
  const told = facts === undefined ? null : words.told(facts.of, facts.code, app);
  const [sentence, ...own] = told ?? words.unknown(app);
  const category = fault.category ?? facts?.category ?? null;
  const fixedBy = facts?.fixedBy ?? null;
  const common = category === null || fixedBy === null ? [] : words.steps(category, fixedBy, app);
  return {
    sentence: upper(sentence),
    steps: (own.length > 0 ? own : common).map(upper),
    fixedBy,
    category: category === null ? '' : words.categories[category],
    said: cut(fault.said ?? ''),
    page,
  };
}

const cut = (text: string): string => {
  const letters = Array.from(text.trim());
  return letters.length <= LONGEST ? letters.join('') : `${letters.slice(0, LONGEST).join('')}…`;
};

/** `the app` may begin a sentence; names stay as they are. */
const upper = (sentence: string): string => sentence.replace(/^the /, 'The ');
