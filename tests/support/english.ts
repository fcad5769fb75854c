import { languageOf, Words, type Messages, type Part } from '../../src/lib/words/index.ts';

const PARTS: readonly Part[] = [
  'terms',
  'shell',
  'problems',
  'errors',
  'reading',
  'signs',
  'home',
  'sides',
  'connect',
  'live',
  'design',
  'plan',
  'push',
  'whyNot',
  'health',
  'faults',
];

/** The whole English catalogue: tests find things by its words, not by copies of them. */
export const english = new Words(languageOf('en'));
await english.need(...PARTS);

/** The English words of a part. */
export const said = <P extends Part>(part: P): Messages[P] => english.of(part);
