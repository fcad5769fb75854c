import { placeOf } from '../../src/lib/connectors/report.ts';
import { rowsOfCells, textsOfRow, type CellsWanted, type RecordSet } from '../../src/lib/engine/index.ts';
import type { Answer, Look, LookedRows } from '../../src/lib/conversation/index.ts';
import type { Store } from '../../src/lib/store/index.ts';
import { done, failed } from '../common/answer.ts';
import { nextTurn } from '../common/run-steps.ts';
import { cellsOfRows } from './cells-of-rows.ts';
import { LISTED, type KeptSet } from './kept-set.ts';

/** Columns beside the one that is looked at, so that a person knows the record. */
const BESIDE = 3;

/** Stored rows of a side as they stand in the file: those on some lines, or those whose cell of a column is of a kind. */
export async function lookedRows(store: Store, set: KeptSet | null, look: Look): Promise<Answer<LookedRows>> {
  if (set === null) return failed({ code: 'no-records' });
  return 'lines' in look ? onLines(store, set, look.lines) : inColumn(store, set, look);
}

async function onLines(
  store: Store,
  { manifest, report }: KeptSet,
  lines: readonly number[],
): Promise<Answer<LookedRows>> {
  const places = lines.slice(0, LISTED).flatMap((line) => {
    const fileRow = fileRowOn(report, line);
    return fileRow === null ? [] : [{ line, fileRow }];
  });
  const cells = await cellsOfRows(
    store,
    manifest,
    places.map(({ fileRow }) => fileRow),
  );
  if (!cells.ok) return cells;
  const rows = places.flatMap(({ line, fileRow }) => {
    const texts = cells.value.get(fileRow);
    return texts === undefined ? [] : [{ line, texts }];
  });
  return done({ header: report.header, total: rows.length, rows });
}

/** The data row that covers a line, from 0; null where none does. */
function fileRowOn(report: KeptSet['report'], line: number): number | null {
  let low = 0;
  let high = report.rows - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (placeOf(report, middle).line <= line) low = middle;
    else high = middle - 1;
  }
  return report.rows > 0 && placeOf(report, low).line <= line ? low : null;
}

async function inColumn(
  store: Store,
  { manifest, report, profiles }: KeptSet,
  { column, of }: Extract<Look, { column: string }>,
): Promise<Answer<LookedRows>> {
  const profile = profiles.columns.find(({ name }) => name === column);
  if (profile === undefined) return done({ header: [], total: 0, rows: [] });
  const beside = manifest.header.filter((name) => name !== column).slice(0, BESIDE);
  const loaded = await store.sets.load(manifest.id, [column, ...beside]);
  if (!loaded.ok) return failed(loaded.problem);
  const wanted: CellsWanted = of === 'filled' ? 'filled' : { type: profile.guess.type, fits: of === 'type' };
  const found = await rowsIn(loaded.value, loaded.value.header.indexOf(column), wanted);
  const header = [column, ...beside];
  const rows = found.first.map((fileRow) => {
    const texts = textsOfRow(loaded.value, fileRow) ?? [];
    const cells = header.map((name) => texts[loaded.value.header.indexOf(name)] ?? '');
    return { line: placeOf(report, fileRow).line, texts: cells };
  });
  return done({ header, total: found.total, rows });
}

/** How many rows, and the first of them by their rows of the file. */
async function rowsIn(set: RecordSet, column: number, wanted: CellsWanted) {
  const first: number[] = [];
  let total = 0;
  for (const { columns, fileRows } of set.segments) {
    const rows = rowsOfCells(columns[column]!, wanted);
    total += rows.length;
    for (const row of rows.slice(0, LISTED - first.length)) first.push(fileRows[row]!);
    await nextTurn();
  }
  return { total, first };
}
