import { textAt, type Records } from '../../columns/records.ts';
import type { LinkTable } from '../../model/baseline.ts';
import { SIDES, type Both, type Side } from '../../model/side.ts';
import { inSlices, type Steps } from '../../run/steps.ts';
import { AWAY, endOf, type Presence } from './presence.ts';

/** Where the records of the links are now. */
export interface LinkRows {
  /** By link: a row, `AWAY` or `GONE`. */
  readonly rows: Both<Int32Array>;
  /** The id a record was merged into at last, by link; none where it stands for itself (S432). */
  readonly ends: Both<ReadonlyMap<number, string>>;
}

export function* linkRows(
  links: LinkTable,
  records: Both<Records>,
  presence: Both<Presence>,
): Steps<LinkRows> {
  const rows = {
    left: yield* records.left.rowsOf(links.ids.left),
    right: yield* records.right.rowsOf(links.ids.right),
  };
  const ends = { left: new Map<number, string>(), right: new Map<number, string>() };
  for (const side of SIDES) yield* follow(side, { links, records, presence, rows, ends });
  return { rows, ends };
}

interface Following {
  readonly links: LinkTable;
  readonly records: Both<Records>;
  readonly presence: Both<Presence>;
  readonly rows: Both<Int32Array>;
  readonly ends: Both<Map<number, string>>;
}

function* follow(side: Side, { links, records, presence, rows, ends }: Following): Steps<void> {
  const own = presence[side];
  if (own.gone === null && own.from.size === 0) return;
  const of = records[side];
  yield* of.index();
  const isOpen = new Set(links.open.map(({ position }) => position));
  yield* inSlices('links', links.count, (from, to) => {
    for (let at = from; at < to; at++) {
      const row = rows[side][at]!;
      if (row >= 0 && own.gone?.[row] !== 1) continue;
      const id = textAt(links.ids[side], at);
      if (id === '') continue;
      const end = endOf(own, of, id);
      // A create that was handed over is of the record it was made from, and of no other.
      if (isOpen.has(at)) rows[side][at] = AWAY;
      else {
        rows[side][at] = end.row;
        if (of.idForm(end.id) !== of.idForm(id)) ends[side].set(at, end.id);
      }
    }
  });
}
