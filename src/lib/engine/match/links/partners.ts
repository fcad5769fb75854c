/** Partner values that are no row: nobody; one that the file does not have; one that the file says was deleted (DE5). */
export const UNBOUND = -1;
export const MISSING = -2;
export const DELETED = -3;
/** Of a record that is archived itself, and so no partner of anybody (S430). */
export const ARCHIVED = -4;
/** Of a record whose link is unclear since others were merged (S433). */
export const UNCLEAR = -5;

/** Has the record no link that is known, whatever else may be said of it? */
export const isUnlinked = (partner: number): boolean => partner === UNBOUND || partner <= ARCHIVED;

/** Is it a partner that is linked, and in no file, for whatever reason? */
export const isAway = (partner: number): boolean => partner === MISSING || partner === DELETED;
