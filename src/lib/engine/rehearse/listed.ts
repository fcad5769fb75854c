/** So many records of each kind are listed. */
export const LISTED = 20;
