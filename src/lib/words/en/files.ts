import type { SetAside } from '../../conversation/sides.ts';
import type { HealthColumn } from '../../conversation/health.ts';
import type { ChangeNote, ChangeWords, Reason, Unsayable, Unsheeted } from '../../engine/index.ts';
import type { failureWords } from './failure-words.ts';
import type { terms } from './terms.ts';

/** Words inside the files that leave Drysync: English whatever the screen speaks, since other programs and people read them. */

/** Why no cell of a change file says a write. */
const unsaidCauses: Readonly<Record<Unsayable['cause'], string>> = {
  clear: 'a blank cell leaves the value there',
  'reads-as-clear': 'its text means an empty field there',
  'no-name': 'its column has no name',
  'awaits-parent':
    'a parent of it is created by this plan and has no id yet: load that one first, then plan again',
  'shared-name': 'another column has its name, and a blank cell there would empty it',
};

/** What the change files say of themselves. */
export const changeWords: ChangeWords = { causes: unsaidCauses, says: changeSentence };

function changeSentence(note: ChangeNote): string {
  switch (note.code) {
    case 'updates-held': {
      const { records, side, sync } = note;
      const updates = records === 1 ? '1 update' : `${String(records)} updates`;
      return `No file of ${updates} of the ${side} side of ${sync}: ${whyHeld(note)}`;
    }
    case 'deletes':
      return `${note.name}: ids of ${note.count === 1 ? '1 record' : `${String(note.count)} records`} to be deleted. ${howDeleted(note.app)}`;
    case 'clears': {
      const { name, clear, count } = note;
      const fields = count === 1 ? '1 field is' : `${String(count)} fields are`;
      return `${name}: ${fields} cleared by ${clear}. Load it with Bulk API on; without it the Data Loader writes ${clear} as text.`;
    }
    case 'unsaid': {
      const { count, first, list } = note;
      const { sync, side, id, isNew, field, cause } = first;
      const record = isNew ? `record made from ${id}` : `record ${id}`;
      const [writes, them] = count === 1 ? ['1 write is', 'it'] : [`${String(count)} writes are`, 'them'];
      return `${writes} not in the change files, first ${field} of the ${side} ${record} of ${sync}: ${unsaidCauses[cause]}; ${list} lists ${them}, do ${them} by hand.`;
    }
    case 'sheet-goes-on': {
      const [first = '', ...others] = note.sheets;
      return `${first} has ${String(note.rows)} rows, more than a sheet holds: it goes on in ${others.join(', ')}.`;
    }
    case 'not-in-workbook':
      return `${note.file} stands beside the workbook: ${whyUnsheeted(note)}. Nothing was cut.`;
    default:
      return note satisfies never;
  }
}

function whyUnsheeted(note: Unsheeted): string {
  if (note.why === 'columns') return `a sheet has no room for its ${String(note.count)} columns`;
  const { row, column, characters } = note.first;
  const cells = note.count === 1 ? '1 of its cells is' : `${String(note.count)} of its cells are`;
  const where = row === 0 ? 'the name of a column' : `${column} in row ${String(row)} below the names`;
  return `${cells} longer than a spreadsheet can hold (first ${where}, ${String(characters)} characters)`;
}

/** A file of ids deletes nothing by itself. */
const howDeleted = (app: string): string =>
  app === 'salesforce'
    ? 'Load it with the operation Delete; what hangs on a record goes with it.'
    : 'No import of this app deletes by a file: find the records there by these ids and delete them by hand.';

function whyHeld({ field, damage }: Extract<ChangeNote, { readonly code: 'updates-held' }>): string {
  if (field === null || damage === null)
    return 'the design names no id field there, so nothing would find the records. Name one, or do them by hand.';
  const ids = damage.count === 1 ? '1 id' : `${String(damage.count)} ids`;
  if (damage.how === 'decimals')
    return `${ids} in ${field} stand as ${damage.sample}, as a program leaves them that takes ids for numbers; no record has such an id. Export again with ids as text.`;
  const how =
    damage.how === 'scientific'
      ? `${ids} in ${field} stand as ${damage.sample}`
      : `${ids} in ${field} end in noughts, as ${damage.sample}`;
  return `${how}, as a spreadsheet leaves long numbers; the digits are lost. Export again with ids as text.`;
}

/** The file of rows that were set aside, beside their own cells. */
export const rejectedWords = (because: (why: SetAside) => string) => ({
  line: 'Line',
  why: 'Why it was set aside',
  /** The header of a cell the file's header has none for; counted from 1. */
  cellBeyond: (cell: number): string => `Cell ${String(cell)}`,
  because,
});

/** The file of a reading's notes. */
export const readingFileWords = {
  header: ['What was done', 'Note', 'Count', 'Lines', 'Lines not named'],
  sum: 'sum',
} as const;

/** The file of records by their state (HE1). */
export const recordWords = (
  { categories }: Pick<ReturnType<typeof failureWords>, 'categories'>,
  { outcomes, reasons }: Pick<ReturnType<typeof terms>, 'outcomes' | 'reasons'>,
) => ({
  columns: RECORD_COLUMNS,
  categories,
  outcomes,
  /** The reason, and in brackets what it is about. */
  because: ({ code, field, value }: Reason): string => {
    const about = [field, typeof value === 'object' ? value.join(', ') : value].filter(
      (part) => part !== undefined && part !== '',
    );
    return about.length === 0 ? reasons[code] : `${reasons[code]} (${about.join(': ')})`;
  },
});

/** What a column of records is called, on the screen too. */
export const RECORD_COLUMNS: Readonly<Record<HealthColumn, string>> = {
  record: 'Record',
  object: 'Object',
  side: 'Side',
  id: 'Id',
  state: 'State',
  reason: 'Reason',
  category: 'Error category',
  changed: 'Last change',
  counterpart: 'Counterpart',
};
