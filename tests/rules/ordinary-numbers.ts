import type { Both, Side } from '../../src/lib/engine/index.ts';
import { designJson } from '../engine/design/design-of.ts';
import type { Random } from '../reference/random.ts';
import type { Table, World, WorldLink } from '../reference/world.ts';

/** What guards count in a sync of contacts; everything else of it is as it was. */
export interface Numbers {
  /** Pairs linked before. */
  readonly linked: number;
  /** Of these: a phone changed, cleared, or gone from the complete file, on that side. */
  readonly changed: Both<number>;
  readonly cleared: Both<number>;
  readonly gone: Both<number>;
  /** Pairs linked for the first time, and those of them with another phone on each side. */
  readonly first: number;
  readonly over: number;
  /** Records by themselves: with an e-mail they are created on the other side, without they take no part. */
  readonly lone: Both<number>;
  readonly mute: Both<number>;
  /** Rows lost at reading. */
  readonly lost: Both<number>;
  /** Rows of the last time; null: as many as now. */
  readonly before: Both<number | null>;
}

const both = <T>(value: T): Both<T> => ({ left: value, right: value });

/** A sync on which nothing is to be done: a hundred records a side, ten of them linked for the first time. */
export const CALM: Numbers = {
  linked: 90,
  changed: both(0),
  cleared: both(0),
  gone: both(0),
  first: 10,
  over: 0,
  lone: both(0),
  mute: both(0),
  lost: both(0),
  before: both(null),
};

/** S452: what any week brings. */
export function ordinary(random: Random): Numbers {
  const linked = 90 + random.int(60);
  const upTo = (most: number): number => random.int(Math.floor(most) + 1);
  const each = (draw: () => number): Both<number> => ({ left: draw(), right: draw() });
  const first = 15 + upTo(12);
  const now = {
    linked,
    changed: each(() => upTo(linked * 0.2)),
    cleared: each(() => upTo(3)),
    gone: each(() => upTo(linked * 0.02)),
    first,
    over: upTo(first * 0.4),
    lone: each(() => upTo(linked * 0.8)),
    mute: each(() => upTo(10)),
    lost: each(() => upTo(1)),
    before: both(null),
  };
  const before = (side: Side): number => Math.floor(rowsOf(now, side) * (0.8 + random.next() * 0.4));
  return { ...now, before: { left: before('left'), right: before('right') } };
}

/** Rows of a side's file, those lost among them. */
export const rowsOf = ({ linked, gone, first, lone, mute, lost }: Numbers, side: Side): number =>
  linked - gone[side] + first + lone[side] + mute[side] + lost[side];

const DESIGN = designJson({
  mappings: [{ left: 'Phone', right: 'Phone' }],
  blanks: { propagateClears: 'always' },
});

export function worldOf({ linked, changed, cleared, gone, first, over, lone, mute }: Numbers): World {
  const rows: Record<Side, string[][]> = { left: [], right: [] };
  const put = (side: Side, id: string, phone: string, email = `${id}@a.no`): void =>
    void rows[side].push([`${side[0]!}${id}`, email, phone]);
  const links: WorldLink[] = [];
  for (let n = 0; n < linked; n++) {
    const id = String(n);
    const was = `1${id}`;
    const values = both({ Phone: was });
    links.push({ sync: 'contacts', left: `l${id}`, right: `r${id}`, by: 'key', values });
    const now = phonesOf(n, was, [changed, cleared, gone]);
    if (now.left !== null) put('left', id, now.left);
    if (now.right !== null) put('right', id, now.right);
  }
  for (let n = 0; n < first; n++) {
    put('left', `f${String(n)}`, '2');
    put('right', `f${String(n)}`, n < over ? '3' : '2');
  }
  for (const side of ['left', 'right'] as const) {
    for (let n = 0; n < lone[side]; n++) put(side, `${side}${String(n)}`, '4');
    for (let n = 0; n < mute[side]; n++) put(side, `mute${String(n)}`, '5', '');
  }
  const table = (side: Side, email: string): Table => ({ header: ['Id', email, 'Phone'], rows: rows[side] });
  return {
    design: DESIGN,
    tables: { contacts: { left: table('left', 'Email'), right: table('right', 'Mail') } },
    baseline: { links },
    choices: null,
    complete: { contacts: both(true) },
  };
}

/** The phone of the nth linked pair on each side; null where that record is gone. One thing befalls a pair at most. */
function phonesOf(
  n: number,
  was: string,
  befallen: readonly [changed: Both<number>, cleared: Both<number>, gone: Both<number>],
): Both<string | null> {
  const becomes = ['9', '', null];
  let from = 0;
  for (const [at, counts] of befallen.entries()) {
    for (const side of ['left', 'right'] as const) {
      const to = from + counts[side];
      if (n >= from && n < to) return { ...both(was), [side]: becomes[at] };
      from = to;
    }
  }
  return both(was);
}
