import { failed } from '../problem.ts';
import { FILE_ROWS, type SetManifest } from './manifest.ts';

/** Damage of a set, with the file's name, the column and the segment it is at. */
export function damaged(manifest: SetManifest, part?: number, piece?: number): ReturnType<typeof failed> {
  const column = part === undefined ? '' : `, ${nameOf(manifest, part)}`;
  const segment = piece === undefined ? '' : `, segment ${String(piece)}`;
  const where = `${manifest.file} (${manifest.id})${column}${segment}`;
  return failed({ code: 'damaged', what: 'record-set', where });
}

const nameOf = (manifest: SetManifest, part: number): string =>
  part === FILE_ROWS ? 'row numbers' : `column ${String(manifest.header[part - 1])}`;
