import {
  cellText,
  SIDES,
  type ChangePlace,
  type RecordSet,
  type ResultRow,
  type ResultsReport,
  type ResultsTold,
  type ResultTable,
  type SyncDesign,
} from '../engine/index.ts';
import { changeFileName } from './change-files.ts';
import { resultColumns, type ResultColumns } from './result-columns.ts';

/** A result file as the readers of files hand it over. */
export interface ResultFile {
  readonly set: RecordSet;
  /** The line a data row starts on, by its number in the file. */
  readonly lineOf: (fileRow: number) => number;
  /** Lines of rows that could not be read. */
  readonly rejected: readonly number[];
}

/** What the rows of a result file say (BL7), whichever app wrote it. */
export function resultTable(
  { set, lineOf, rejected }: ResultFile,
  design: Pick<SyncDesign, 'syncs'>,
  about: ChangePlace | null,
): ResultTable {
  const idFields = design.syncs.flatMap((sync) => SIDES.flatMap((side) => sync[side].idField ?? []));
  const columns = resultColumns(set.header, idFields);
  const cells = cellsOf(set);
  const fields = fieldColumns(set.header, columns);
  const rows: ResultRow[] = [];
  let at = 0;
  for (const segment of set.segments) {
    for (let row = 0; row < segment.rows; row++, at++) {
      rows.push({ line: lineOf(segment.fileRows[row]!), at, ...saidBy(columns, (one) => cells(at, one)) });
    }
  }
  const least = Math.min(...rows.map(({ row }) => row ?? 1));
  const numbered =
    least === 0 ? rows.map((one) => ({ ...one, row: one.row === null ? null : one.row + 1 })) : rows;
  const unread = rejected.map((line): ResultRow => ({ ...NOTHING, line, at: -1 }));
  return {
    about,
    rows: [...numbered, ...unread],
    cell: ({ at: row }, field) => {
      const column = row < 0 ? undefined : fields.get(field.trim().toLowerCase());
      return column === undefined ? null : cells(row, column);
    },
  };
}

const NOTHING = { ids: [], row: null, says: null, words: '' } as const;

/** The cell of a record by its place in the file and its column. */
function cellsOf({ segments }: RecordSet): (row: number, column: number) => string {
  const starts: number[] = [];
  let rows = 0;
  for (const segment of segments) {
    starts.push(rows);
    rows += segment.rows;
  }
  return (row, column) => {
    let segment = starts.length - 1;
    while (starts[segment]! > row) segment--;
    return cellText(segments[segment]!.columns[column]!, row - starts[segment]!);
  };
}

/** The columns of the change file by their names; what the app added is none of them. */
function fieldColumns(
  header: readonly string[],
  { error, message, row }: ResultColumns,
): ReadonlyMap<string, number> {
  const fields = new Map<string, number>();
  for (const [at, name] of header.entries()) {
    const key = name.trim().toLowerCase();
    if (at !== error && at !== message && at !== row?.at && !fields.has(key)) fields.set(key, at);
  }
  return fields;
}

type Said = Pick<ResultRow, 'ids' | 'row' | 'says' | 'words'>;

function saidBy(
  { error, message, why, onlyWritten, ids, row }: ResultColumns,
  cell: (column: number) => string,
): Said {
  const number = row === null ? '' : cell(row.at).trim();
  return {
    ids: ids.map(cell).filter((id) => id !== ''),
    row: row !== null && /^\d{1,9}$/.test(number) ? Number(number) - row.header : null,
    ...(error === null && message === null && why !== null && !onlyWritten
      ? unsaid(cell(why))
      : verdict(error === null ? null : cell(error), message === null ? null : cell(message), onlyWritten)),
  };
}

const WRITTEN =
  /^(?:item )?(?:created|updated|upserted|deleted|written|inserted|imported|saved|loaded|unchanged|success\w*|succeeded|ok|done|true|yes)\b/i;
const REFUSED = /^(?:error|fail|refus|reject|invalid|not |false\b|no\b)/i;

/** S374: what a push says of a record it neither wrote nor saw refused (`pushFileWords`). */
function unsaid(why: string): Pick<Said, 'says' | 'words'> {
  const [, word] = /^(unknown|stale|not sent): /.exec(why) ?? [];
  return { says: word === undefined ? null : word === 'unknown' ? 'unknown' : 'not-sent', words: '' };
}

function verdict(
  error: string | null,
  message: string | null,
  onlyWritten: boolean,
): Pick<Said, 'says' | 'words'> {
  if (error !== null) {
    if (error !== '') return { says: 'refused', words: error };
    return message !== null && REFUSED.test(message.trim())
      ? { says: 'refused', words: message }
      : { says: 'written', words: '' };
  }
  if (onlyWritten) return { says: 'written', words: '' };
  if (message === null || message === '') return { says: null, words: '' };
  if (WRITTEN.test(message.trim())) return { says: 'written', words: '' };
  return { says: 'refused', words: message };
}

/** The change file `--results` names before `=`; null where that is no name of one. */
export function namedPlace(name: string, { syncs }: Pick<SyncDesign, 'syncs'>): ChangePlace | null {
  const bare = name.replace(/\.csv$/i, '').replace(/-\d+$/, '');
  const several = syncs.length > 1;
  for (const { id } of syncs) {
    for (const side of SIDES) {
      for (const kind of ['creates', 'updates', 'deletes'] as const) {
        const file = { sync: id, side, kind, group: null, header: [], fields: [] };
        if (changeFileName(file, several) === `${bare}.csv`) return { sync: id, side, kind };
      }
    }
  }
  return null;
}

/** Lines a report names. */
const NAMED = 20;

/** What a result file told, as `summary.json` has it. */
export function resultsReport(file: string, sha256: string, told: ResultsTold): ResultsReport {
  const causes: Record<string, number> = {};
  for (const { cause } of told.unclear) causes[cause] = (causes[cause] ?? 0) + 1;
  return {
    file,
    sha256,
    sync: told.about?.sync ?? null,
    side: told.about?.side ?? null,
    kind: told.about?.kind ?? null,
    rows: told.rows,
    written: told.written,
    refused: told.refused,
    ...(told.unknown > 0 && { unknown: told.unknown }),
    ...(told.notSent > 0 && { notSent: told.notSent }),
    notUnderstood: told.unclear.length,
    lines: told.unclear.slice(0, NAMED).map(({ line }) => line),
    causes,
  };
}
