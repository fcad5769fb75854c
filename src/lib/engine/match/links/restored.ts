import { linkId } from '../../columns/link-table.ts';
import type { Records } from '../../columns/records.ts';
import type { LinkTable } from '../../model/baseline.ts';
import type { Choices } from '../../model/choices.ts';
import type { ObjectSync } from '../../model/design.ts';
import { mayWrite } from '../../model/direction.ts';
import { SIDES, otherSide, type Both, type Side } from '../../model/side.ts';
import { DELETED, UNBOUND } from './partners.ts';

/** Records whose counterpart was deleted and is to be created again (DE2). */
export interface Restored {
  /** The link each had, by row of the record that is there. It stands in the baseline until the create is handed over. */
  readonly rows: Both<ReadonlyMap<number, number>>;
  /** Rows that stay failing, since the direction lets nothing be created there (DE3). */
  readonly refused: Both<ReadonlySet<number>>;
  /** Choices that apply to nothing: the link is not there, its record was not deleted, or DE3 refuses. */
  readonly voidChoices: number;
}

interface Standing {
  readonly partner: Both<Int32Array>;
  readonly by: Both<Uint8Array>;
  readonly baselineOf: Both<Int32Array>;
  readonly links: LinkTable;
  readonly open: readonly { readonly source: Side; readonly row: number }[];
}

/** Takes the links away of what is to be created again, by the design or a person: it is matched anew (S131). */
export function restoreRecords(
  sync: ObjectSync,
  records: Both<Records>,
  choices: Choices | null,
  standing: Standing,
): Restored {
  const { partner, by, baselineOf } = standing;
  const rows = { left: new Map<number, number>(), right: new Map<number, number>() };
  const refused = { left: new Set<number>(), right: new Set<number>() };
  const restore = (side: Side, row: number): void => {
    if (!mayWrite(sync.direction, otherSide(side))) {
      refused[side].add(row);
      return;
    }
    rows[side].set(row, baselineOf[side][row]!);
    partner[side][row] = UNBOUND;
    by[side][row] = 0;
    baselineOf[side][row] = -1;
  };
  const named = chosenRows(sync, records, choices, standing);
  for (const side of SIDES) {
    if (sync.deletes[side] === 'recreate') {
      partner[side].forEach((away, row) => {
        if (away === DELETED) restore(side, row);
      });
    } else for (const row of named.rows[side]) restore(side, row);
  }
  const against = SIDES.filter((side) => !mayWrite(sync.direction, otherSide(side)));
  const forbidden = against.reduce((count, side) => count + named.rows[side].size, 0);
  return { rows, refused, voidChoices: named.voidChoices + forbidden };
}

/** Whom a person chose (what was handed over since is done, not void), by the side of the record that is there. */
function chosenRows(
  sync: ObjectSync,
  records: Both<Records>,
  choices: Choices | null,
  { partner, baselineOf, links, open }: Standing,
): { readonly rows: Both<ReadonlySet<number>>; readonly voidChoices: number } {
  const rows = { left: new Set<number>(), right: new Set<number>() };
  let voidChoices = 0;
  for (const choice of choices?.restores ?? []) {
    if (choice.sync !== sync.id) continue;
    const side = otherSide(choice.to);
    const row = records[side].rowOf(choice[side]);
    const gone =
      row >= 0 && partner[side][row] === DELETED ? linkId(links, choice.to, baselineOf[side][row]!) : null;
    const { idForm } = records[choice.to];
    if (gone !== null && idForm(gone) === idForm(choice[choice.to])) rows[side].add(row);
    else if (!open.some((one) => one.source === side && one.row === row)) voidChoices++;
  }
  return { rows, voidChoices };
}
