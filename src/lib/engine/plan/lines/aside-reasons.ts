import { linkId } from '../../columns/link-table.ts';
import { UNBOUND } from '../../match/links/prior-links.ts';
import type { Reason } from '../../model/reason.ts';
import { otherSide, type Side } from '../../model/side.ts';
import { idList } from './id-list.ts';
import { keyValue } from './key-value.ts';
import type { PlanView } from './plan-view.ts';
import type { SyncPlan } from '../sync-plan.ts';

/** The linked counterpart that is in no file. */
export function missingReason(plan: SyncPlan, side: Side, row: number): Reason {
  return { code: 'not-in-this-export', side, ids: [missingId(plan, side, row)] };
}

function missingId({ matching }: SyncPlan, side: Side, row: number): string {
  const { links, baselineOf } = matching.prior;
  return linkId(links, otherSide(side), baselineOf[side][row]!);
}

/** Its candidates, else those it hits by any key of its signature (S44). */
export function ambiguousReason(reader: PlanView, side: Side, row: number): Reason {
  const { plan } = reader;
  const keys = signatureKeys(plan, side, row);
  const other = otherSide(side);
  const hits = new Set(candidatesOf(reader, side, row, keys));
  if (hits.size === 0) {
    for (const key of keys) {
      const code = plan.matching.codes[key]!.codes[side][row]!;
      for (const hit of reader.groups(key).rows(other, code)) hits.add(hit);
    }
  }
  const ids = [...hits].sort((a, b) => a - b).map((hit) => plan.records[other].id(hit));
  return { code: 'ambiguous-match', side, value: keyValue(plan, side, keys[0]!, row), ...idList(ids) };
}

/** The record it duplicates: see FORMATS.md, Reason codes. */
export function duplicateReason(reader: PlanView, side: Side, row: number): Reason {
  const { plan } = reader;
  const keys = signatureKeys(plan, side, row);
  const named = keys.length > 0 ? namedByCandidate(reader, side, row, keys) : null;
  const { id, key } = named ?? namedByOwnSide(reader, side, row, keys[0]);
  return { code: 'duplicate-key', side, value: keyValue(plan, side, keys[0] ?? key, row), ids: [id] };
}

/** The record a person forbade, or the own-side record bound to the first candidate. */
function namedByCandidate(
  reader: PlanView,
  side: Side,
  row: number,
  keys: readonly number[],
): { id: string; key: number } | null {
  const { plan } = reader;
  const other = otherSide(side);
  const candidates = candidatesOf(reader, side, row, keys);
  const never = plan.matching.prior.forbidden[side].get(row);
  const forbidden = candidates.find((candidate) => never?.includes(candidate) === true);
  if (forbidden !== undefined) return { id: plan.records[other].id(forbidden), key: keys[0]! };
  const { partner: partners } = plan.matching.matches;
  // By agreement the first candidate need not be a bound one (KW10).
  const bound =
    plan.sync.matching.contested === 'first'
      ? candidates[0]!
      : (candidates.find((candidate) => partners[other][candidate]! >= 0) ?? candidates[0]!);
  const partner = partners[other][bound]!;
  return partner >= 0 ? { id: plan.records[side].id(partner), key: keys[0]! } : null;
}

/** The earliest own-side record that shares a key, else the missing counterpart of the link it runs into. */
function namedByOwnSide(
  reader: PlanView,
  side: Side,
  row: number,
  preferred: number | undefined,
): { id: string; key: number } {
  const { plan } = reader;
  let first = -1;
  let by = -1;
  plan.matching.codes.forEach((codes, key) => {
    const code = codes.codes[side][row]!;
    if (code < 0) return;
    for (const own of reader.groups(key).rows(side, code)) {
      if (own === row) continue;
      if (first < 0 || own < first) {
        first = own;
        by = key;
      }
      return;
    }
  });
  if (first >= 0) return { id: plan.records[side].id(first), key: by };
  return { id: namedByLink(reader, side, row, preferred), key: preferred ?? 0 };
}

/** Of the first linked candidate the counterpart, also a missing one; where none is linked (`first-key`) the candidate. */
function namedByLink(reader: PlanView, side: Side, row: number, key: number | undefined): string {
  const { plan } = reader;
  const other = otherSide(side);
  const partner = plan.matching.matches.partner[other];
  const candidates = key === undefined ? [] : candidatesOf(reader, side, row, signatureKeys(plan, side, row));
  const linked = candidates.find((candidate) => partner[candidate] !== UNBOUND);
  if (linked !== undefined) {
    const counterpart = partner[linked]!;
    return counterpart >= 0 ? plan.records[side].id(counterpart) : missingId(plan, other, linked);
  }
  const [first] = candidates;
  if (first === undefined) throw new Error('a duplicate without a record it duplicates');
  return plan.records[other].id(first);
}

/** Rows of the other side that it hits by every key of its signature, in reading order (MA8). */
function candidatesOf(reader: PlanView, side: Side, row: number, keys: readonly number[]): number[] {
  const { codes } = reader.plan.matching;
  const other = otherSide(side);
  const [first, ...rest] = keys;
  if (first === undefined) return [];
  const hits = reader.groups(first).rows(other, codes[first]!.codes[side][row]!);
  return [...hits].filter((hit) =>
    rest.every((key) => codes[key]!.codes[other][hit] === codes[key]!.codes[side][row]),
  );
}

/** Positions of the keys in a record's signature. */
export function signatureKeys({ matching }: SyncPlan, side: Side, row: number): number[] {
  const mask = matching.matches.masks[side][row]!;
  return matching.codes.map((_, key) => key).filter((key) => (mask & (1 << key)) !== 0);
}
