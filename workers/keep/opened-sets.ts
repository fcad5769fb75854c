import { SIDES, type Both, type Side } from '../../src/lib/engine/index.ts';
import type { ProjectRow, Store } from '../../src/lib/store/index.ts';
import type { Problem } from '../../src/lib/conversation/index.ts';
import { keptSet, type KeptSet } from './kept-set.ts';

/** The record sets of a project by sync and side. A damaged or missing one is a problem, never an empty set. */
export class OpenedSets {
  readonly #store: Store;
  readonly #sets = new Map<string, Both<KeptSet | Problem | null>>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** In the order the first file of each came. */
  get syncs(): readonly string[] {
    return [...this.#sets.keys()];
  }

  /** The sets the project has now; one that was looked at already is not opened again. */
  async next({ sets }: ProjectRow): Promise<OpenedSets> {
    const next = new OpenedSets(this.#store);
    for (const { sync, side, id } of sets) {
      const known = this.#sets.get(sync)?.[side];
      const found = isSet(known) && known.manifest.id === id ? known : await this.#open(id);
      const both = next.#sets.get(sync) ?? { left: null, right: null };
      next.#sets.set(sync, { ...both, [side]: found });
    }
    return next;
  }

  get(sync: string, side: Side): KeptSet | null {
    const found = this.#sets.get(sync)?.[side];
    return isSet(found) ? found : null;
  }

  /** Null unless both sides are there and whole. */
  both(sync: string): Both<KeptSet> | null {
    const [left, right] = [this.get(sync, 'left'), this.get(sync, 'right')];
    return left === null || right === null ? null : { left, right };
  }

  /** What is wrong with sets that should be there. */
  get problems(): readonly Problem[] {
    return [...this.#sets.values()].flatMap((both) =>
      SIDES.flatMap((side) => {
        const found = both[side];
        return found === null || isSet(found) ? [] : [found];
      }),
    );
  }

  /** Damage that was found later. */
  spoil(id: string, problem: Problem): void {
    for (const [sync, both] of this.#sets) {
      for (const side of SIDES) {
        const found = both[side];
        if (isSet(found) && found.manifest.id === id) this.#sets.set(sync, { ...both, [side]: problem });
      }
    }
  }

  async #open(id: string): Promise<KeptSet | Problem> {
    const opened = await this.#store.sets.open(id);
    return opened.ok ? keptSet(opened.value) : opened.problem;
  }
}

const isSet = (found: KeptSet | Problem | null | undefined): found is KeptSet =>
  found !== null && found !== undefined && 'manifest' in found;
