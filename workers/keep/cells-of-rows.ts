import { textsOfRow } from '../../src/lib/engine/index.ts';
import type { Answer } from '../../src/lib/conversation/index.ts';
import type { SetManifest, Store } from '../../src/lib/store/index.ts';
import { done, failed } from '../common/answer.ts';

/** Columns read at once. */
const COLUMNS_AT_ONCE = 8;

/** Cells of stored rows by their numbers in the file, some columns at a time; a row that is not stored is not among them. */
export async function cellsOfRows(
  store: Store,
  { id, header }: Pick<SetManifest, 'id' | 'header'>,
  fileRows: readonly number[],
): Promise<Answer<ReadonlyMap<number, readonly string[]>>> {
  const cells = new Map(fileRows.map((fileRow): [number, string[]] => [fileRow, []]));
  for (let at = 0; at < header.length && cells.size > 0; at += COLUMNS_AT_ONCE) {
    const loaded = await store.sets.load(id, header.slice(at, at + COLUMNS_AT_ONCE));
    if (!loaded.ok) return failed(loaded.problem);
    for (const [fileRow, texts] of cells) {
      const found = textsOfRow(loaded.value, fileRow);
      if (found === null) cells.delete(fileRow);
      else texts.push(...found);
    }
  }
  return done(cells);
}
