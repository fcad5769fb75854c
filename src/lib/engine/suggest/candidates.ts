import type { SuggestSide } from './evidence.ts';
import { qualifierRank, type Meaning } from './meaning.ts';
import type { Candidate } from './pair-score.ts';

/** A column whose cells are nearly all blank is the main one only where there is no other. */
const EMPTY_RANK = 100;

/** Columns with what is known of them; per concept one is the side's main column, by qualifier, number and usual name. */
export function candidatesOf(side: SuggestSide, meanings: readonly Meaning[]): Candidate[] {
  const main = new Map<string, { readonly index: number; readonly rank: number }>();
  meanings.forEach((meaning, index) => {
    const evidence = side.columns[index];
    const empty = evidence !== undefined && evidence.rows > 0 && evidence.filled < evidence.rows * 0.01;
    for (const sense of meaning.senses) {
      const rank =
        qualifierRank(meaning) * 2 + (meaning.ordinal - 1) * 20 + sense.rank * 0.1 + (empty ? EMPTY_RANK : 0);
      const held = main.get(sense.concept);
      if (held === undefined || rank < held.rank) main.set(sense.concept, { index, rank });
    }
  });
  return meanings.map((meaning, index) => ({
    index,
    meaning,
    evidence: side.columns[index],
    main: new Set(
      meaning.senses.map((sense) => sense.concept).filter((concept) => main.get(concept)!.index === index),
    ),
  }));
}
