import { bindingKey } from '../key-notes.ts';
import { CodeGroups } from '../../match/keys/code-groups.ts';
import { nearByRow } from '../../match/keys/near-codes.ts';
import { hasEntry, entryOf } from '../../merge/history.ts';
import { cellText } from '../../columns/cell.ts';
import type { CompiledMapping } from '../../merge/compiled.ts';
import { awaitsParent } from '../../merge/parent-values.ts';
import { createValues, writtenText } from '../../merge/targets.ts';
import { actOn } from '../../model/act.ts';
import { conflictOf, writeOf } from '../../merge/verdict.ts';
import { OUTCOMES, type Outcome } from '../../model/outcome.ts';
import { linkBy } from '../../model/link-by.ts';
import type { Conflict, FieldWrite, LinkEvidence, PlanLine, RecordRef } from '../../model/line.ts';
import { SIDES, onBoth, otherSide, type Both, type Side } from '../../model/side.ts';
import { keyText, keyValue } from './key-value.ts';
import type { PlanView } from './plan-view.ts';
import { reasonsOf } from './reasons.ts';
import {
  pairCount,
  subjectCount,
  subjectRows,
  verdictOn,
  type Plan,
  type SubjectRows,
  type SyncPlan,
} from '../sync-plan.ts';

/** Reads single subjects of a plan: what a screen or a file shows, computed when asked for. */
export class PlanReader implements PlanView {
  readonly plan: SyncPlan;
  readonly #groups: (CodeGroups | null)[];
  readonly #near: (CodeGroups | null)[];
  readonly #after: (CodeGroups | null)[];

  constructor(plan: SyncPlan) {
    this.plan = plan;
    this.#groups = plan.matching.codes.map(() => null);
    this.#near = plan.near.map(() => null);
    this.#after = plan.matching.codes.map(() => null);
  }

  /** Rows by code of a key as the records are. */
  groups(key: number): CodeGroups {
    return (this.#groups[key] ??= new CodeGroups(this.plan.matching.codes[key]!));
  }

  nearGroups(key: number): CodeGroups {
    return (this.#near[key] ??= new CodeGroups(
      nearByRow(this.plan.matching.codes[key]!, this.plan.near[key]!),
    ));
  }

  groupsAfter(key: number): CodeGroups {
    const { rematch, matching } = this.plan;
    return (this.#after[key] ??= new CodeGroups((rematch ?? matching).codes[key]!));
  }

  outcome(subject: number): Outcome {
    return OUTCOMES[this.plan.outcomes[subject]!]!;
  }

  line(subject: number): PlanLine {
    const { plan } = this;
    const rows = subjectRows(plan, subject);
    const outcome = this.outcome(subject);
    const pair = subject < pairCount(plan);
    const ref = (side: Side): RecordRef | null => {
      const row = rows[side];
      if (row < 0) return null;
      return { id: plan.records[side].id(row), row: plan.records[side].fileRows[row]! };
    };
    return {
      sync: plan.sync.id,
      outcome,
      left: ref('left'),
      right: ref('right'),
      link: pair ? this.evidence(rows) : null,
      writes: this.writes(subject, rows),
      conflicts: pair && outcome !== 'excluded' ? this.#conflicts(subject, rows) : [],
      reasons: reasonsOf(this, subject, rows),
    };
  }

  /** `rows`: of the subject. */
  writes(subject: number, rows: SubjectRows): FieldWrite[] {
    const acts = this.plan.acts[subject]!;
    if (acts === 0) return [];
    const deleted = SIDES.find((side) => actOn(acts, side) === 'delete');
    if (deleted !== undefined)
      return [{ side: deleted, field: null, from: null, to: null, because: 'deleted' }];
    const created = SIDES.find((side) => actOn(acts, side) === 'create');
    return created === undefined ? this.#pairWrites(subject, rows) : this.#createWrites(rows, created);
  }

  #pairWrites(pair: number, rows: SubjectRows): FieldWrite[] {
    const { plan } = this;
    return plan.mappings.flatMap((on, position): FieldWrite[] => {
      const write = writeOf(verdictOn(plan, position, pair));
      if (write === null) return [];
      const { side, because } = write;
      const from = cellText(on.cells[side], rows[side]);
      const to = writtenText(on, side, rows.left, rows.right);
      return [{ side, field: on.mapping[side], from, ...named(on, side, rows, to), because }];
    });
  }

  #createWrites(rows: SubjectRows, target: Side): FieldWrite[] {
    const source = otherSide(target);
    const isRestored = this.plan.matching.prior.restored.rows[source].has(rows[source]);
    return createValues(this.plan.mappings, target, rows[source]).map(({ mapping, to }) => {
      const on = this.plan.mappings[mapping]!;
      const field = on.mapping[target];
      const because = isRestored ? 'restore' : 'create';
      return { side: target, field, from: null, ...named(on, target, rows, to), because };
    });
  }

  #conflicts(pair: number, rows: SubjectRows): Conflict[] {
    const { plan } = this;
    const link = plan.matching.prior.baselineOf.left[rows.left]!;
    return plan.mappings.flatMap((on, position): Conflict[] => {
      const conflict = conflictOf(verdictOn(plan, position, pair));
      if (conflict === null) return [];
      const { left, right } = on.mapping;
      const known = link >= 0 && hasEntry(on, plan.matching.prior, link);
      const baseline: Both<string> | null = known
        ? onBoth((side) => entryOf(on, plan.matching.prior, link, side))
        : null;
      return [
        {
          left,
          right,
          leftValue: cellText(on.cells.left, rows.left),
          rightValue: cellText(on.cells.right, rows.right),
          baseline,
          decidedBy: conflict.decidedBy,
          winner: conflict.winner,
        },
      ];
    });
  }

  /** How a pair came to be linked. */
  evidence({ left, right }: SubjectRows): LinkEvidence {
    const { matching } = this.plan;
    const by = linkBy(matching.matches.by.left[left]!);
    if (by !== 'key') return { by, key: null, value: null, normalizers: [] };
    const key = bindingKey(matching, left, right);
    const normalizers = matching.keys[key]!.fields.filter((field) => {
      const texts = SIDES.map((side) => keyText(this.plan, side, field, side === 'left' ? left : right));
      return texts[0] !== texts[1];
    }).flatMap((field) => field.normalize);
    return { by, key, value: keyValue(this.plan, 'left', key, left), normalizers };
  }
}

/** What is written on a side, or the record whose id it will be (AS1). */
function named(
  on: CompiledMapping,
  side: Side,
  rows: SubjectRows,
  to: string,
): Pick<FieldWrite, 'to' | 'ref'> {
  const source = otherSide(side);
  if (on.parents === null || !awaitsParent(on, source, rows[source])) return { to };
  return { to: null, ref: { sync: on.parents.association.to, side: source, id: to } };
}

/** Every line of a plan, in the fixed order (FORMATS.md, Plan). */
export function* planLines(plan: Plan): Generator<PlanLine, void, void> {
  for (const sync of plan.syncs) {
    const reader = new PlanReader(sync);
    const subjects = subjectCount(sync);
    for (let subject = 0; subject < subjects; subject++) yield reader.line(subject);
  }
}
