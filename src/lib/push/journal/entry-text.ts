import type { JournalEntry } from './entry.ts';

const MAP = '$map';

/** An entry as one text; maps keep their order, and any name a field has. */
export const entryText = (entry: JournalEntry): string =>
  JSON.stringify(entry, (_, value: unknown) => (value instanceof Map ? { [MAP]: [...value] } : value));

export function readEntry(text: string): JournalEntry {
  return JSON.parse(text, (_, value: unknown) => {
    const pairs = isMap(value) ? value[MAP] : null;
    return pairs === null ? value : new Map(pairs);
  }) as JournalEntry;
}

const isMap = (value: unknown): value is { readonly [MAP]: readonly (readonly [string, unknown])[] } =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 1 && MAP in value;
