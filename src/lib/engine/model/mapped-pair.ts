/** A mapping by the fields it stands between, as the baseline names it (FM13). */
export const mappedPair = ({ left, right }: { readonly left: string; readonly right: string }): string =>
  JSON.stringify([left, right]);
