import { SIDES, otherSide, type Both, type Side } from '../../model/side.ts';
import { SLICE, TUPLE_SLICE, inSlices, type Steps } from '../../run/steps.ts';
import type { KeyCodes } from '../keys/key-codes.ts';
import { bindByKey } from './bind-by-key.ts';
import { bindClosest, type Agreement } from './bind-closest.ts';
import { BY } from '../../model/link-by.ts';
import { KIND, type Matches, type Standing } from './matches.ts';
import { UNBOUND } from './partners.ts';
import { signatures, type Signatures } from './signatures.ts';
import { TupleTable } from '../keys/tuple-table.ts';

/**
 * MA6–MA8, MA11 over all records: of each signature the first free left and right record bind, then every other record
 * is judged alone (S19, S20). With an agreement those that agree bind before (KW10). The standing links are copied, never changed.
 */
export function* bind(
  keys: readonly KeyCodes[],
  standing: Standing,
  firstKey: boolean,
  agreement: Agreement | null,
): Steps<Matches> {
  const partner = { left: standing.partner.left.slice(), right: standing.partner.right.slice() };
  const by = { left: standing.by.left.slice(), right: standing.by.right.slice() };
  const kind = { left: new Uint8Array(partner.left.length), right: new Uint8Array(partner.right.length) };
  const [only] = keys;
  const links = { partner, by, forbidden: standing.forbidden };
  if (keys.length === 1 && only !== undefined && standing.forbidden.right.size === 0) {
    const shared = { ids: only.codes, count: only.count, keys: () => 1 };
    if (agreement !== null) yield* bindClosest(shared, links, agreement);
    return yield* bindByKey(only, links);
  }
  const signed = yield* signatures(keys, { left: kind.left.length, right: kind.right.length }, firstKey);
  const shared = { ids: signed.ids, count: signed.count, keys: (left: number) => signed.masks.left[left]! };
  if (agreement !== null) yield* bindClosest(shared, links, agreement);
  const groups = yield* bindSignatures(signed, links);
  for (const side of SIDES) yield* judgeHitless(keys, side, partner[side], signed.masks[side], kind[side]);
  yield* judgeUnanswered(keys, partner, signed, groups, kind);
  return { partner, by, kind, masks: signed.masks };
}

/** A signature both sides have: bound ones count too. */
function* bindSignatures({ ids, count }: Signatures, links: Standing): Steps<Both<Uint8Array>> {
  const has = { left: new Uint8Array(count), right: new Uint8Array(count) };
  const first = { left: new Int32Array(count).fill(-1), right: new Int32Array(count).fill(-1) };
  const taken = new Uint8Array(count);
  for (const side of SIDES) {
    for (let row = 0; row < ids[side].length; row++) {
      if (row % SLICE === SLICE - 1) yield { what: 'links', done: row, total: ids[side].length };
      const id = ids[side][row]!;
      if (id < 0) continue;
      has[side][id] = 1;
      if (links.partner[side][row] !== UNBOUND) taken[id] = 1;
      else if (first[side][id]! < 0) first[side][id] = row;
    }
  }
  const link = (left: number, right: number): void => {
    links.partner.left[left] = right;
    links.partner.right[right] = left;
    links.by.left[left] = BY.key;
    links.by.right[right] = BY.key;
  };
  for (let id = 0; id < count; id++) {
    if (id % SLICE === SLICE - 1) yield { what: 'links', done: id, total: count };
    const left = first.left[id]!;
    const right = first.right[id]!;
    if (left < 0 || right < 0 || taken[id] === 1) continue;
    if (links.forbidden.right.size === 0) link(left, right);
    else linkAllowed(ids, id, links, link);
  }
  return has;
}

/** The first right, in reading order, that has a left it may bind to, binds to the first of them (FORMATS.md, Choices). */
function linkAllowed(
  ids: Both<Int32Array>,
  id: number,
  links: Standing,
  link: (left: number, right: number) => void,
): void {
  const free = (side: Side): number[] => {
    const rows: number[] = [];
    ids[side].forEach((own, row) => {
      if (own === id && links.partner[side][row] === UNBOUND) rows.push(row);
    });
    return rows;
  };
  const lefts = free('left');
  for (const right of free('right')) {
    const never = links.forbidden.right.get(right) ?? [];
    const left = lefts.find((row) => !never.includes(row));
    if (left !== undefined) {
      link(left, right);
      return;
    }
  }
}

/** Records that hit nothing: blank keys, the first of their own, or duplicates within their side (MA6, MA11, S20). */
function* judgeHitless(
  keys: readonly KeyCodes[],
  side: Side,
  partner: Int32Array,
  masks: Uint8Array,
  kind: Uint8Array,
): Steps<void> {
  const rows = partner.length;
  /** Per key and code: the first row, or -1 - row where a bound one has it. */
  const firsts: Int32Array[] = [];
  for (const key of keys) {
    const codes = key.codes[side];
    const first = new Int32Array(key.count).fill(rows);
    firsts.push(first);
    yield* inSlices('links', rows, (from, to) => {
      for (let row = from; row < to; row++) {
        const code = codes[row]!;
        if (code < 0) continue;
        if (partner[row] !== UNBOUND) first[code] = -1;
        else if (first[code] === rows) first[code] = row;
      }
    });
  }
  for (let row = 0; row < rows; row++) {
    if (row % SLICE === SLICE - 1) yield { what: 'links', done: row, total: rows };
    if (partner[row] !== UNBOUND || masks[row] !== 0) continue;
    let blank = keys.length > 0;
    let duplicate = false;
    for (let key = 0; key < keys.length; key++) {
      const code = keys[key]!.codes[side][row]!;
      if (code < 0) continue;
      blank = false;
      if (firsts[key]![code]! < row) duplicate = true;
    }
    kind[row] = blank ? KIND.noKey : duplicate ? KIND.duplicate : KIND.free;
  }
}

/**
 * Records that hit but did not bind. Where the other side has their signature they are duplicates; else their
 * candidates decide, larger sets of keys first, since a candidate hits by more keys than the record itself (MA8).
 */
function* judgeUnanswered(
  keys: readonly KeyCodes[],
  partner: Both<Int32Array>,
  { masks, ids }: Signatures,
  has: Both<Uint8Array>,
  kind: Both<Uint8Array>,
): Steps<void> {
  const alone: Both<Set<number>> = { left: new Set(), right: new Set() };
  for (const side of SIDES) {
    const other = has[otherSide(side)];
    for (let row = 0; row < partner[side].length; row++) {
      if (row % SLICE === SLICE - 1) yield { what: 'links', done: row, total: partner[side].length };
      const id = ids[side][row]!;
      if (id < 0 || partner[side][row] !== UNBOUND) continue;
      kind[side][row] = KIND.duplicate;
      if (other[id] === 0) alone[side].add(masks[side][row]!);
    }
  }
  const order = [...new Set([...alone.left, ...alone.right])].sort((a, b) => bits(b) - bits(a) || a - b);
  for (const mask of order) {
    for (const side of SIDES) {
      if (alone[side].has(mask)) yield* judgeMask(keys, mask, side, { partner, masks, ids, has, kind });
    }
  }
}

interface Judging {
  readonly partner: Both<Int32Array>;
  readonly masks: Both<Uint8Array>;
  readonly ids: Both<Int32Array>;
  readonly has: Both<Uint8Array>;
  readonly kind: Both<Uint8Array>;
}

function* judgeMask(keys: readonly KeyCodes[], mask: number, side: Side, on: Judging): Steps<void> {
  const other = otherSide(side);
  const used = keys.filter((_, key) => (mask & (1 << key)) !== 0);
  const tuple: number[] = [];
  const project = (which: Side, row: number): boolean => {
    tuple.length = 0;
    for (const key of used) {
      const code = key.codes[which][row]!;
      if (code < 0) return false;
      tuple.push(code);
    }
    return true;
  };
  const candidates = new TupleTable();
  const ambiguous = new Set<number>();
  for (let row = 0; row < on.partner[other].length; row++) {
    if (row % TUPLE_SLICE === TUPLE_SLICE - 1)
      yield { what: 'links', done: row, total: on.partner[other].length };
    if ((on.masks[other][row]! & mask) !== mask && used.length > 1) continue;
    if (!project(other, row)) continue;
    const found = candidates.code(0, tuple);
    if (on.partner[other][row] === UNBOUND && on.kind[other][row] === KIND.ambiguous) ambiguous.add(found);
  }
  for (let row = 0; row < on.partner[side].length; row++) {
    if (row % TUPLE_SLICE === TUPLE_SLICE - 1)
      yield { what: 'links', done: row, total: on.partner[side].length };
    if (on.masks[side][row] !== mask || on.partner[side][row] !== UNBOUND) continue;
    if (on.has[other][on.ids[side][row]!] === 1) continue;
    const found = project(side, row) ? candidates.find(0, tuple) : -1;
    if (found < 0 || ambiguous.has(found)) on.kind[side][row] = KIND.ambiguous;
  }
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
