import { entryOf, hasEntry } from '../../merge/history.ts';
import { cellText } from '../../columns/cell.ts';
import { STATE } from '../../merge/state.ts';
import type { DecidingRule } from '../../merge/verdict.ts';
import type { ConflictRule, FieldMapping, ObjectSync } from '../../model/design.ts';
import { salesforceFlow } from '../../model/salesforce-rule.ts';
import type { DecidedBy, FieldWrite } from '../../model/line.ts';
import { SIDES, onBoth, type Both, type Side } from '../../model/side.ts';
import type { StagePart } from '../../model/stages.ts';
import type { PlanReader } from './plan-reader.ts';
import { pairCount, subjectRows, verdictOn } from '../sync-plan.ts';

/** One enabled mapping of one subject, with all a person needs to judge it. */
export interface MappingRow {
  readonly left: string;
  readonly right: string;
  /** File texts, `''` where blank and where there is no record. */
  readonly leftValue: string;
  readonly rightValue: string;
  readonly baseline: Both<string> | null;
  /** Sides that moved since the baseline. */
  readonly changed: readonly Side[];
  readonly equal: boolean;
  readonly write: Pick<FieldWrite, 'side' | 'from' | 'to' | 'ref' | 'because'> | null;
  readonly conflict: { readonly decidedBy: DecidedBy | null; readonly winner: Side | null } | null;
  /** The rule of SYNC.md that decided; null where none was asked. */
  readonly rule: DecidingRule | 'CO6' | null;
  /** What the design asks for where both have a value. */
  readonly asked: ConflictRule;
  /** What else than the stage it is of a place that is decided as one (S90): a pipeline, a status; null for every other field. */
  readonly besideStage: Exclude<StagePart, 'stage'> | null;
}

/** The enabled mappings of a subject, in design order. */
export function fieldRows(reader: PlanReader, subject: number): MappingRow[] {
  const { plan } = reader;
  const rows = subjectRows(plan, subject);
  const isPair = subject < pairCount(plan);
  const { outcome, writes, conflicts } = reader.line(subject);
  const isDecided = isPair && outcome !== 'excluded';
  const link = isPair ? plan.matching.prior.baselineOf.left[rows.left]! : -1;
  return plan.mappings.map((on, position): MappingRow => {
    const { left, right } = on.mapping;
    const text = (side: Side): string => (rows[side] < 0 ? '' : cellText(on.cells[side], rows[side]));
    const write = writes.find(({ side, field }) => field !== null && on.fields[side].includes(field));
    const conflict = conflicts.find((each) => each.left === left && each.right === right);
    const state = isPair ? plan.states[position]![subject]! : 0;
    const known = link >= 0 && hasEntry(on, plan.matching.prior, link);
    const entry = (side: Side): string => entryOf(on, plan.matching.prior, link, side);
    return {
      left,
      right,
      leftValue: text('left'),
      rightValue: text('right'),
      baseline: known ? onBoth(entry) : null,
      changed: known ? SIDES.filter((side) => (state & CHANGED[side]) !== 0) : [],
      equal: (state & STATE.equal) !== 0,
      write:
        write === undefined
          ? null
          : {
              side: write.side,
              from: write.from,
              to: write.to,
              ...(write.ref === undefined ? {} : { ref: write.ref }),
              because: write.because,
            },
      conflict: conflict === undefined ? null : { decidedBy: conflict.decidedBy, winner: conflict.winner },
      rule: isDecided ? verdictOn(plan, position, subject).rule : write === undefined ? null : 'CO6',
      asked: askedOf(plan.sync, on.mapping),
      besideStage: on.stage === null || on.stage.part === 'stage' ? null : on.stage.part,
    };
  });
}

/** Two-way asks for the more recent value, as `most-recent` does (SF3). */
const askedOf = (sync: ObjectSync, mapping: FieldMapping): ConflictRule =>
  salesforceFlow(sync, mapping)?.rule === 'two-way' ? 'most-recent' : mapping.conflict;

const CHANGED: Both<number> = { left: STATE.changedLeft, right: STATE.changedRight };
