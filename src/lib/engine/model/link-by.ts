/** How a pair was first linked. */
export const LINK_BYS = ['baseline', 'id-pair', 'key', 'probabilistic', 'person', 'created'] as const;
export type LinkBy = (typeof LINK_BYS)[number];

/** How a record is linked, as columns hold it: 0 not at all, else 1 + a position in `LINK_BYS`. */
export const BY = {
  none: 0,
  baseline: 1,
  idPair: 2,
  key: 3,
  probabilistic: 4,
  person: 5,
  created: 6,
} as const;

/** The word for a number of `BY`; of a record that is linked. */
export function linkBy(by: number): LinkBy {
  const word = LINK_BYS[by - 1];
  if (word === undefined) throw new Error(`a link made by ${String(by)}`);
  return word;
}
