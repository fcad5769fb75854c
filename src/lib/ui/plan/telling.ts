import type { Both } from '../../engine/index.ts';
import type { Messages } from '../../words/index.ts';
import { isolated } from '../../words/signs.ts';

/** What the sentences of a record are made with beside its facts. */
export interface Telling {
  readonly words: Messages['plan'];
  readonly terms: Messages['terms'];
  readonly apps: Both<string>;
  /** The design's keys, in words. */
  readonly keys: readonly string[];
}

/** A key of the design by what it is made of. */
export const keyName = ({ words, keys }: Pick<Telling, 'words' | 'keys'>, key: number | null): string =>
  key === null ? words.list.key : (keys[key] ?? words.list.keyNumber(key + 1));

/** Names for sentences that `Told` shows: none reorders the words beside it. */
export const isolatedBoth = ({ left, right }: Both<string>): Both<string> => ({
  left: isolated(left),
  right: isolated(right),
});

/** Values in quotes, as they stand in the file; several are those of a composite key. */
export const quoted = (words: Messages['plan'], value: string | readonly string[]): string =>
  (typeof value === 'string' ? [value] : value).map((one) => words.reasons.quoted(isolated(one))).join(' + ');
