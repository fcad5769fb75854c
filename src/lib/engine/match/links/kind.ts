/** What a record is after matching. The numbers are stored per record. */
export const KIND = { bound: 0, free: 1, duplicate: 2, ambiguous: 3, noKey: 4 } as const;
