import type { Rejection } from '../report.ts';

/** Characters of cells that are kept: beyond them so much is rejected that no plan is made of the file (`maxRejected`). */
const KEPT_CHARS = 32 * 1024 * 1024;

/** The rows of a table that are not stored, in file order, with their cells. */
export class RejectedRows {
  readonly list: Rejection[] = [];
  #chars = 0;

  add(
    code: Rejection['code'],
    { cells, line, fileRow }: { readonly cells: readonly string[]; line: number; fileRow: number },
    columns: number,
  ): void {
    for (const cell of cells) this.#chars += cell.length;
    const texts = this.#chars > KEPT_CHARS ? [] : detached(cells);
    this.list.push({ line, fileRow, code, cells: cells.length, columns, texts });
  }
}

/** The same texts, cut from one of their own instead of from the block of the file that was parsed, which they would hold. */
function detached(cells: readonly string[]): string[] {
  const row = cells.join('');
  let at = 0;
  return cells.map(({ length }) => row.slice(at, (at += length)));
}
