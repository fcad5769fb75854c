import type { ObjectKind } from '../../model/design.ts';
import { onBoth, type Both, type Side } from '../../model/side.ts';
import { meaningsOf } from '../../suggest/meaning.ts';
import { readLexicon, type Lexicon } from '../../suggest/names/lexicon.ts';

/** By side and pair of fields, what the names say by the words that suggestions know them by; of a field of several (`home`) nothing. */
export function conceptsOf(
  pairs: readonly Both<string>[],
  kind: ObjectKind,
): Both<readonly ReadonlySet<string>[]> {
  const words = lexicon();
  const of = (side: Side): ReadonlySet<string>[] =>
    meaningsOf(
      pairs.map((pair) => pair[side]),
      words,
      kind,
    ).map(({ senses, qualifier }) => new Set(qualifier === '' ? senses.map(({ concept }) => concept) : []));
  return onBoth(of);
}

let words: Lexicon | null = null;
/** Read once: it never changes. */
const lexicon = (): Lexicon => (words ??= readLexicon());
