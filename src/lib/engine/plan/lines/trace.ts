import { linkId } from '../../columns/link-table.ts';
import { textAt } from '../../columns/records.ts';
import { ARCHIVED, UNCLEAR, isAway } from '../../match/links/partners.ts';
import { BY } from '../../model/link-by.ts';
import { hasEntry } from '../../merge/history.ts';
import { cellText } from '../../columns/cell.ts';
import { STATE } from '../../merge/state.ts';
import type { Verdict } from '../../merge/verdict.ts';
import type { Outcome } from '../../model/outcome.ts';
import { REASONS, type Reason, type ReasonGroup } from '../../model/reason.ts';
import { SIDES, otherSide, type Side } from '../../model/side.ts';
import { idList } from './id-list.ts';
import { keyValue } from './key-value.ts';
import type { PlanReader } from './plan-reader.ts';
import { pairCount, subjectRows, verdictOn, type SubjectRows, type SyncPlan } from '../sync-plan.ts';

/** One thing that was tried or decided about a subject, by the id of its rule. The UI owns the words. */
export type TraceStep =
  | {
      readonly rule: string;
      readonly code: 'read';
      readonly side: Side;
      readonly id: string;
      readonly row: number;
    }
  | {
      readonly rule: string;
      readonly code: 'linked-before' | 'linked-by-person' | 'linked-by-id' | 'linked-as-created';
      readonly id: string;
    }
  | { readonly rule: string; readonly code: 'counterpart-missing'; readonly side: Side; readonly id: string }
  | { readonly rule: string; readonly code: 'key-blank'; readonly side: Side; readonly key: number }
  | {
      readonly rule: string;
      readonly code: 'key-tried';
      readonly side: Side;
      readonly key: number;
      /** File texts of the key's fields, and what the normalisers make of them. */
      readonly texts: readonly string[];
      readonly value: string | readonly string[];
      /** Records of the other side with this value. */
      readonly ids: readonly string[];
      readonly more?: number;
      /** Does this key belong to the record's signature? */
      readonly counts: boolean;
    }
  | {
      readonly rule: string;
      readonly code: 'bound-by-key';
      readonly key: number;
      readonly value: string | readonly string[];
    }
  | { readonly rule: string; readonly code: 'set-aside'; readonly reason: Reason }
  | { readonly rule: string; readonly code: 'no-match'; readonly side: Side }
  | { readonly rule: string; readonly code: 'in-scope' }
  | { readonly rule: string; readonly code: 'out-of-scope'; readonly reason: Reason }
  | {
      readonly rule: string;
      readonly code: 'field';
      readonly left: string;
      readonly right: string;
      readonly leftValue: string;
      readonly rightValue: string;
      readonly equal: boolean;
      readonly changed: readonly Side[] | null;
      readonly verdict: Verdict;
    }
  | { readonly rule: string; readonly code: 'refused'; readonly reason: Reason }
  /** Said of it; changes nothing. */
  | { readonly rule: string; readonly code: 'noted'; readonly reason: Reason }
  | { readonly rule: string; readonly code: 'outcome'; readonly outcome: Outcome };

/** Everything tried and decided about a subject, in the order the engine takes it. */
export function traceSubject(reader: PlanReader, subject: number): TraceStep[] {
  const { plan } = reader;
  const rows = subjectRows(plan, subject);
  const { reasons, outcome } = reader.line(subject);
  const steps: TraceStep[] = [];
  for (const side of SIDES) {
    if (rows[side] < 0) continue;
    const records = plan.records[side];
    const id = records.id(rows[side]);
    steps.push({ rule: 'PH3', code: 'read', side, id, row: records.fileRows[rows[side]]! });
  }
  steps.push(...linkSteps(reader, rows, subject < pairCount(plan)));
  const because = (
    group: ReasonGroup,
    code: 'set-aside' | 'out-of-scope' | 'refused' | 'noted',
  ): TraceStep[] =>
    reasons.flatMap((reason): TraceStep[] => {
      const about = REASONS[reason.code];
      return about.group === group ? [{ rule: about.rule, code, reason }] : [];
    });
  steps.push(...because('aside', 'set-aside'));
  const outOfScope = because('scope', 'out-of-scope');
  steps.push(...outOfScope);
  if (outOfScope.length === 0 && outcome !== 'duplicate' && outcome !== 'ambiguous' && outcome !== 'waits') {
    const asked = plan.scope.rules.find(({ pair }) => pair !== 'never');
    steps.push({ rule: asked === undefined ? 'DI1' : REASONS[asked.reason].rule, code: 'in-scope' });
    if (subject < pairCount(plan)) steps.push(...fieldSteps(plan, subject, rows));
  }
  // A parent that is missing and not required refuses nothing (AS6).
  steps.push(...because('refusal', outcome === 'failing' ? 'refused' : 'noted'), ...because('note', 'noted'));
  steps.push({ rule: 'PH9', code: 'outcome', outcome });
  return steps;
}

function linkSteps(reader: PlanReader, rows: SubjectRows, pair: boolean): TraceStep[] {
  const { plan } = reader;
  const { prior, matches } = plan.matching;
  const side: Side = rows.left < 0 ? 'right' : 'left';
  const row = rows[side];
  const steps: TraceStep[] = [];
  if (isAway(matches.partner[side][row]!)) {
    const id = linkId(prior.links, otherSide(side), prior.baselineOf[side][row]!);
    return [{ rule: 'MA5', code: 'counterpart-missing', side, id }];
  }
  // No key is asked for them: what they are is said as a reason.
  if ([ARCHIVED, UNCLEAR].includes(matches.partner[side][row]!)) return [];
  const by = matches.by[side][row]!;
  const standing = {
    [BY.person]: 'linked-by-person',
    [BY.baseline]: 'linked-before',
    [BY.idPair]: 'linked-by-id',
    [BY.created]: 'linked-as-created',
  } as const;
  if (pair && by !== BY.key) {
    const code = standing[by as keyof typeof standing];
    steps.push({ rule: by === BY.created ? 'BL6' : 'MA5', code, id: plan.records.right.id(rows.right) });
    return steps;
  }
  plan.matching.keys.forEach((_, key) => steps.push(keyStep(reader, side, row, key)));
  if (pair) {
    const key = reader.evidence(rows).key ?? 0;
    const rule = isContested(reader, rows, key) ? 'KW10' : 'MA8';
    steps.push({ rule, code: 'bound-by-key', key, value: keyValue(plan, side, key, row) });
  } else if (matches.masks[side][row] === 0) {
    steps.push({ rule: 'PH5', code: 'no-match', side });
  }
  return steps;
}

/** Did agreement have a say: do several records of a side have the key? */
function isContested(reader: PlanReader, rows: SubjectRows, key: number): boolean {
  const { sync, matching } = reader.plan;
  const held = (side: Side): number =>
    reader.groups(key).rows(side, matching.codes[key]!.codes[side][rows[side]]!).length;
  return sync.matching.contested === 'closest' && SIDES.some((side) => held(side) > 1);
}

function keyStep(reader: PlanReader, side: Side, row: number, key: number): TraceStep {
  const { plan } = reader;
  const code = plan.matching.codes[key]!.codes[side][row]!;
  if (code < 0) return { rule: 'MA11', code: 'key-blank', side, key };
  const other = otherSide(side);
  const hits = reader.groups(key).rows(other, code);
  const ids = [...hits.subarray(0, 20)].map((hit) => plan.records[other].id(hit));
  return {
    rule: 'MA12',
    code: 'key-tried',
    side,
    key,
    texts: plan.matching.keys[key]!.fields.map((field) =>
      textAt(plan.records[side].column(field[side]), row),
    ),
    value: keyValue(plan, side, key, row),
    ...idList(ids, hits.length),
    counts: (plan.matching.matches.masks[side][row]! & (1 << key)) !== 0,
  };
}

function fieldSteps(plan: SyncPlan, pair: number, rows: SubjectRows): TraceStep[] {
  const link = plan.matching.prior.baselineOf.left[rows.left]!;
  return plan.mappings.map((on, position): TraceStep => {
    const state = plan.states[position]![pair]!;
    const verdict = verdictOn(plan, position, pair);
    const known = link >= 0 && hasEntry(on, plan.matching.prior, link);
    const changed = SIDES.filter(
      (side) => (state & (side === 'left' ? STATE.changedLeft : STATE.changedRight)) !== 0,
    );
    return {
      rule: verdict.rule,
      code: 'field',
      left: on.mapping.left,
      right: on.mapping.right,
      leftValue: cellText(on.cells.left, rows.left),
      rightValue: cellText(on.cells.right, rows.right),
      equal: (state & STATE.equal) !== 0,
      changed: known ? changed : null,
      verdict,
    };
  });
}
