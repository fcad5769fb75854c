import { textAt, type Records } from '../../columns/records.ts';
import { isBlank, type Column } from '../../model/column.ts';
import { noLinks } from '../../columns/link-table.ts';
import type { Baseline, CreateAnswer, LinkTable } from '../../model/baseline.ts';
import { namesRecords, type Choices } from '../../model/choices.ts';
import type { ObjectSync } from '../../model/design.ts';
import { BY } from '../../model/link-by.ts';
import { SIDES, onBoth, otherSide, type Both, type Side } from '../../model/side.ts';
import { inSlices, type Steps } from '../../run/steps.ts';
import { linkRows } from './link-rows.ts';
import { followMerges, movedLinks, type UnclearLinks } from './merged-links.ts';
import { ARCHIVED, DELETED, MISSING, UNBOUND } from './partners.ts';
import { AWAY, GONE, type Presence } from './presence.ts';
import { lossesOf, type Complete, type Loss } from './losses.ts';
import { restoreRecords, type Restored } from './restored.ts';

/**
 * The links that stand before any key is looked at: by a person, from the baseline, by id pair, in that rank
 * (MA5, FORMATS.md).
 */
export interface PriorLinks {
  /**
   * Row of the partner, `UNBOUND`, or where the counterpart is not in the file `MISSING`, `DELETED` where that or its app says it was
   * deleted; `ARCHIVED`, `UNCLEAR` of the record itself.
   */
  readonly partner: Both<Int32Array>;
  /** A `BY` number per record of each side. */
  readonly by: Both<Uint8Array>;
  /** The baseline link of a record, by left row where it is there, else by right row; -1 without one. */
  readonly baselineOf: Both<Int32Array>;
  /** Links of this sync. */
  readonly links: LinkTable;
  /** Data rows that were read of either side; null where nothing says so. */
  readonly rows: Both<number> | null;
  /** The mappings there were, as `mappedPair` names them; null where nothing says so (FM13). */
  readonly mapped: ReadonlySet<string> | null;
  /** Creates that were handed over and had no counterpart when last looked for (BL6). */
  readonly open: readonly OpenCreate[];
  /** Unlinked records when the oldest of them towards a side was handed over, by row; 1 for those. */
  readonly there: Both<Uint8Array | null>;
  /** The same as ids, also of those no longer in the file. */
  readonly thereIds: Both<Column | null>;
  /** Links a person undid, or that are one with another since their records were merged: positions in `links`. */
  readonly undone: ReadonlySet<number>;
  /** Pairs that must not bind, right rows by left row and left rows by right row. */
  readonly forbidden: Both<ReadonlyMap<number, readonly number[]>>;
  /** Link verdicts that name a record not in the files. */
  readonly voidVerdicts: number;
  /** What a file lacks; null where its records are known by their rows alone (DE5). */
  readonly losses: Both<Loss | null>;
  /** Is the record of a link deleted, as a complete file or its app says (DE5)? */
  readonly isDeleted: (side: Side, position: number) => boolean;
  readonly restored: Restored;
  /** What the apps say of their records. */
  readonly presence: Both<Presence>;
  /** Links that merges lead to other records: positions in `links`. */
  readonly moved: ReadonlySet<number>;
  readonly unclear: UnclearLinks;
}

export interface OpenCreate {
  /** In `links`. */
  readonly position: number;
  readonly source: Side;
  /** Of the record it is created from; -1 where that is not in the file. */
  readonly row: number;
  readonly answer: CreateAnswer;
}

export function* priorLinks(
  sync: ObjectSync,
  records: Both<Records>,
  baseline: Baseline | null,
  choices: Choices | null,
  complete: Complete,
  presence: Both<Presence>,
): Steps<PriorLinks> {
  const partner = {
    left: new Int32Array(records.left.count).fill(UNBOUND),
    right: new Int32Array(records.right.count).fill(UNBOUND),
  };
  const by = { left: new Uint8Array(records.left.count), right: new Uint8Array(records.right.count) };
  const baselineOf = {
    left: new Int32Array(records.left.count).fill(-1),
    right: new Int32Array(records.right.count).fill(-1),
  };
  const forbidden = { left: new Map<number, number[]>(), right: new Map<number, number[]>() };
  const bind = (left: number, right: number, how: number): void => {
    partner.left[left] = right;
    partner.right[right] = left;
    by.left[left] = how;
    by.right[right] = how;
  };

  for (const side of SIDES) {
    presence[side].gone?.forEach((is, row) => {
      if (is === 1) partner[side][row] = ARCHIVED;
    });
  }

  let voidVerdicts = 0;
  /** Pairs said to be different of which a record is not in the files: their links are undone all the same (S22). */
  const absent = new Set<string>();
  if (choices !== null && namesRecords(choices)) for (const side of SIDES) yield* records[side].index();
  for (const verdict of choices?.links ?? []) {
    if (verdict.sync !== sync.id || verdict.verdict === 'unsure') continue;
    const left = presentRow(records.left, presence.left, verdict.left);
    const right = presentRow(records.right, presence.right, verdict.right);
    if (left < 0 || right < 0) {
      voidVerdicts++;
      if (verdict.verdict === 'different') absent.add(nameOf(records, verdict.left, verdict.right));
    } else if (verdict.verdict === 'same') bind(left, right, BY.person);
    else {
      listAt(forbidden.left, left).push(right);
      listAt(forbidden.right, right).push(left);
    }
  }

  const links = baseline?.links.get(sync.id) ?? noLinks(sync.id);
  const found = yield* linkRows(links, records, presence);
  const { rows } = found;
  const losses = yield* lossesOf(sync, records, links, found, complete);
  const undone = new Set<number>();
  const isDeleted = (side: Side, position: number): boolean =>
    rows[side][position] === GONE ||
    (rows[side][position] === AWAY && losses[side]?.isDeleted(position) === true);
  const awayAs = (side: Side, position: number): number => (isDeleted(side, position) ? DELETED : MISSING);
  const moved = new Set(movedLinks(links, found));
  const isUndone = (position: number): boolean => {
    const left = rows.left[position]!;
    const right = rows.right[position]!;
    const samePair = left >= 0 && right >= 0 && partner.left[left] === right;
    const taken = (left >= 0 && by.left[left] === BY.person) || (right >= 0 && by.right[right] === BY.person);
    const name =
      absent.size > 0 && (left < 0 || right < 0 || moved.has(position))
        ? nameOf(records, textAt(links.ids.left, position), textAt(links.ids.right, position))
        : null;
    if (name !== null && absent.delete(name)) {
      voidVerdicts--;
      return true;
    }
    return (taken && !samePair) || (left >= 0 && forbidden.left.get(left)?.includes(right) === true);
  };
  const standing = (position: number): void => {
    if (isUndone(position)) {
      undone.add(position);
      return;
    }
    if (moved.has(position)) return;
    const left = rows.left[position]!;
    const right = rows.right[position]!;
    if (left >= 0) baselineOf.left[left] = position;
    if (right >= 0) baselineOf.right[right] = position;
    if (left >= 0 && right >= 0 && partner.left[left] === right) return;
    if (left >= 0 && right >= 0) bind(left, right, BY.baseline);
    else if (left >= 0) [partner.left[left], by.left[left]] = [awayAs('right', position), BY.baseline];
    else if (right >= 0) [partner.right[right], by.right[right]] = [awayAs('left', position), BY.baseline];
  };
  const open: OpenCreate[] = [];
  const isOpen = new Uint8Array(links.open.length === 0 ? 0 : links.count);
  yield* inSlices('links', links.open.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const { position, source, answer } = links.open[at]!;
      open.push({ position, source, answer, row: rows[source][position]! });
      isOpen[position] = 1;
    }
  });
  yield* inSlices('links', links.count, (from, to) => {
    for (let position = from; position < to; position++) if (isOpen[position] !== 1) standing(position);
  });
  const unclear = followMerges(
    [...moved].filter((position) => !undone.has(position)),
    found,
    {
      ...{ partner, by, baselineOf, awayAs },
      waiting: onBoth(
        (side) => new Set(open.flatMap(({ source, row }) => (source === side && row >= 0 ? [row] : []))),
      ),
      drop: (position) => undone.add(position),
    },
  );
  const restored = restoreRecords(sync, records, choices, { partner, by, baselineOf, links, open });
  const there: Record<Side, Uint8Array | null> = { left: null, right: null };
  const listed = baseline?.there.get(sync.id);
  for (const side of SIDES) {
    if (open.every(({ source }) => source === side)) continue;
    const known = (there[side] = new Uint8Array(records[side].count));
    for (const row of restored.rows[side].keys()) known[row] = 1;
    if (listed === undefined) continue;
    for (const row of yield* records[side].rowsOf(listed[side])) if (row >= 0) known[row] = 1;
  }

  const pair = sync.matching.idPair;
  if (pair !== null) {
    const own = pair.side;
    const other = otherSide(own);
    const column = records[own].column(pair.field);
    const found = yield* records[other].rowsOf(column);
    yield* inSlices('links', found.length, (from, to) => {
      for (let row = from; row < to; row++) {
        if (partner[own][row] !== UNBOUND || isBlank(column, row)) continue;
        const named = found[row]!;
        if (named < 0 || partner[other][named] !== UNBOUND) continue;
        if (forbidden[own].get(row)?.includes(named) === true) continue;
        if (own === 'left') bind(row, named, BY.idPair);
        else bind(named, row, BY.idPair);
      }
    });
  }
  const thereIds = { left: listed?.left ?? null, right: listed?.right ?? null };
  return {
    partner,
    by,
    baselineOf,
    links,
    rows: baseline?.rows.get(sync.id) ?? null,
    mapped: baseline?.mapped.get(sync.id) ?? null,
    open,
    there,
    thereIds,
    undone,
    forbidden,
    voidVerdicts,
    losses,
    isDeleted,
    restored,
    presence,
    moved,
    unclear,
  };
}

/** The row of an id, or -1; nobody binds what its app says is gone (S430). */
function presentRow(records: Records, { gone }: Presence, id: string): number {
  const row = records.rowOf(id);
  return gone?.[row] === 1 ? -1 : row;
}

const nameOf = (records: Both<Records>, left: string, right: string): string =>
  JSON.stringify([records.left.idForm(left), records.right.idForm(right)]);

function listAt(map: Map<number, number[]>, key: number): number[] {
  let list = map.get(key);
  if (list === undefined) {
    list = [];
    map.set(key, list);
  }
  return list;
}
