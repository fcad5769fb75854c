/** A `Select` of one column of a side: `none` is the word for no column, absent where one must be named. */
export function columnChoices(
  names: readonly string[],
  value: string | null,
  none: string | null,
): readonly { readonly value: string | null; readonly word: string }[] {
  // A named column the file does not have stays to be seen.
  const all = value === null || names.includes(value) ? names : [value, ...names];
  const named = all.map((name) => ({ value: name, word: name }));
  return none === null ? named : [{ value: null, word: none }, ...named];
}
