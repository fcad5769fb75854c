import { Stopped } from '../stopped.ts';
import { LIMITS } from './faults.ts';
import { SheetReader, type SheetContext } from './sheet.ts';
import type { Archive, SheetPart, Workbook } from './workbook.ts';
import type { SheetFound } from './xlsx-report.ts';

/** Rows with texts that tell what a sheet holds, and characters of its XML in which they are looked for. */
const ROWS = 8;
const CHARACTERS = 1024 * 1024;

/** What every sheet holds, by its first rows. */
export const lookThrough = (archive: Archive, { sheets, system }: Workbook): readonly SheetFound[] =>
  sheets.map(({ name, hidden, part }) => ({ name, hidden, holds: holdsOf(archive, part, system) }));

function holdsOf(archive: Archive, part: string, system: Workbook['system']): SheetFound['holds'] {
  const entry = archive.entry(part);
  if (entry === null) return 'nothing';
  let rows = 0;
  let widest = 0;
  // Which text a cell has says nothing here, that it has one does.
  const context: SheetContext = { strings: ANY, forms: [], system };
  const reader = new SheetReader(context, {
    row: (cells) => {
      rows++;
      widest = Math.max(widest, cells.filter((cell) => cell.trim() !== '').length);
    },
    hiddenColumns: () => undefined,
    merged: () => undefined,
  });
  let read = 0;
  for (const step of archive.steps(entry, LIMITS.sheet, reader)) {
    read += step;
    if (rows >= ROWS || read > CHARACTERS) break;
  }
  return rows === 0 ? 'nothing' : rows > 1 && widest > 1 ? 'table' : 'cells';
}

/** A list with a text at every place. */
const ANY = new Proxy([] as string[], { get: () => 'text' });

/** The sheet that is wanted, else the first that is seen and holds a table, else the first that holds anything (S170). */
export function chosenSheet(
  { sheets }: Workbook,
  found: readonly SheetFound[],
  wanted: string | null,
): SheetPart {
  const at = wanted === null ? firstOf(found) : placeOf(found, wanted);
  const sheet = sheets[at];
  if (sheet !== undefined) return sheet;
  if (wanted === null) throw new Stopped({ code: 'empty-file' });
  throw new Stopped({ code: 'no-such-sheet', sheet: wanted, sheets: found.map(({ name }) => name) });
}

function placeOf(found: readonly SheetFound[], wanted: string): number {
  const named = found.findIndex(({ name }) => name === wanted);
  return named === -1 && /^[1-9]\d{0,4}$/.test(wanted) ? Number(wanted) - 1 : named;
}

function firstOf(found: readonly SheetFound[]): number {
  const seen = found.findIndex(({ hidden, holds }) => !hidden && holds === 'table');
  if (seen !== -1) return seen;
  const any = found.findIndex(({ hidden, holds }) => !hidden && holds === 'cells');
  return any === -1 ? found.findIndex(({ holds }) => holds !== 'nothing') : any;
}
