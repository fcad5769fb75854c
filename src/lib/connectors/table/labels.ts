import { idColumnOf } from './forms.ts';
import type { FileRow } from './header.ts';
import type { HeaderWatch } from './header-watch.ts';
import { columnForm, formOf } from './headless.ts';
import { filledCells, isBlankRow, isDataLike, isNoValue, isNumberLike, unpadded } from './looks.ts';

/** What a person says of rows of labels or types under the header (RD1); null: they are records, and asked about. */
export interface LabelChoices {
  readonly labels?: 'drop' | 'keep' | null;
}

/** So many such rows can stand under each other: labels, types, units. */
const MOST_ROWS = 3;
/** Rows of the table that say what its columns hold. */
const SAMPLE_ROWS = 40;
/** A label is no longer text. */
const LONGEST = 100;

type Cells = readonly string[];

/** RD1: how many rows right under the header are labels, types or units of its columns, and no records. */
export function labelRows(header: Cells, watch: HeaderWatch, below: readonly FileRow[]): number {
  const rows = below.slice(0, SAMPLE_ROWS + MOST_ROWS).map(({ cells }) => cells);
  let count = 0;
  while (
    count < MOST_ROWS &&
    rows[count] !== undefined &&
    !isBlankRow(rows[count]!) &&
    !watch.isHeader(rows[count]!)
  ) {
    const table = rows.slice(count + 1).filter((cells) => !isBlankRow(cells));
    // The rows under it may be such rows too: what the table holds is told by those below them.
    const data = table.slice(Math.min(MOST_ROWS - 1 - count, Math.max(0, table.length - 2)));
    if (!isLabelRow(header, rows[count]!, data)) break;
    count++;
  }
  return count;
}

function isLabelRow(header: Cells, cells: Cells, table: readonly Cells[]): boolean {
  if (cells.length > header.length && filledCells(cells.slice(header.length)) > 0) return false;
  return isTypes(cells, table) || isUnits(cells, table) || isLabels(header, cells, table);
}

/** `string,int,date`: words for types in more than half of the cells, and in few cells of the rows below. */
function isTypes(cells: Cells, table: readonly Cells[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length < 2 || filled.length * 2 <= cells.length || !filled.every(isType)) return false;
  return !table.some(
    (row) => filledCells(row) > 1 && row.every((cell) => cell.trim() === '' || isType(cell)),
  );
}

/** `,EUR,kg`: each filled cell is a unit above numbers. */
function isUnits(cells: Cells, table: readonly Cells[]): boolean {
  const at = filledAt(cells);
  return (
    at.length > 0 &&
    at.every((index) => isUnit(cells[index]!) && areNumbers(columnOf(table, index))) &&
    // A currency among filled cells is a value.
    at.length < filledCells(table[0] ?? [])
  );
}

/**
 * Names once more: words of their own in more than half of the cells, none a value. Either they stand where the rows below have data
 * in two columns at least, or in that of ids, and never fit such a column; or they say again what the header says, as `hs_name` under `Name` does.
 */
function isLabels(header: Cells, cells: Cells, table: readonly Cells[]): boolean {
  const names = unpadded(cells);
  const at = filledAt(names);
  if (at.length < 2 || at.length * 2 <= header.length) return false;
  if (new Set(at.map((index) => names[index]!.trim())).size < at.length) return false;
  if (!at.every((index) => isWord(names[index]!))) return false;
  const typed = at.flatMap((index) => {
    const form = formBelow(table, index);
    return form === null ? [] : [{ index, form }];
  });
  if (typed.some(({ index, form }) => formOf(names[index]!) === form)) return false;
  const again = table.length > 0 && saysAgain(header, names);
  if (again && !table.some((row) => saysAgain(header, unpadded(row)))) return true;
  const ids = typed.some(({ index }) => index === idColumnOf(header));
  return typed.length > 1 || (ids && table.length > 1);
}

/** Not a value: no data, no code, no word for a missing one. */
const isWord = (cell: string): boolean =>
  cell.length <= LONGEST &&
  !isDataLike(cell) &&
  !isNoValue(cell) &&
  formOf(cell) !== 'truth' &&
  /\p{L}/u.test(cell);

/** At least half of the cells, and two, have a word of the name above them, while they are not that name to the letter. */
function saysAgain(header: Cells, cells: Cells): boolean {
  const at = filledAt(cells);
  const related = at.filter((index) => {
    const own = wordsOf(cells[index]!);
    return wordsOf(header[index] ?? '').some((word) => own.includes(word));
  });
  return related.length > 1 && related.length * 2 >= at.length;
}

const wordsOf = (name: string): string[] =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);

const filledAt = (cells: Cells): number[] => [...cells.keys()].filter((index) => cells[index]!.trim() !== '');

const columnOf = (table: readonly Cells[], index: number): string[] =>
  table.flatMap((row) => ((row[index] ?? '').trim() === '' ? [] : [row[index]!.trim()]));

/** What two cells at least, and nearly all, have in common beyond plain text. */
function formBelow(table: readonly Cells[], index: number): ReturnType<typeof columnForm> {
  const column = columnOf(table, index);
  return column.length < 2 ? null : columnForm(column);
}

const areNumbers = (column: readonly string[]): boolean => column.length > 0 && column.every(isNumberLike);

const TYPES =
  /^(?:(?:n?var)?char(?:acter)?2?(?: varying)?|str(?:ing)?|(?:(?:long|short|rich|plain|single[- ]line|multi[- ]line)[ _-]?)?text(?:area)?|memo|clob|(?:big|small|tiny|medium)?int(?:eger)?(?:8|16|32|64)?|serial|number|numeric|decimal|double(?: precision)?|float(?:32|64)?|real|money|currency|percent(?:age)?|bool(?:ean)?|bit|yes\/no|checkbox|date(?:[ _-]?time)?2?|timestamp(?:tz)?|time|u?uid|guid|uniqueidentifier|json|blob|binary|enum(?:eration)?|(?:multi[ _-]?)?(?:picklist|select)|dropdown(?:[ _-]?select)?|option ?set|lookup|reference|foreign key|primary key|auto ?number|id|e-?mail|phone(?:[ _-]?number)?|url|object|array|category|categorical|nominal|factor)$/i;
const SIZED = /\s*\(\s*\d+(?:\s*,\s*\d+)?\s*\)$|\s+(?:not\s+)?null$|\s+(?:primary key|unique)$/i;

/** A word for a type, with its size or without. */
function isType(cell: string): boolean {
  const text = cell
    .trim()
    .replace(/^[<[(](.*)[>\])]$/, '$1')
    .replace(SIZED, '')
    .replace(SIZED, '');
  return text !== '' && TYPES.test(text);
}

const UNIT =
  /^(?:[€$£¥%‰°]|EUR|USD|GBP|CHF|NOK|SEK|DKK|PLN|JPY|k(?:EUR|USD|NOK|SEK|DKK)|[kmµ]?g|t|[kcmµ]?m[23²³]?|ha|[mc]?l|h|hrs?|hours?|min(?:utes)?|m?s|sec(?:onds)?|days?|weeks?|months?|years?|pcs|pc|stk|st|units?|°[CFK]|[kMG]?Wh?|[mk]?[VA]|[kMG]?Hz|[kMGT]i?B|ppm|bar|k?Pa|mol)$/i;

/** A unit, in brackets or without. */
const isUnit = (cell: string): boolean =>
  UNIT.test(
    cell
      .trim()
      .replace(/^[[(](.*)[\])]$/, '$1')
      .trim(),
  );
