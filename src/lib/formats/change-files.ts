import type { ChangeFile } from '../engine/plan/out/change-rows.ts';
import { CSV_KINDS, type CsvKind } from './csv-text.ts';

/** How change files are made: a CSV a file, or a workbook with a sheet for each. */
export type ChangeForm = CsvKind | 'xlsx';

export const CHANGE_FORMS: readonly ChangeForm[] = [...CSV_KINDS, 'xlsx'];

/** `right-updates.csv`; with several syncs `<sync>-right-updates.csv`; one of several groups `right-updates-2.csv`. */
export function changeFileName(file: ChangeFile, severalSyncs: boolean): string {
  const sync = severalSyncs ? `${safeName(file.sync)}-` : '';
  const group = file.group === null ? '' : `-${String(file.group)}`;
  return `${sync}${file.side}-${file.kind}${group}.csv`;
}

/** The workbook of all change files. */
export const CHANGE_BOOK = 'changes.xlsx';

/** Lists the writes no cell of a target's file can say. */
export const LEFT_OUT = 'not-in-change-files.csv';

/** Says what to know of the change files beside it. */
export const ABOUT_CHANGES = 'about-the-change-files.txt';

/** Is this the name of a change file of these syncs, alone or among others, or of what stands beside them? */
export function isChangeFileName(name: string, syncs: readonly string[]): boolean {
  if (name === LEFT_OUT || name === ABOUT_CHANGES || name === CHANGE_BOOK) return true;
  const starts = ['', ...syncs.map((sync) => `${safeName(sync)}-`)];
  return starts.some((start) => name.startsWith(start) && OWN_PART.test(name.slice(start.length)));
}

const OWN_PART = /^(?:left|right)-(?:creates|updates|deletes)(?:-[1-9]\d*)?\.csv$/;

/** A sync id as part of a file name: whatever could lead out of the folder or is no file name anywhere is escaped. */
function safeName(id: string): string {
  const escaped = id.replace(
    /[\p{Cc}"%*/:<>?\\|]/gu,
    (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );
  return escaped.startsWith('.') ? `%2E${escaped.slice(1)}` : escaped;
}
