import { rowOfFile } from '../columns/copied.ts';
import type { Records } from '../columns/records.ts';
import { onBoth, otherSide, SIDES, type Both, type Side } from '../model/side.ts';
import type { SubjectRows, SyncPlan } from '../plan/sync-plan.ts';
import type { BredTold } from './rehearsal.ts';
import { LISTED } from './listed.ts';

/** Creates that breed: of a record one was made of already, or of a record that the rehearsal made. */
export class BreedWatch {
  readonly #sync: string;
  readonly #records: Both<Records>;
  /** Rows of a side's file that a record was made of: they mean the same record in every round. */
  readonly #sources: Both<Set<number>> = onBoth(() => new Set());
  /** The same of the source of a record that was made, by its side. */
  readonly #from: Both<Map<number, number>> = onBoth(() => new Map());
  readonly #bred: Both<Bred> = onBoth(() => ({ again: new Set(), back: new Set(), held: new Set() }));

  constructor({ sync, records }: SyncPlan) {
    this.#sync = sync.id;
    this.#records = records;
  }

  /** A create on a side is offered, or held. */
  offered({ records }: SyncPlan, side: Side, rows: SubjectRows, isHeld: boolean): void {
    const source = otherSide(side);
    const row = records[source].fileRows[rows[source]]!;
    const isMade = rowOfFile(this.#records[source], row) < 0;
    if (!isMade && !this.#sources[source].has(row)) return;
    const bred = this.#bred[side];
    (isMade ? bred.back : bred.again).add(row);
    if (isHeld) bred.held.add(row);
  }

  made({ records }: SyncPlan, side: Side, fileRow: number, rows: SubjectRows): void {
    const source = records[otherSide(side)].fileRows[rows[otherSide(side)]]!;
    this.#sources[otherSide(side)].add(source);
    this.#from[side].set(fileRow, source);
  }

  told(): BredTold[] {
    return SIDES.flatMap((side) => {
      const { again, back, held } = this.#bred[side];
      if (again.size + back.size === 0) return [];
      const records = new Map<string, { readonly side: Side; readonly id: string }>();
      for (const row of [...again, ...back]) {
        if (records.size === LISTED) break;
        const own = this.#first(otherSide(side), row);
        records.set(`${own.side} ${own.id}`, own);
      }
      const counts = { again: again.size, back: back.size, held: held.size };
      return [{ sync: this.#sync, side, ...counts, records: [...records.values()] }];
    });
  }

  /** The record before the rehearsal that a row goes back to. */
  #first(side: Side, row: number): { readonly side: Side; readonly id: string } {
    let at = { side, row };
    for (;;) {
      const own = this.#records[at.side];
      const first = rowOfFile(own, at.row);
      if (first >= 0) return { side: at.side, id: own.id(first) };
      at = { side: otherSide(at.side), row: this.#from[at.side].get(at.row)! };
    }
  }
}

interface Bred {
  readonly again: Set<number>;
  readonly back: Set<number>;
  readonly held: Set<number>;
}
