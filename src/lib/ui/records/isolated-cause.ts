import type { FailureGroup } from '../../engine/index.ts';
import { isolated } from '../../words/signs.ts';

/** A cause for a sentence that `Told` shows: no name or value in it reorders the words beside it. */
export const isolatedCause = ({ field, value, words, ...rest }: FailureGroup): FailureGroup => ({
  ...rest,
  ...(field === undefined ? {} : { field: isolated(field) }),
  ...(value === undefined ? {} : { value: isolated(value) }),
  ...(words === undefined ? {} : { words: isolated(words) }),
});
