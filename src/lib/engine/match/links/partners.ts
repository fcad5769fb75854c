/** Partner values that are no row: nobody; one that the file does not have; one that the file says was deleted (DE5). */
export const UNBOUND = -1;
export const MISSING = -2;
export const DELETED = -3;

/** Is it a partner that is linked, and in no file, for whatever reason? */
export const isAway = (partner: number): boolean => partner === MISSING || partner === DELETED;
