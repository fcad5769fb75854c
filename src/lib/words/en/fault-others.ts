import type { FaultTold } from './fault-told.ts';

/** Odoo’s errors, by their names. */
export const odooFaults = (app: string): Readonly<Record<string, FaultTold>> => ({
  'odoo.exceptions.AccessError': ['This user’s groups may not do this.'],
  'odoo.exceptions.MissingError': ['The record is not there any more.'],
  'odoo.exceptions.ValidationError': ['A constraint of the model does not let the record be so.'],
  'odoo.exceptions.UserError': [`A rule of ${app} stops this write.`],
  'builtins.ValueError': ['A value is not one its field takes.'],
  'builtins.TypeError': ['A value is of another type than its field.'],
  'builtins.KeyError': ['A field of the mapping is not in the model.'],
});

/** PocketBase’s codes; those of the form of a value share one page. */
export const pocketbaseFaults = (): Readonly<Record<string, FaultTold>> => ({
  validation_not_unique: ['A unique field has the value on another record.'],
  validation_missing_rel_records: ['The record that a relation names is not there.'],
  validation_required: [
    'A required field is blank.',
    'Fill it at its source, or give the mapping a constant.',
  ],
  validation_: ['A value is not one its field takes; the field and the reason stand in the words.'],
});

/** What keeps a file from being read (ER1). With the place in the file it is said where the file is read. */
export const fileFaults = (): Readonly<Record<string, FaultTold>> => ({
  'empty-file': ['The file is empty.', 'Export it again, with a header row.'],
  cancelled: ['Reading the file was stopped.', 'Choose it again to read it.'],
  'changed-while-read': [
    'The file changed while it was read.',
    'Wait until it is written completely, and read it again.',
  ],
  unreadable: [
    'The machine would not give the file.',
    'Look whether it is still there and whether you may read it.',
  ],
  'another-kind': [
    'The file is of another kind than a table.',
    'Save or export it as CSV (UTF-8) or XLSX, and read that.',
  ],
  'no-header': [
    'The first row is no header but data.',
    'Export with column names, or say which line holds them.',
  ],
  'header-width': [
    'The header has another number of cells than nearly all rows, so it cannot be told which cell is whose.',
    'Correct the header, or say that such rows are to be filled up.',
  ],
  'unknown-encoding': [
    'The encoding is not known here.',
    'Use a name such as utf-8, windows-1252 or shift_jis.',
  ],
  'bad-delimiter': [
    'The sign cannot part cells.',
    'Use a comma, a semicolon, a tab or another sign that is no quote or line end.',
  ],
  'not-in-encoding': [
    'The bytes are not in the encoding that was chosen.',
    'Choose the encoding the file was saved in.',
  ],
  'row-too-long': ['A row does not end within 256 million characters.', 'Check that this is a text file.'],
  'broken-workbook': [
    'The workbook cannot be unpacked.',
    'Open it in a spreadsheet, save it again and read that.',
  ],
  'workbook-too-large': [
    'The workbook is larger than can be read.',
    'Save the sheet as CSV UTF-8 and read that.',
  ],
  'no-such-sheet': ['The workbook has no sheet of that name that holds cells.', 'Choose one of its sheets.'],
});
