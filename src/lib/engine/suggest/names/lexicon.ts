import { keyOf, wordsOf } from '../words.ts';
import { COMMON_NAMES } from './common.ts';
import { COMPANY_NAMES } from './company.ts';
import { PERSON_NAMES } from './person.ts';
import { REACH_NAMES } from './reach.ts';
import { TRADE_NAMES } from './trade.ts';

/** A concept a header name can stand for; `rank` 0 is the usual name, larger ones are less usual. */
export interface Sense {
  readonly concept: string;
  readonly rank: number;
}

/** Header key (`keyOf`) → what it can mean. */
export type Lexicon = ReadonlyMap<string, readonly Sense[]>;

/**
 * Reads the name tables: one concept a line, `concept: en name, name | nb name | …`. The two letters say whose
 * language the names are; every language is looked up at once, since exports mix them.
 */
export function readLexicon(): Lexicon {
  const lexicon = new Map<string, Sense[]>();
  for (const table of [PERSON_NAMES, REACH_NAMES, COMPANY_NAMES, TRADE_NAMES, COMMON_NAMES]) {
    for (const line of table.split('\n')) {
      const colon = line.indexOf(':');
      if (colon < 0) continue;
      const concept = line.slice(0, colon);
      for (const language of line.slice(colon + 1).split('|')) {
        const names = language.trim().slice(3).split(',');
        names.forEach((name, rank) => {
          const key = keyOf(wordsOf(name));
          const senses = lexicon.get(key) ?? [];
          if (!senses.some((sense) => sense.concept === concept)) senses.push({ concept, rank });
          lexicon.set(key, senses);
        });
      }
    }
  }
  return lexicon;
}
