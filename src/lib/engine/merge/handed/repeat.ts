import { handOverAt } from '../../columns/hand-overs.ts';
import type { PriorLinks } from '../../match/links/prior-links.ts';
import { mayWrite } from '../../model/direction.ts';
import type { HandOver } from '../../model/hand-over.ts';
import type { SalesforceFlow } from '../../model/salesforce-rule.ts';
import { otherSide, type Side } from '../../model/side.ts';
import type { CompiledMapping } from '../compiled.ts';
import type { VerdictList } from '../resolve.ts';
import { RETURNED, RETURNED_CODE, handedTo } from '../returned.ts';
import type { DecidedBy } from '../../model/line.ts';
import { STATE, type Pairs } from '../state.ts';
import { CAME_BACK, KEPT_AS_FORM, NOT_READ_BACK, blankTravels, guarded } from '../verdict.ts';
import type { Rule, Verdict, Write } from '../verdict.ts';

/** Where what came back decides of itself, over what the tables say (BL3c, BL3d, BL5). Changes `out` in place. */
export class Repeater {
  readonly #on: CompiledMapping;
  readonly #prior: PriorLinks;
  readonly #rule: Rule;
  readonly #list: VerdictList;

  constructor(on: CompiledMapping, prior: PriorLinks, rule: Rule, list: VerdictList) {
    this.#on = on;
    this.#prior = prior;
    this.#rule = rule;
    this.#list = list;
  }

  slice(
    returned: Uint8Array,
    states: Uint8Array,
    pairs: Pairs,
    from: number,
    to: number,
    out: Uint8Array,
  ): void {
    for (let pair = from; pair < to; pair++) {
      const bits = returned[pair]!;
      if (bits === 0) continue;
      const verdict = this.#verdict(bits, states[pair]!, pairs.left[pair]!);
      if (verdict !== null) out[pair] = this.#list.position(verdict);
    }
  }

  #verdict(bits: number, state: number, left: number): Verdict | null {
    switch (bits & RETURNED_CODE) {
      case RETURNED.asked:
        return CAME_BACK;
      case RETURNED.waits:
        return KEPT_AS_FORM;
      case RETURNED.unread:
        return NOT_READ_BACK;
      case RETURNED.notTaken:
      case RETURNED.again: {
        const side = handedTo(bits);
        const field = this.#prior.links.sent[side].fields.get(this.#on.mapping[side])!;
        const one = handOverAt(field, this.#prior.baselineOf.left[left]!)!;
        const intoBlank = (state & BLANK[side]) !== 0;
        const clears = (state & BLANK[otherSide(side)]) !== 0;
        const isAgain = (bits & RETURNED_CODE) === RETURNED.again;
        const verdict = repeated(one, side, this.#rule, { intoBlank, clears, isAgain });
        return verdict === null ? null : guarded(state, verdict);
      }
      default:
        return null;
    }
  }
}

const BLANK = { left: STATE.blankLeft, right: STATE.blankRight } as const;

/** What the sides hold now. */
interface Now {
  readonly intoBlank: boolean;
  /** Is it the blank that would be written? */
  readonly clears: boolean;
  /** Did it come back different, to be written again (BL3d)? */
  readonly isAgain: boolean;
}

/** The same under Salesforce's rules: what they still ask for is decided anew, but that nothing which came back goes unlisted (L12). */
function bySalesforce(
  write: Write,
  { rule, side }: SalesforceFlow,
  { intoBlank, isAgain }: Now,
): Verdict | null {
  const winner = otherSide(write.side);
  const won = (decidedBy: DecidedBy): Verdict => ({ kind: 'won', rule: 'BL3', decidedBy, winner, write });
  const { because } = write;
  if (because === 'fill-blank') return intoBlank ? null : won(winner);
  const isChange = because === 'left-changed' || because === 'right-changed';
  if (rule === 'two-way') {
    if (because === 'most-recent') return won('two-way');
    return isChange ? { kind: 'flows', rule: 'BL3', write } : null;
  }
  const isValue = isChange || because === 'winner' || because === 'always' || because === 'most-recent';
  return isValue && isAgain && !intoBlank && winner === side ? won(rule) : null;
}

/**
 * The write that was handed over, once more, as far as the design still asks for it; null where its rules decide anew. What would now
 * overwrite a value that was blank then is a conflict with both values (L12).
 */
function repeated({ because }: HandOver, side: Side, rule: Rule, now: Now): Verdict | null {
  const { intoBlank, clears } = now;
  const winner = otherSide(side);
  if (!mayWrite(rule.direction, side)) return null;
  if (clears && because !== 'cleared' && (because !== 'person' || !blankTravels(rule, winner))) return null;
  const write = { side, because };
  const won = (decidedBy: DecidedBy): Verdict => ({ kind: 'won', rule: 'BL3', decidedBy, winner, write });
  // A constant is written whatever was handed over (FM10).
  if (rule.constant !== null && because !== 'person') return null;
  if (rule.salesforce !== null && because !== 'person') return bySalesforce(write, rule.salesforce, now);
  const onlyBlanks = rule.rule === 'fill-blank';
  switch (because) {
    case 'person':
      return won('person');
    case 'most-recent':
      return rule.rule === 'most-recent' ? won('most-recent') : null;
    case 'winner':
      if (rule.favoured !== winner) return null;
      return rule.rule === 'winner' || rule.rule === 'left' || rule.rule === 'right' ? won(rule.rule) : null;
    case 'fill-blank':
      return intoBlank || onlyBlanks ? null : won(winner);
    case 'left-changed':
    case 'right-changed':
      return onlyBlanks && !intoBlank ? null : { kind: 'flows', rule: 'BL3', write };
    case 'cleared':
      return onlyBlanks || rule.clears !== 'always' ? null : { kind: 'flows', rule: 'BL3', write };
    case 'form':
    case 'create':
    case 'always':
    case 'restore':
    case 'rollback':
    case 'deleted':
      return null;
    default:
      return because satisfies never;
  }
}
