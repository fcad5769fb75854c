import { ofFields, type FieldWrite, type PlanLine } from '../../model/line.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Side } from '../../model/side.ts';

/** A subject whose outcome or writes differ; an outcome is null where a plan has no such subject. */
export interface SubjectDelta {
  readonly sync: string;
  readonly left: string | null;
  readonly right: string | null;
  readonly from: Outcome | null;
  readonly to: Outcome | null;
  readonly fields: readonly FieldDelta[];
}

/** What a plan would write on a field, before and after; null where it writes nothing there. */
export interface FieldDelta {
  readonly side: Side;
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** How many subjects went from one outcome to another (null: not a subject of that plan), also the unchanged ones. */
export interface OutcomeMove {
  readonly from: Outcome | null;
  readonly to: Outcome | null;
  readonly count: number;
}

/**
 * Compares two plans line by line: give it all lines of the former, of which it holds a key, the outcome and the writes, then those
 * of the later one, which it does not hold, then ask for the rest. A subject is its sync and ids; a record that gains a partner is
 * another subject.
 */
export class PlanDiff {
  readonly #former = new Map<string, Former>();
  readonly #moves = new Map<string, OutcomeMove>();

  addFormer(line: PlanLine): void {
    this.#former.set(keyOf(line), {
      outcome: line.outcome,
      writes: line.writes.length === 0 ? NONE : line.writes,
    });
  }

  /** The delta of a line of the later plan, null where nothing differs. */
  addLater(line: PlanLine): SubjectDelta | null {
    const key = keyOf(line);
    const former = this.#former.get(key);
    this.#former.delete(key);
    this.#count(former?.outcome ?? null, line.outcome);
    const fields = fieldDeltas(former?.writes ?? NONE, line.writes);
    if (former?.outcome === line.outcome && fields.length === 0) return null;
    return {
      sync: line.sync,
      left: line.left?.id ?? null,
      right: line.right?.id ?? null,
      from: former?.outcome ?? null,
      to: line.outcome,
      fields,
    };
  }

  /** The subjects only the former plan has, in its order. */
  *rest(): Generator<SubjectDelta> {
    for (const [key, { outcome, writes }] of this.#former) {
      this.#count(outcome, null);
      const [sync, left, right] = JSON.parse(key) as [string, string | null, string | null];
      yield { sync, left, right, from: outcome, to: null, fields: fieldDeltas(writes, NONE) };
    }
    this.#former.clear();
  }

  moves(): readonly OutcomeMove[] {
    return [...this.#moves.values()].sort((a, b) => b.count - a.count);
  }

  #count(from: Outcome | null, to: Outcome | null): void {
    const key = `${String(from)} ${String(to)}`;
    this.#moves.set(key, { from, to, count: (this.#moves.get(key)?.count ?? 0) + 1 });
  }
}

interface Former {
  readonly outcome: Outcome;
  readonly writes: readonly FieldWrite[];
}

const NONE: readonly FieldWrite[] = [];

const keyOf = (line: PlanLine): string =>
  JSON.stringify([line.sync, line.left?.id ?? null, line.right?.id ?? null]);

/** In the order of the later plan's writes, then those only the former has. */
function fieldDeltas(formerly: readonly FieldWrite[], now: readonly FieldWrite[]): FieldDelta[] {
  const [former, later] = [ofFields(formerly), ofFields(now)];
  if (former.length === 0 && later.length === 0) return [];
  const deltas: FieldDelta[] = [];
  const before = new Map(former.map((write) => [`${write.side} ${write.field}`, write]));
  for (const write of later) {
    const key = `${write.side} ${write.field}`;
    const old = before.get(key);
    before.delete(key);
    if (old !== undefined && sameWrite(old, write)) continue;
    deltas.push({ side: write.side, field: write.field, from: old?.to ?? null, to: write.to });
  }
  for (const write of before.values()) {
    deltas.push({ side: write.side, field: write.field, from: write.to, to: null });
  }
  return deltas;
}

const sameWrite = (a: FieldWrite, b: FieldWrite): boolean =>
  a.from === b.from && a.to === b.to && a.because === b.because;
