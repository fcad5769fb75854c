import { BY } from '../../model/link-by.ts';
import { onBoth, type Both } from '../../model/side.ts';
import type { Steps } from '../../run/steps.ts';
import { groupRows, rowsAt } from '../keys/code-groups.ts';
import type { Standing } from './matches.ts';
import { UNBOUND } from './partners.ts';

/**
 * KW10: of each pair of rows, how many mapped fields are filled on both sides and equal. `keys` are the keys of the pair's signature, as
 * bits: their own fields are equal anyway and not counted.
 */
export type Agreement = (pairs: Both<Int32Array>, keys: Uint8Array) => Steps<Uint16Array>;

/** What the records of a side have in common: a number per record, -1 for none, all under `count`, and the keys behind it. */
export interface SharedKeys {
  readonly ids: Both<Int32Array>;
  readonly count: number;
  /** Of a left row. */
  readonly keys: (left: number) => number;
}

/** A signature of more pairs than this tells nobody apart: its records bind as under `first` (S82). */
export const MOST_PAIRS = 1 << 18;

/** Pairs that are compared at a time. */
const BATCH = 1 << 16;

/** The free records of one signature. */
interface Contest {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
}

/**
 * KW10, S82: binds the free records of each signature that several have, in order of agreement, those that agree in nothing left out.
 * Changes `links`; what it leaves is bound and judged as under `first`.
 */
export function* bindClosest(shared: SharedKeys, links: Standing, agreement: Agreement): Steps<void> {
  const left = yield* groupRows(shared.ids.left, shared.count, 'links');
  const right = yield* groupRows(shared.ids.right, shared.count, 'links');
  const free = (side: 'left' | 'right', rows: Uint32Array): Uint32Array =>
    rows.filter((row) => links.partner[side][row] === UNBOUND);
  let waiting: Contest[] = [];
  let pairs = 0;
  for (let id = 0; id < shared.count; id++) {
    const all = { left: rowsAt(left, id), right: rowsAt(right, id) };
    if (all.left.length + all.right.length <= 2 || all.left.length * all.right.length === 0) continue;
    const own = { left: free('left', all.left), right: free('right', all.right) };
    const size = own.left.length * own.right.length;
    if (size === 0 || size > MOST_PAIRS) continue;
    waiting.push(own);
    pairs += size;
    if (pairs < BATCH) continue;
    yield* bindAll(waiting, pairs, shared, links, agreement);
    yield { what: 'links', done: id, total: shared.count };
    waiting = [];
    pairs = 0;
  }
  if (pairs > 0) yield* bindAll(waiting, pairs, shared, links, agreement);
}

function* bindAll(
  contests: readonly Contest[],
  total: number,
  shared: SharedKeys,
  links: Standing,
  agreement: Agreement,
): Steps<void> {
  const pairs = onBoth(() => new Int32Array(total));
  const keys = new Uint8Array(total);
  let at = 0;
  for (const { left: lefts, right: rights } of contests) {
    const mask = shared.keys(lefts[0]!);
    for (const left of lefts) {
      for (const right of rights) {
        pairs.left[at] = left;
        pairs.right[at] = right;
        keys[at++] = mask;
      }
    }
  }
  const equal = yield* agreement(pairs, keys);
  let from = 0;
  for (const { left, right } of contests) {
    const to = from + left.length * right.length;
    bindOne(pairs, equal, from, to, links);
    from = to;
  }
}

/** The pairs `from … to` stand by left, then right row: those that agree most bind first. */
function bindOne(
  pairs: Both<Int32Array>,
  equal: Uint16Array,
  from: number,
  to: number,
  links: Standing,
): void {
  const { partner, by, forbidden } = links;
  let most = 0;
  for (let pair = from; pair < to; pair++) most = Math.max(most, equal[pair]!);
  for (let fields = most; fields > 0; fields--) {
    for (let pair = from; pair < to; pair++) {
      if (equal[pair] !== fields) continue;
      const left = pairs.left[pair]!;
      const right = pairs.right[pair]!;
      if (partner.left[left] !== UNBOUND || partner.right[right] !== UNBOUND) continue;
      if (forbidden.right.get(right)?.includes(left) === true) continue;
      partner.left[left] = right;
      partner.right[right] = left;
      by.left[left] = BY.key;
      by.right[right] = BY.key;
    }
  }
}
