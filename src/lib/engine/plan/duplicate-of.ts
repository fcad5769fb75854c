import type { CodeGroups } from '../match/keys/code-groups.ts';
import { UNBOUND } from '../match/links/partners.ts';
import { otherSide, type Side } from '../model/side.ts';
import type { SyncPlan } from './sync-plan.ts';

/** Matching and the groups of its keys: all that tells whom a record duplicates. */
export interface MatchView {
  readonly plan: Pick<SyncPlan, 'matching' | 'sync'>;
  groups(key: number): CodeGroups;
}

/** The row a duplicate is behind, and the key that says so. */
export interface Behind {
  readonly side: Side;
  readonly row: number;
  readonly key: number;
}

/** The record of its own side that a duplicate stands behind; -1 where the record it duplicates is another (AS6). */
export function duplicateOf(view: MatchView, side: Side, row: number): number {
  const keys = signatureKeys(view.plan, side, row);
  const named =
    (keys.length > 0 ? behindCandidate(view, side, row, keys) : null) ?? behindOwnSide(view, side, row);
  if (named !== null) return named.side === side ? named.row : -1;
  const linked = linkedCandidate(view, side, row, keys);
  return linked === undefined
    ? -1
    : Math.max(-1, view.plan.matching.matches.partner[otherSide(side)][linked]!);
}

/** The first of its candidates that is linked, also with a counterpart that is missing (S57). */
export function linkedCandidate(
  view: MatchView,
  side: Side,
  row: number,
  keys: readonly number[],
): number | undefined {
  const partner = view.plan.matching.matches.partner[otherSide(side)];
  return candidatesOf(view, side, row, keys).find((candidate) => partner[candidate] !== UNBOUND);
}

/** The record a person forbade, or the own-side record bound to the first candidate. */
export function behindCandidate(
  view: MatchView,
  side: Side,
  row: number,
  keys: readonly number[],
): Behind | null {
  const { matching } = view.plan;
  const other = otherSide(side);
  const candidates = candidatesOf(view, side, row, keys);
  const never = matching.prior.forbidden[side].get(row);
  const forbidden = candidates.find((candidate) => never?.includes(candidate) === true);
  if (forbidden !== undefined) return { side: other, row: forbidden, key: keys[0]! };
  const { partner: partners } = matching.matches;
  // By agreement the first candidate need not be a bound one (KW10).
  const bound =
    view.plan.sync.matching.contested === 'first'
      ? candidates[0]!
      : (candidates.find((candidate) => partners[other][candidate]! >= 0) ?? candidates[0]!);
  const partner = partners[other][bound]!;
  return partner >= 0 ? { side, row: partner, key: keys[0]! } : null;
}

/** The earliest own-side record that shares a key. */
export function behindOwnSide(view: MatchView, side: Side, row: number): Behind | null {
  let first: Behind | null = null;
  view.plan.matching.codes.forEach((codes, key) => {
    const code = codes.codes[side][row]!;
    if (code < 0) return;
    for (const own of view.groups(key).rows(side, code)) {
      if (own === row) continue;
      if (first === null || own < first.row) first = { side, row: own, key };
      return;
    }
  });
  return first;
}

/** Rows of the other side that it hits by every key of its signature, in reading order (MA8). */
export function candidatesOf(view: MatchView, side: Side, row: number, keys: readonly number[]): number[] {
  const { codes } = view.plan.matching;
  const other = otherSide(side);
  const [first, ...rest] = keys;
  if (first === undefined) return [];
  const hits = view.groups(first).rows(other, codes[first]!.codes[side][row]!);
  return [...hits].filter((hit) =>
    rest.every((key) => codes[key]!.codes[other][hit] === codes[key]!.codes[side][row]),
  );
}

/** Positions of the keys in a record's signature. */
export function signatureKeys({ matching }: MatchView['plan'], side: Side, row: number): number[] {
  const mask = matching.matches.masks[side][row]!;
  return matching.codes.map((_, key) => key).filter((key) => (mask & (1 << key)) !== 0);
}
