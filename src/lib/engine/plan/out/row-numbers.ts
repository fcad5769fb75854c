import { appFacts } from '../../model/app.ts';
import type { SyncDesign } from '../../model/design.ts';
import type { ChangePlace } from '../../model/results.ts';
import type { Both, Side } from '../../model/side.ts';

/** Counts the rows of a sync's change files as its subjects are gone through, from 1: a result file may name them (BL7). */
export class RowNumbers {
  readonly #counted: Record<ChangePlace['kind'], Record<Side, number>> = {
    creates: { left: 0, right: 0 },
    updates: { left: 0, right: 0 },
    deletes: { left: 0, right: 0 },
  };
  readonly #isGrouped: Both<boolean>;

  constructor({ apps }: Pick<SyncDesign, 'apps'>) {
    // Where a blank empties a field, the updates are in several files.
    const isGrouped = (side: Side): boolean => appFacts(apps[side].kind).blanks.blank === 'empties';
    this.#isGrouped = { left: isGrouped('left'), right: isGrouped('right') };
  }

  /** The row of one more create of a side. */
  create(side: Side): Partial<Both<number>> {
    return { [side]: ++this.#counted.creates[side] };
  }

  /** The row of one more delete of a side. */
  delete(side: Side): Partial<Both<number>> {
    return { [side]: ++this.#counted.deletes[side] };
  }

  /** The rows of one more pair on the sides it is handed over to; nothing where files are grouped. */
  update(sides: readonly Side[]): Partial<Both<number>> {
    return Object.fromEntries(
      sides.filter((side) => !this.#isGrouped[side]).map((side) => [side, ++this.#counted.updates[side]]),
    );
  }
}
