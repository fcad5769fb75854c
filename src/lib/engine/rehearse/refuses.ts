import { hashOf, viewOf } from '../bytes/bytes-at.ts';
import { utf8 } from '../bytes/utf8.ts';
import type { Side } from '../model/side.ts';

/**
 * Does an app refuse the row of this record, every time it is offered? Told by a hash of its key, so that the same share of the same
 * records is refused wherever and however often it is rehearsed (S152). A record that is created is known by the one it is made from.
 */
export function refusesRow(share: number, sync: string, side: Side, id: string): boolean {
  if (share <= 0) return false;
  const bytes = utf8(`${sync}\n${side}\n${id}`);
  return (hashOf(viewOf(bytes), 0, bytes.length) >>> 0) / 2 ** 32 < share;
}
