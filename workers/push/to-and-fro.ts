import { otherSide, type ObjectSync, type Side } from '../../src/lib/engine/index.ts';
import type { PushItem, Result } from '../../src/lib/push/index.ts';

/** Passes after which writing the same text again says nothing any more. */
const REMEMBERED = 12;

/** A field of a record as continuous sync wrote it last. `from`: null on a create. */
interface Wrote {
  readonly from: string | null;
  readonly to: string;
  readonly pass: number;
}

type Mapped = Pick<ObjectSync, 'id' | 'mappings'>;

/** A write that goes to and fro. */
export interface Again {
  readonly item: PushItem;
  readonly field: string;
}

/**
 * S450: what continuous sync wrote, by field of a record, to notice a value that never comes to rest: the same text once more though it was
 * written already; or in two passes in a row there and back, on one side or from one side to the other.
 */
export class ToAndFro {
  readonly #last = new Map<string, Wrote>();

  /** What was written in a pass; passes are counted from 1. */
  take(results: readonly Result[], pass: number): void {
    for (const result of results) {
      if (result.is !== 'written') continue;
      const { item, id } = result;
      for (const [field, to] of item.values)
        this.#last.set(cell(item.sync, item.side, id, field), {
          from: item.act === 'create' ? null : (item.from.get(field) ?? null),
          to,
          pass,
        });
    }
    for (const [key, wrote] of this.#last) if (pass - wrote.pass >= REMEMBERED) this.#last.delete(key);
  }

  /** Those of these writes, which would go in this pass, that go to and fro. */
  find(items: readonly PushItem[], pass: number, syncs: readonly Mapped[]): readonly Again[] {
    const mappings = new Map(syncs.map(({ id, mappings: own }) => [id, own]));
    return items.flatMap((item) =>
      [...item.values].flatMap(([field, to]) =>
        this.#isAgain({ item, field }, to, pass, mappings.get(item.sync) ?? []) ? [{ item, field }] : [],
      ),
    );
  }

  #isAgain({ item, field }: Again, to: string, pass: number, mappings: Mapped['mappings']): boolean {
    const { sync, side, id, subject } = item;
    const own = id === null ? undefined : this.#last.get(cell(sync, side, id, field));
    if (own !== undefined) {
      if (own.to === to && pass - own.pass < REMEMBERED) return true;
      if (own.pass === pass - 1 && own.from === to) return true;
    }
    const other = otherSide(side);
    const counterpart = subject[other];
    if (counterpart === null) return false;
    return mappings
      .filter((one) => one[side] === field)
      .some((one) => this.#last.get(cell(sync, other, counterpart, one[other]))?.pass === pass - 1);
  }
}

const cell = (sync: string, side: Side, id: string, field: string): string =>
  JSON.stringify([sync, side, id, field]);
