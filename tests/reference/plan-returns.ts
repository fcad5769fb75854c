import type { HandOver } from '../../src/lib/engine/model/hand-over.ts';
import type { FieldMapping } from '../../src/lib/engine/model/design.ts';
import type { Both, Side } from '../../src/lib/engine/model/side.ts';
import { otherSide, SIDES } from '../../src/lib/engine/model/side.ts';
import type { Pair } from './plan-links.ts';
import { shown } from './world.ts';

/** BL3: what was read of a field that was handed over. */
export type What =
  | 'taken'
  | 'own-form'
  | 'not-taken'
  | 'overtaken'
  | 'late'
  | 'asked'
  | 'accepted'
  | 'travels'
  | 'again'
  | 'anew'
  | 'waits'
  | 'unread'
  | 'put-back'
  | 'level';

export interface Return {
  readonly side: Side;
  readonly handed: HandOver;
  /** The other side's text when it was handed over. */
  readonly other: string;
  readonly what: What;
}

/** Tests a side's text against an earlier one of the same field. */
export type SameOn = (side: Side, one: string, other: string) => boolean;

/** BL3, in its order. */
export function readBack(
  mapping: FieldMapping,
  pair: Pair,
  texts: Both<string>,
  equal: boolean,
  same: SameOn,
  form: SameOn,
  constantOf: Side | null,
): Return | null {
  // S124: what a constant stands against may be another mapping's.
  const owned = SIDES.filter((one) => one !== constantOf);
  const side = owned.find((one) => pair.entry?.sent?.[one]?.[mapping[one]] !== undefined);
  const handed = side === undefined ? undefined : pair.entry?.sent?.[side]?.[mapping[side]];
  if (side === undefined || handed === undefined) return null;
  const far = otherSide(side);
  const other = handed.other ?? pair.entry?.values[far][mapping[far]] ?? '';
  const [v, u] = [shown(texts[side]), shown(texts[far])];
  const is = (what: What): Return => ({ side, handed, other, what });
  // BL5: "A `form` hand-over stays while its side reads `from` and the other `other`".
  const mayStay = v === handed.from || !handed.missed;
  if (handed.because === 'form' && equal && v !== handed.to && u === other && mayStay) return is('waits');
  if (same(side, handed.to, v)) return is('taken');
  if (form(side, handed.to, v)) return is('own-form');
  const from = handed.because === 'create' ? '' : handed.from;
  // BL7: "an export that still has `from` is older than the load".
  const asFound = from !== null && same(side, from, v);
  // S462: "a side that was read after a push has what it saw there, or somebody changed it since".
  const after = handed.because === 'create' ? true : (pair.readAfter?.[side] ?? null);
  if (handed.seen !== undefined && asFound && after !== null) {
    if (!after) return is('unread');
    return is(equal ? 'level' : 'put-back');
  }
  if (handed.written === 'yes' && handed.because !== 'create' && asFound) return is('unread');
  if (equal) return is('level');
  const stands = same(far, other, u);
  if (from !== null && same(side, from, v)) return is(stands ? 'not-taken' : 'overtaken');
  if (handed.missed) return is('late');
  // BL6: "(d) always asks".
  if (handed.because === 'create') return is('asked');
  switch (mapping.cameBack) {
    case 'ask':
      return is('asked');
    case 'accept':
      return is('accepted');
    case 'take':
      return is('travels');
    case 'write-again':
      return is(stands ? 'again' : 'anew');
    default:
      return mapping.cameBack satisfies never;
  }
}

/** BL3: who changed, once the entries are what was read; null without entries. */
export function changedSides(
  returned: Return | null,
  entry: Both<string> | null,
  texts: Both<string>,
  same: SameOn,
): Both<boolean> | null {
  const against = (then: Both<string>): Both<boolean> => ({
    left: !same('left', then.left, texts.left),
    right: !same('right', then.right, texts.right),
  });
  if (returned === null) return entry === null ? null : against(entry);
  const { side, handed, other, what } = returned;
  const entries = (own: string): Both<string> =>
    side === 'left' ? { left: own, right: other } : { left: other, right: own };
  switch (what) {
    case 'taken':
    case 'own-form':
    case 'accepted':
      return against(entries(texts[side]));
    case 'travels':
      return against(entries(handed.to));
    case 'put-back':
      return against(entries(handed.seen!));
    case 'again':
    case 'anew': {
      // "v counts as `from`".
      if (entry === null) return null;
      const moved = handed.from !== null && !same(side, entry[side], handed.from);
      return { ...against(entry), [side]: moved };
    }
    case 'not-taken':
    case 'overtaken':
    case 'late':
    case 'asked':
    case 'waits':
    case 'unread':
    case 'level':
      return entry === null ? null : against(entry);
    default:
      return what satisfies never;
  }
}
