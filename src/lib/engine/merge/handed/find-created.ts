import { KIND, type Matches } from '../../match/links/matches.ts';
import { UNBOUND } from '../../match/links/partners.ts';
import type { OpenCreate, PriorLinks } from '../../match/links/prior-links.ts';
import { BY } from '../../model/link-by.ts';
import { SIDES, onBoth, otherSide, type Both, type Side } from '../../model/side.ts';
import { TUPLE_SLICE, inSlices, type Steps } from '../../run/steps.ts';
import type { Tools } from '../../tools.ts';
import type { CompiledMapping } from '../compiled.ts';
import { TextFinder, handedFields, handedTexts, type HandedField } from './handed-texts.ts';
import { groupCreates, type CreateGroup } from './group-creates.ts';
import { SharedTexts } from './shared-texts.ts';

/** What became of the creates that were handed over (BL6). */
export interface Created {
  readonly matches: Matches;
  readonly prior: PriorLinks;
  /** Records whose texts fit, but not one to one, with those of the other side they could be: by row. */
  readonly ambiguous: Both<ReadonlyMap<number, readonly OpenRef[]>>;
  /** Creates without a counterpart, by the side they were handed over to; by source row, those whose source is missing last. */
  readonly waiting: Both<readonly OpenCreate[]>;
  /** The same by source row, on the source's side. */
  readonly waits: Both<ReadonlyMap<number, OpenCreate>>;
  /** Creates the app refused, by source row, on the source's side: there is no such record (BL7). */
  readonly refused: Both<ReadonlyMap<number, OpenCreate>>;
  /** How many of them have no counterpart otherwise, missing sources included. */
  readonly refusedCount: number;
  /** By side: 1 for unlinked records that are new since creates were handed over to it; null where none waits for it. */
  readonly fresh: Both<Uint8Array | null>;
  /** Their rows. */
  readonly freshRows: Both<readonly number[]>;
  /** By the side creates were handed over to. */
  readonly shared: Both<SharedTexts>;
  /** Those that have a counterpart now, by the side they were handed over to. */
  readonly found: Both<number>;
}

/** The other record of something ambiguous: a row, or, where that is not in the file, the open create. */
export type OpenRef = { readonly row: number } | { readonly missing: OpenCreate };

/** Looks for the counterparts of creates that were handed over; null where none was. */
export function* findCreated(
  { matches, prior }: Pick<Created, 'matches' | 'prior'>,
  mappings: readonly CompiledMapping[],
  tools: Tools,
): Steps<Created | null> {
  if (prior.open.length === 0) return null;
  const found: Finding = {
    matches: {
      ...matches,
      partner: onBoth((side) => matches.partner[side].slice()),
      by: onBoth((side) => matches.by[side].slice()),
      kind: onBoth((side) => matches.kind[side].slice()),
    },
    prior: { ...prior, baselineOf: onBoth((side) => prior.baselineOf[side].slice()) },
    ambiguous: { left: new Map(), right: new Map() },
    sources: { left: new Set(), right: new Set() },
  };
  const pending: OpenCreate[] = [];
  yield* each(prior.open, (one) => {
    if (one.answer === 'refused') return;
    if (one.row >= 0) found.sources[one.source].add(one.row);
    if (!isFound(found, one)) pending.push(one);
  });
  const fields: Record<Side, HandedField[]> = { left: [], right: [] };
  for (const side of SIDES) {
    const own = pending.filter(({ source }) => source !== side);
    if (own.length === 0) continue;
    fields[side] = yield* handedFields(prior.links, mappings, side, tools);
    yield* findByTexts(found, own, side, fields[side]);
  }
  const refused = onBoth(() => new Map<number, OpenCreate>());
  const waiting = onBoth((): OpenCreate[] => []);
  const counts = { refused: 0, found: { left: 0, right: 0 } };
  yield* each(prior.open, (one) => {
    const { source, row, answer } = one;
    const to = otherSide(source);
    if (isFound(found, one)) {
      if (answer === 'refused') return;
      settle(found, one);
      counts.found[to]++;
    } else if (answer !== 'refused') waiting[to].push(one);
    else {
      counts.refused++;
      if (row >= 0) refused[source].set(row, one);
    }
  });
  const waits = onBoth(() => new Map<number, OpenCreate>());
  for (const side of SIDES) {
    inReadingOrder(waiting[side]);
    yield* each(waiting[side], (one) => {
      if (one.row >= 0) waits[one.source].set(one.row, one);
    });
  }
  const fresh: Record<Side, Uint8Array | null> = { left: null, right: null };
  const freshRows: Record<Side, number[]> = { left: [], right: [] };
  for (const side of SIDES) {
    if (waiting[side].length === 0) continue;
    const rows = (freshRows[side] = yield* newRows(found, side));
    const marks = (fresh[side] = new Uint8Array(found.matches.partner[side].length));
    for (const row of rows) marks[row] = 1;
  }
  return {
    matches: found.matches,
    prior: found.prior,
    ambiguous: found.ambiguous,
    waiting,
    waits,
    refused,
    refusedCount: counts.refused,
    fresh,
    freshRows,
    shared: onBoth(
      (side) =>
        new SharedTexts({
          side,
          links: prior.links,
          fields: fields[side],
          rows: freshRows[side],
          waiting: waiting[side],
        }),
    ),
    found: counts.found,
  };
}

interface Finding {
  readonly matches: Matches;
  readonly prior: PriorLinks;
  readonly ambiguous: Both<Map<number, OpenRef[]>>;
  /** Records that were handed over themselves. */
  readonly sources: Both<Set<number>>;
}

/** Visits all of them, some between two steps. */
function* each(all: readonly OpenCreate[], visit: (one: OpenCreate) => void): Steps<void> {
  const slice = (from: number, to: number): void => {
    for (let at = from; at < to; at++) visit(all[at]!);
  };
  yield* inSlices('links', all.length, slice, TUPLE_SLICE);
}

const isFound = ({ matches }: Finding, { source, row }: OpenCreate): boolean =>
  row >= 0 && matches.partner[source][row]! >= 0;

const inReadingOrder = (all: OpenCreate[]): OpenCreate[] =>
  all.sort((a, b) => (a.row < 0 ? 1 : 0) - (b.row < 0 ? 1 : 0) || a.row - b.row || a.position - b.position);

/** What was handed over of the create is read as the pair's (BL3); nothing where both records were to be created. */
function settle({ matches, prior, sources }: Finding, { source, row, position }: OpenCreate): void {
  const far = otherSide(source);
  const partner = matches.partner[source][row]!;
  if (sources[far].has(partner)) return;
  prior.baselineOf[source][row] = position;
  prior.baselineOf[far][partner] = position;
}

/** A record no key has a say about. */
const isLoose = ({ matches, ambiguous }: Finding, side: Side, row: number): boolean => {
  const kind = matches.kind[side][row]!;
  return (
    matches.partner[side][row] === UNBOUND &&
    (kind === KIND.free || kind === KIND.noKey) &&
    !ambiguous[side].has(row)
  );
};

function* findByTexts(
  on: Finding,
  own: readonly OpenCreate[],
  side: Side,
  fields: readonly HandedField[],
): Steps<void> {
  const there = on.prior.there[side]!;
  const candidates: number[] = [];
  yield* inSlices('links', there.length, (from, to) => {
    for (let row = from; row < to; row++)
      if (there[row] === 0 && !on.sources[side].has(row) && isLoose(on, side, row)) candidates.push(row);
  });
  const finder = yield* TextFinder.among(side, candidates, fields);
  const asked: OpenCreate[] = [];
  yield* each(own, (one) => {
    if (one.row < 0 || isLoose(on, one.source, one.row)) asked.push(one);
  });
  for (const group of yield* groupCreates(asked, finder, (create) =>
    handedTexts(on.prior.links, fields, side, create.position),
  )) {
    if (isOneToOne(on, group, side)) linkGroup(on, group, side);
    else markAmbiguous(on, group, side);
  }
}

/** As many as there are creates with these texts, each of which fits each, and at least two texts. */
function isOneToOne(
  { prior }: Finding,
  { creates, rows, isWhole, fewest }: CreateGroup,
  side: Side,
): boolean {
  if (!isWhole || fewest < 2 || creates.length !== rows.length) return false;
  return creates.every(
    ({ row }, i) => row >= 0 && prior.forbidden[side].get(rows[i]!)?.includes(row) !== true,
  );
}

function linkGroup(on: Finding, { creates, rows }: CreateGroup, side: Side): void {
  const { partner, by, kind } = on.matches;
  const far = otherSide(side);
  creates.forEach((create, i) => {
    const row = rows[i]!;
    partner[side][row] = create.row;
    partner[far][create.row] = row;
    by[side][row] = by[far][create.row] = BY.created;
    kind[side][row] = kind[far][create.row] = KIND.bound;
  });
}

function markAmbiguous({ ambiguous }: Finding, { creates, rows }: CreateGroup, side: Side): void {
  const others = rows.map((row) => ({ row }));
  for (const { source, row } of creates) if (row >= 0) ambiguous[source].set(row, others);
  const refs = creates.map((create): OpenRef => (create.row < 0 ? { missing: create } : { row: create.row }));
  for (const row of rows) ambiguous[side].set(row, refs);
}

function* newRows({ matches, prior }: Finding, side: Side): Steps<number[]> {
  const there = prior.there[side]!;
  const rows: number[] = [];
  yield* inSlices('links', there.length, (from, to) => {
    for (let row = from; row < to; row++)
      if (there[row] === 0 && matches.partner[side][row] === UNBOUND) rows.push(row);
  });
  return rows;
}
