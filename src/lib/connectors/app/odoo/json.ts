/** An id of a record: a whole number from 1. Null of anything else. */
export const idOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;

/** The number of an id as we have it; null where the text is none. */
export const numberOf = (id: string): number | null => (/^[1-9]\d{0,15}$/.test(id) ? idOf(Number(id)) : null);
