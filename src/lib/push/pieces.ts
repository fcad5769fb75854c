/** Items of one journal entry: opening a journal goes through pieces. */
export const ENTRY_PIECE = 500;

/** All of them in their order, so many at a time. */
export function piecesOf<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const pieces: (readonly T[])[] = [];
  for (let from = 0; from < all.length; from += size) pieces.push(all.slice(from, from + size));
  return pieces;
}
