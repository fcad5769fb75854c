import { SIDES, type Side } from '../../engine/index.ts';
import type { ItemStanding } from '../journal/standing.ts';
import type { RunContext } from './context.ts';
import type { Ending } from './ending.ts';

/** So many works at a time. What one of them throws ends the run. */
export class Lanes {
  readonly #most: number;
  readonly #ending: Ending;
  readonly #open = new Set<Promise<void>>();

  constructor(most: number, ending: Ending) {
    this.#most = most;
    this.#ending = ending;
  }

  /** Begins a work once there is a place for it. */
  async begin(work: () => Promise<void>): Promise<void> {
    while (this.#open.size >= this.#most) await Promise.race(this.#open);
    this.#ending.mayGoOn();
    const one = work()
      .catch((error: unknown) => this.#ending.end(error))
      .finally(() => this.#open.delete(one));
    this.#open.add(one);
  }

  /** Waits until nothing is in flight. */
  async empty(): Promise<void> {
    while (this.#open.size > 0) await Promise.race(this.#open);
    this.#ending.rethrow();
  }
}

/** Lets `use` begin works in lanes; over when all are, however they ended, and then throws what the first of them threw. */
async function inLanes(most: number, ending: Ending, use: (lanes: Lanes) => Promise<void>): Promise<void> {
  const lanes = new Lanes(most, ending);
  try {
    await use(lanes);
  } catch (error) {
    ending.end(error);
  }
  await lanes.empty();
  ending.rethrow();
}

/** Works of both sides at once, each in lanes of its own; over when all are, and then throws what the first of them threw. */
export async function onEachSide(
  { ending, inFlight }: Pick<RunContext, 'ending' | 'inFlight'>,
  use: (side: Side, lanes: Lanes) => Promise<void>,
): Promise<void> {
  const sides = SIDES.map((side) => inLanes(inFlight, ending, (lanes) => use(side, lanes)));
  await Promise.allSettled(sides);
  ending.rethrow();
}

/** Works on pieces that are each of one side, as many at a time as may be in flight. */
export const forEachPiece = (
  context: RunContext,
  pieces: readonly (readonly ItemStanding[])[],
  work: (piece: readonly ItemStanding[]) => Promise<void>,
): Promise<void> =>
  onEachSide(context, async (side, lanes) => {
    for (const piece of pieces) {
      if (piece[0]?.item.side === side) await lanes.begin(() => work(piece));
    }
  });
