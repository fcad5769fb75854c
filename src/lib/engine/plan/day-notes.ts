import { cellText } from '../columns/cell.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import { writeOf } from '../merge/verdict.ts';
import { actBits } from '../model/act.ts';
import { mayWrite } from '../model/direction.ts';
import { noteBit, type Reason } from '../model/reason.ts';
import { SIDES, otherSide, type Side } from '../model/side.ts';
import { isOtherDay } from '../read/other-day.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../run/steps.ts';
import type { LinkedSync } from './link-sync.ts';
import { firstLone, pairCount, verdictOn, type SubjectRows, type SyncPlan } from './sync-plan.ts';

/** FM8, TZ1: marks the subjects of which a moment is written as another day than it has at its source (S120). */
export function* noteDays(plan: LinkedSync, acts: Uint8Array, notes: Uint32Array): Steps<void> {
  const { mappings, verdicts, verdictList, pairs, lone } = plan;
  const bit = noteBit('other-day');
  for (const [position, on] of mappings.entries()) {
    for (const side of SIDES) {
      if (!takesDays(on, side)) continue;
      const source = otherSide(side);
      const writes = verdictList.map((verdict) => writeOf(verdict)?.side === side);
      const own = verdicts[position]!;
      yield* inSlices(
        'judge',
        own.length,
        (from, to) => {
          for (let pair = from; pair < to; pair++) {
            if (acts[pair] === 0 || !writes[own[pair]!]!) continue;
            if (isMoved(on, side, pairs[source][pair]!)) notes[pair]! |= bit;
          }
        },
        TEXT_SLICE,
      );
      const rows = lone[source];
      const first = firstLone(plan, source);
      const create = actBits(side, 'create');
      yield* inSlices(
        'judge',
        rows.length,
        (from, to) => {
          for (let at = from; at < to; at++)
            if (acts[first + at] === create && isMoved(on, side, rows[at]!)) notes[first + at]! |= bit;
        },
        TEXT_SLICE,
      );
    }
  }
}

/** May moments be written there as days? What a transform makes is as the design has it. */
const takesDays = (on: CompiledMapping, side: Side): boolean =>
  on.defs[side]?.type === 'date' &&
  on.stage === null &&
  on.transform === null &&
  mayWrite(on.direction, side);

/** `row`: of the other side. */
const isMoved = (on: CompiledMapping, side: Side, row: number): boolean =>
  isOtherDay(cellText(on.cells[otherSide(side)], row), on.own[otherSide(side)], on.own[side]);

/** The same of one subject, field by field, with the moment as it stands at its source. */
export function dayReasons(plan: SyncPlan, bits: number, subject: number, rows: SubjectRows): Reason[] {
  if ((bits & noteBit('other-day')) === 0) return [];
  return plan.mappings.flatMap((on, position): Reason[] => {
    const side = writtenSide(plan, position, subject, rows);
    if (side === null || !takesDays(on, side)) return [];
    const source = otherSide(side);
    if (!isMoved(on, side, rows[source])) return [];
    const value = cellText(on.cells[source], rows[source]);
    return [{ code: 'other-day', side, field: on.mapping[side], value }];
  });
}

function writtenSide(plan: SyncPlan, position: number, subject: number, rows: SubjectRows): Side | null {
  if (subject < pairCount(plan)) return writeOf(verdictOn(plan, position, subject))?.side ?? null;
  return rows.left < 0 ? 'left' : 'right';
}
