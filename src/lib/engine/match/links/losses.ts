import { handOverAt } from '../../columns/hand-overs.ts';
import { textAt, type Records } from '../../columns/records.ts';
import type { LinkTable } from '../../model/baseline.ts';
import type { ObjectSync } from '../../model/design.ts';
import { SIDES, type Both, type Side } from '../../model/side.ts';
import { inSlices, type Steps } from '../../run/steps.ts';
import type { LinkRows } from './link-rows.ts';
import { AWAY } from './presence.ts';

/** Which files a person calls complete, and how much one may have lost then. */
export interface Complete {
  readonly sides: Both<boolean>;
  /** Guard `maxMissing`: the share of the links that may be missing; null: any. */
  readonly maxMissing: number | null;
}

export const PARTIAL: Complete = { sides: { left: false, right: false }, maxMissing: null };

/** The links whose record of a side is not in its file. */
export interface Loss {
  /** Is the file called complete (DE5)? Else nothing is deleted, and nothing stopped. */
  readonly isComplete: boolean;
  readonly missing: number;
  /** Links of the sync. */
  readonly links: number;
  /** So many are missing that the guard stops: nothing is taken for deleted. */
  readonly isStopped: boolean;
  /** Was the record of a link deleted? Asked of links whose record is missing. */
  readonly isDeleted: (position: number) => boolean;
}

/** What an app says is archived is in its file, and missing from none (S431). */
export function* lossesOf(
  sync: ObjectSync,
  records: Both<Records>,
  links: LinkTable,
  { rows, ends }: LinkRows,
  complete: Complete,
): Steps<Both<Loss | null>> {
  const losses: Record<Side, Loss | null> = { left: null, right: null };
  for (const side of SIDES) {
    const { idField } = sync[side];
    // The number of a row is no name: what it says changes with every export (S130).
    if (idField === null) continue;
    const isComplete = complete.sides[side];
    const isOpen = new Uint8Array(links.count);
    for (const { position } of links.open) isOpen[position] = 1;
    let missing = 0;
    yield* inSlices('links', links.count, (from, to) => {
      for (let at = from; at < to; at++) if (isOpen[at] === 0 && rows[side][at] === AWAY) missing++;
    });
    const all = links.count - links.open.length;
    const { maxMissing } = complete;
    const isStopped = isComplete && maxMissing !== null && missing > maxMissing * all;
    const rejected =
      missing === 0 || isStopped || !isComplete
        ? new Set<string>()
        : yield* rejectedIds(records[side], idField);
    const { idForm } = records[side];
    losses[side] = {
      isComplete,
      missing,
      links: all,
      isStopped,
      isDeleted: (position) =>
        isComplete &&
        !isStopped &&
        !rejected.has(idForm(ends[side].get(position) ?? textAt(links.ids[side], position))) &&
        !isUnseen(links, side, position),
    };
  }
  return losses;
}

/** Was the record created by a hand-over that no export has shown yet? This one may be older than the load (S104). */
function isUnseen({ sent }: LinkTable, side: Side, position: number): boolean {
  const { names, fields } = sent[side];
  return names.lists[names.of[position]!]!.some(
    (field) => handOverAt(fields.get(field)!, position)?.because === 'create',
  );
}

/** Ids that stand in rows the reading rejected, however these are read: their records are in the app (S130). */
function* rejectedIds({ aside, idForm }: Records, idField: string): Steps<Set<string>> {
  const ids = new Set<string>();
  yield* aside.flatten([idField]);
  for (let at = 0; at < aside.count; at++) {
    for (const [id] of aside.readings(at, [idField])) if (id !== undefined) ids.add(idForm(id));
  }
  return ids;
}
