import type { Records } from '../columns/records.ts';
import type { Choices, ConflictChoice } from '../model/choices.ts';
import type { ObjectSync } from '../model/design.ts';
import { otherSide, type Both, type Side } from '../model/side.ts';
import type { CompiledMapping } from './compiled.ts';
import { ruleOfMapping, type VerdictList } from './resolve.ts';
import type { StageResolver } from './stage-resolver.ts';
import { cellText } from '../columns/cell.ts';
import { isBlank } from '../model/column.ts';
import { NO_STAGE } from '../read/stage-table.ts';
import { type Pairs } from './state.ts';
import { RETURNED, RETURNED_CODE, handedTo } from './returned.ts';
import { ACCEPTED, blankTravels, byPerson, conflictOf, type Verdict } from './verdict.ts';
import type { Direction } from '../model/direction.ts';

/** Where a choice finds the pair it is about: its position among the pairs, or -1. */
export type PairOf = (left: number, right: number) => number;

/**
 * A person's choices on listed conflicts (FORMATS.md, Choices; S26); what is held is written nowhere here (S480). Changes the verdicts in place and gives how many choices
 * apply to nothing or ask for what the direction forbids.
 */
export function applyChoices(
  choices: Choices,
  sync: ObjectSync,
  records: Both<Records>,
  mappings: readonly CompiledMapping[],
  on: {
    readonly pairs: Pairs;
    readonly pairOf: PairOf;
    readonly verdicts: readonly Uint8Array[];
    readonly returned: readonly (Uint8Array | null)[];
    /** Of a sync with a stage map: a choice on a part of a place is one on the place (S90). */
    readonly place: StageResolver | null;
  },
  list: VerdictList,
): number {
  let voids = 0;
  for (const choice of choices.choices) {
    if (choice.sync !== sync.id) continue;
    const left = records.left.rowOf(choice.left);
    const right = records.right.rowOf(choice.right);
    const pair = left < 0 || right < 0 ? -1 : on.pairOf(left, right);
    let applied = false;
    mappings.forEach((mapping, position) => {
      if (pair < 0 || (choice.field !== null && choice.field !== mapping.mapping.left)) return;
      const { take } = choice;
      const verdicts = on.verdicts[position]!;
      if (take !== 'hold' && conflictOf(list.all[verdicts[pair]!]!) === null) return;
      const texts = { left: cellText(mapping.cells.left, left), right: cellText(mapping.cells.right, right) };
      if (choice.on !== null && (texts.left !== choice.on[0] || texts.right !== choice.on[1])) return;
      if (take === 'hold') {
        applied = true;
        return;
      }
      const rule = ruleOfMapping(sync, mapping);
      const stays = (side: Side): boolean =>
        !blankTravels(rule, side) && saysNothing(mapping, side, side === 'left' ? left : right);
      const verdict = chosen(take, on.returned[position]?.[pair] ?? 0, mapping.direction, stays);
      if (verdict === null) return;
      if (mapping.stage === null) verdicts[pair] = list.position(verdict);
      else on.place?.assign(pair, verdict);
      if (conflictOf(verdict)?.decidedBy === 'person') applied = true;
    });
    if (!applied) voids++;
  }
  return voids;
}

/** Of a place that is said by its stage. */
const saysNothing = ({ stage, values }: CompiledMapping, side: Side, row: number): boolean =>
  stage === null ? isBlank(values[side], row) : stage.rows.pairOf[side][row] === NO_STAGE;

/**
 * Null for `accept` and `again` where nothing came back different (BL3d). `stays`: is a side's value a blank that never travels?
 * Then taking it lets both stand, and what came back (S77).
 */
function chosen(
  take: Exclude<ConflictChoice['take'], 'hold'>,
  returned: number,
  direction: Direction,
  stays: (side: Side) => boolean,
): Verdict | null {
  const isAsked = (returned & RETURNED_CODE) === RETURNED.asked;
  if ((take === 'accept' || take === 'again') && !isAsked) return null;
  if (take === 'accept') return ACCEPTED;
  const from = take === 'again' ? otherSide(handedTo(returned)) : take;
  if (from === 'none' || !stays(from)) return byPerson(from, direction);
  return isAsked ? ACCEPTED : byPerson('none', direction);
}
