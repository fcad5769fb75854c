import { linkId } from '../columns/link-table.ts';
import { ARCHIVED, UNBOUND, UNCLEAR } from '../match/links/partners.ts';
import type { Direction } from '../model/direction.ts';
import { linkBy, type LinkBy } from '../model/link-by.ts';
import { REASONS, type Reason } from '../model/reason.ts';
import { SIDES, otherSide, type Both, type Side } from '../model/side.ts';
import { signatureKeys } from '../plan/duplicate-of.ts';
import { keyValue } from '../plan/lines/key-value.ts';
import type { PlanReader } from '../plan/lines/plan-reader.ts';
import { archivedReason, mergedReason } from '../plan/lines/aside-reasons.ts';
import { scopeReasons } from '../plan/lines/reasons.ts';
import type { SyncPlan } from '../plan/sync-plan.ts';
import { pairExclusion } from '../scope/scope.ts';
import type { Found, KeyCompared } from './compare-keys.ts';

/**
 * One thing that was asked of two records on their way to a link, by the id of its rule, in the order the engine asks (MA14).
 * `stands`: it stands between them; what keeps them out stands between a linked pair and its sync.
 */
export type Standing = { readonly rule: string; readonly stands: boolean } & (
  | { readonly code: 'verdict' }
  | { readonly code: 'free' }
  /** Linked to another; `missing`: whose record is not in this export. */
  | {
      readonly code: 'bound';
      readonly side: Side;
      readonly by: LinkBy;
      readonly id: string;
      readonly missing: boolean;
    }
  /** It is archived, or its own link is unclear since others were merged (S430, S433). */
  | { readonly code: 'gone' | 'unclear'; readonly side: Side; readonly reason: Reason }
  | { readonly code: 'no-keys' }
  /** Positions of the keys both have with one value. */
  | { readonly code: 'shares'; readonly keys: readonly number[] }
  /** A key of the record's signature that finds others, and not this one. */
  | {
      readonly code: 'finds-another';
      readonly side: Side;
      readonly key: number;
      readonly value: string | readonly string[];
      readonly found: Found;
    }
  | { readonly code: 'same-signature' }
  /** Records of a side with this signature that are linked: the first of each side bind, no other. */
  | { readonly code: 'taken'; readonly side: Side; readonly ids: readonly string[] }
  /** A row that was rejected has a key of the record (KW8). */
  | {
      readonly code: 'rejected-row';
      readonly side: Side;
      readonly value: string | readonly string[];
      readonly line: number;
    }
  /** An archived record of the other side has a key of the record (S431). */
  | {
      readonly code: 'archived-key';
      readonly side: Side;
      readonly value: string | readonly string[];
      readonly id: string;
    }
  | { readonly code: 'kept-out'; readonly reason: Reason }
  | { readonly code: 'in-scope' }
  | { readonly code: 'direction'; readonly direction: Direction }
);

/** What was asked of two records that are not linked. */
export function standingsOf(
  reader: PlanReader,
  rows: Both<number>,
  keys: readonly KeyCompared[],
): Standing[] {
  const { plan } = reader;
  const forbidden = plan.matching.prior.forbidden.left.get(rows.left)?.includes(rows.right) === true;
  return [
    { rule: 'S22', code: 'verdict', stands: forbidden },
    ...bound(plan, rows),
    ...byKeys(reader, rows, keys),
    ...absorbedKeys(plan, rows),
    ...scope(plan, rows),
    { rule: 'DI1', code: 'direction', stands: false, direction: plan.sync.direction },
  ];
}

function bound(plan: SyncPlan, rows: Both<number>): Standing[] {
  const found = SIDES.flatMap((side): Standing[] => {
    const { partner, by } = plan.matching.matches;
    const at = partner[side][rows[side]]!;
    if (at === UNBOUND) return [];
    if (at === ARCHIVED) {
      const reason = archivedReason(plan, side, rows[side]);
      return [{ rule: 'DE5', code: 'gone', stands: true, side, reason }];
    }
    if (at === UNCLEAR) {
      const reason = mergedReason(plan, side, rows[side]);
      return [{ rule: 'DE5', code: 'unclear', stands: true, side, reason }];
    }
    const missing = at < UNBOUND;
    const other = otherSide(side);
    const { links, baselineOf } = plan.matching.prior;
    const id = missing ? linkId(links, other, baselineOf[side][rows[side]]!) : plan.records[other].id(at);
    return [
      { rule: 'MA5', code: 'bound', stands: true, side, by: linkBy(by[side][rows[side]]!), id, missing },
    ];
  });
  return found.length > 0 ? found : [{ rule: 'MA5', code: 'free', stands: false }];
}

function byKeys(reader: PlanReader, rows: Both<number>, keys: readonly KeyCompared[]): Standing[] {
  if (keys.length === 0) return [{ rule: 'MA10', code: 'no-keys', stands: true }];
  const shared = keys.filter(({ is }) => is === 'shared').map(({ key }) => key);
  const shares: Standing = {
    rule: shared.length === 0 && keys.every(({ is }) => is === 'blank') ? 'MA11' : 'MA6',
    code: 'shares',
    stands: shared.length === 0,
    keys: shared,
  };
  if (shared.length === 0) return [shares];
  const others = SIDES.flatMap((side) =>
    keys
      .filter(({ is, counts }) => is !== 'shared' && counts[side])
      .map(({ key, finds }): Standing => {
        const value = keyValue(reader.plan, side, key, rows[side]);
        const found = finds[side];
        return { rule: 'MA8', code: 'finds-another', stands: true, side, key, value, found };
      }),
  );
  if (others.length > 0) return [shares, ...others];
  return [shares, { rule: 'MA8', code: 'same-signature', stands: false }, ...taken(reader, rows)];
}

/** MA6, MA8: of all records with one signature the first of each side bind, or those that agree most (KW10). */
function taken(reader: PlanReader, rows: Both<number>): Standing[] {
  const { plan } = reader;
  const { matches, codes } = plan.matching;
  const keys = signatureKeys(plan, 'left', rows.left);
  const [first, ...rest] = keys;
  if (first === undefined) return [];
  return SIDES.flatMap((side): Standing[] => {
    const own = rows[side];
    const held = reader.groups(first).rows(side, codes[first]!.codes[side][own]!);
    const linked = [...held].filter(
      (row) =>
        row !== own &&
        matches.masks[side][row] === matches.masks[side][own] &&
        matches.partner[side][row] !== UNBOUND &&
        rest.every((key) => codes[key]!.codes[side][row] === codes[key]!.codes[side][own]),
    );
    if (linked.length === 0) return [];
    const rule = plan.sync.matching.contested === 'closest' ? 'KW10' : 'MA6';
    const ids = linked.slice(0, 20).map((row) => plan.records[side].id(row));
    return [{ rule, code: 'taken', stands: true, side, ids }];
  });
}

/** KW8, S431: rows nobody could read as records, and archived ones, that hold a key of one of the two. */
const absorbedKeys = (plan: SyncPlan, rows: Both<number>): Standing[] =>
  SIDES.flatMap((side) =>
    plan.scope.rules.flatMap(({ absorbed, reason }): Standing[] => {
      const found = absorbed?.[side].get(rows[side]);
      if (found === undefined) return [];
      const value = keyValue(plan, side, found.key, rows[side]);
      const { rule } = REASONS[reason];
      return 'line' in found
        ? [{ rule, code: 'rejected-row', stands: false, side, value, line: found.line }]
        : [{ rule, code: 'archived-key', stands: false, side, value, id: found.id }];
    }),
  );

/** What would keep the two out of the sync if they were a pair (MA14: it never keeps them from being one). */
function scope(plan: SyncPlan, rows: Both<number>): Standing[] {
  const bits = pairExclusion(plan.scope, rows.left, rows.right);
  const out = scopeReasons(plan, bits, rows).map((reason): Standing => ({
    rule: REASONS[reason.code].rule,
    code: 'kept-out',
    stands: true,
    reason,
  }));
  if (out.length > 0) return out;
  return [{ rule: 'MA14', code: 'in-scope', stands: false }];
}
