import type { FieldMapping, ObjectSync } from '../../src/lib/engine/model/design.ts';
import { mayWrite, type Direction } from '../../src/lib/engine/model/direction.ts';
import type { DecidedBy } from '../../src/lib/engine/model/line.ts';
import { otherSide, type Both } from '../../src/lib/engine/model/side.ts';
import { salesforceRuleOf, staysBlank } from './plan-salesforce.ts';
import type { Return } from './plan-returns.ts';
import { isBlank } from './values.ts';
import { flow, winnerOf, type Wish } from './wish.ts';

/** BL3: "the same write comes again, with its decision". */
export function repeated(
  sync: ObjectSync,
  mapping: FieldMapping,
  direction: Direction,
  texts: Both<string>,
  { side, handed, what }: Return,
): Wish | null {
  if ((what !== 'not-taken' && what !== 'again') || !mayWrite(direction, side)) return null;
  const source = otherSide(side);
  const { because } = handed;
  // L4: a blank travels as a clear, or because a person says so where clears may.
  const { propagateClears } = sync.blanks;
  const mayClear = because === 'cleared' || (because === 'person' && !staysBlank(sync, mapping, source));
  if (isBlank(texts[source]) && !mayClear) return null;
  const won = (decidedBy: DecidedBy): Wish => ({ source, because, conflict: { decidedBy, winner: source } });
  if (because === 'person') return won('person');
  if (mapping.transform?.kind === 'constant') return null;
  const rule = salesforceRuleOf(sync, mapping);
  if (rule !== null) {
    // What Salesforce's rules ask for they ask for again; only what came back different needs more.
    const intoValue = !isBlank(texts[side]);
    if (because === 'fill-blank') return intoValue ? won(source) : null;
    const isChange = because === 'left-changed' || because === 'right-changed';
    if (rule === 'two-way') {
      if (because === 'most-recent') return won('two-way');
      return isChange ? flow(source, because) : null;
    }
    const isValue = isChange || because === 'winner' || because === 'always' || because === 'most-recent';
    const overwrites = what === 'again' && intoValue && source === sync.salesforce;
    return rule !== undefined && rule !== 'off' && isValue && overwrites ? won(rule) : null;
  }
  if (because === 'most-recent') return mapping.conflict === 'most-recent' ? won('most-recent') : null;
  const intoBlank = isBlank(texts[side]);
  const onlyBlanks = mapping.conflict === 'fill-blank';
  switch (because) {
    case 'winner': {
      const { conflict } = mapping;
      const decides = conflict === 'winner' || conflict === 'left' || conflict === 'right';
      return decides && winnerOf(sync, mapping) === source ? won(conflict) : null;
    }
    // L12: what would now overwrite a value is listed.
    case 'fill-blank':
      return intoBlank || onlyBlanks ? null : won(source);
    case 'left-changed':
    case 'right-changed':
      return onlyBlanks && !intoBlank ? null : flow(source, because);
    case 'cleared':
      return onlyBlanks || propagateClears !== 'always' ? null : flow(source, because);
    default:
      return null;
  }
}
