import { placeOf } from '../../src/lib/connectors/report.ts';
import type { IdRejection } from '../../src/lib/engine/index.ts';
import { csvRow, csvStart } from '../../src/lib/formats/index.ts';
import type { Store } from '../../src/lib/store/index.ts';
import type {
  Answer,
  OutFile,
  RejectedRow,
  RejectedRows,
  SetAside,
} from '../../src/lib/conversation/index.ts';
import { rejectedFileWords } from '../../src/lib/words/in-files.ts';
import { done, failed } from '../common/answer.ts';
import { TextFile } from '../plan/text-file.ts';
import type { Tools } from '../../src/lib/engine/index.ts';
import { cellsOfRows } from './cells-of-rows.ts';
import { LISTED, type KeptSet } from './kept-set.ts';

/** Rows whose cells are held at once. */
const ROWS_AT_ONCE = 20_000;

/** A row set aside: its cells are in the report, or in the set by its row of the file. */
interface Found {
  readonly row: RejectedRow;
  readonly fileRow: number | null;
}

/** The rows of a side that were set aside, with their cells as in the file (RD15): the first of them, by line. */
export async function rejectedRows(
  store: Store,
  set: KeptSet | null,
  ids: readonly IdRejection[],
): Promise<Answer<RejectedRows>> {
  if (set === null) return failed({ code: 'no-records' });
  const all = inOrder(set, ids);
  const rows = await withCells(store, set, all.slice(0, LISTED));
  return rows.ok
    ? done({ header: set.report.header, total: all.length, rows: rows.value, groups: groupsOf(all) })
    : rows;
}

/** All of them as a file that says the line and the reason of each, with the cells under their own headers. */
export async function rejectedFile(
  store: Store,
  tools: Tools,
  set: KeptSet | null,
  ids: readonly IdRejection[],
): Promise<Answer<OutFile>> {
  if (set === null) return failed({ code: 'no-records' });
  const { report } = set;
  const words = rejectedFileWords;
  const all = inOrder(set, ids);
  const most = all.reduce((so, { row }) => Math.max(so, row.texts.length), report.header.length);
  const beyond = Array.from({ length: most - report.header.length }, (_, at) =>
    words.cellBeyond(report.header.length + at + 1),
  );
  const file = new TextFile(`${stem(report.file)}.rejected.csv`, tools);
  // The mark lets a spreadsheet read the letters; the cells stay what they are, since they are to be mended and read again.
  file.write(csvStart('spreadsheets'));
  file.write(csvRow([words.line, words.why, ...report.header, ...beyond], 'systems'));
  for (let at = 0; at < all.length; at += ROWS_AT_ONCE) {
    const rows = await withCells(store, set, all.slice(at, at + ROWS_AT_ONCE));
    if (!rows.ok) return rows;
    for (const { why, texts } of rows.value)
      file.write(csvRow([String(why.line), words.because(why), ...texts], 'systems'));
  }
  return done(file.close(all.length, 'text/csv').file);
}

/** Lines named of a group. */
const LINES = 20;

/** Most rows first. */
function groupsOf(all: readonly Found[]): RejectedRows['groups'] {
  const groups = new Map<SetAside['code'], { count: number; readonly lines: number[] }>();
  for (const { row } of all) {
    const { code, line } = row.why;
    const group = groups.get(code) ?? { count: 0, lines: [] };
    group.count += 1;
    if (group.lines.length < LINES) group.lines.push(line);
    groups.set(code, group);
  }
  return [...groups].map(([code, group]) => ({ code, ...group })).sort((a, b) => b.count - a.count);
}

const stem = (file: string): string => file.replace(/\.[^.]*$/, '');

function inOrder({ report }: KeptSet, ids: readonly IdRejection[]): Found[] {
  return [
    ...report.rejected.map(({ line, code, cells, columns, texts }): Found => ({
      // Sets of older builds were kept without the cells.
      row: { why: { line, code, cells, columns }, texts: (texts as readonly string[] | undefined) ?? [] },
      fileRow: null,
    })),
    ...ids.map((one): Found => {
      const { line } = placeOf(report, one.fileRow);
      const why = one.code === 'no-id' ? { line, code: one.code } : { line, code: one.code, id: one.id };
      return { row: { why, texts: [] }, fileRow: one.fileRow };
    }),
  ].sort((a, b) => a.row.why.line - b.row.why.line);
}

/** Reads the cells of those that are in the set. */
async function withCells(
  store: Store,
  { manifest }: KeptSet,
  found: readonly Found[],
): Promise<Answer<readonly RejectedRow[]>> {
  const stored = found.flatMap(({ fileRow }) => (fileRow === null ? [] : [fileRow]));
  const cells = await cellsOfRows(store, manifest, stored);
  if (!cells.ok) return cells;
  return done(
    found.map(({ row, fileRow }) =>
      fileRow === null ? row : { why: row.why, texts: cells.value.get(fileRow) ?? [] },
    ),
  );
}
