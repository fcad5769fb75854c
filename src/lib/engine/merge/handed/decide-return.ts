import type { CameBack } from '../../model/design.ts';
import type { HandOver } from '../../model/hand-over.ts';
import type { Comparer } from '../../read/compare.ts';
import { RETURNED, type Returned } from '../returned.ts';

export interface ReadBack {
  /** The text now on the side it was handed over to. */
  readonly v: string;
  /** The text of the other side now, and when it was handed over. */
  readonly u: string;
  readonly other: string;
  /** Are the two sides equal now (CO5)? */
  readonly equal: boolean;
}

export interface Judging {
  readonly cameBack: CameBack;
  /** CO5 of the side it was handed over to, and of the other one; of any cells. */
  readonly same: Comparer;
  readonly sameOther: Comparer;
  /** BL4, of filled cells. */
  readonly form: Comparer;
  /** S462: was the side read after what a push saw there? Null: nobody knows. */
  readonly readAfter: boolean | null;
}

/** BL3 for one field of one pair. */
export function returned(handed: HandOver, { v, u, other, equal }: ReadBack, on: Judging): Returned {
  const { to, because, missed, written, seen } = handed;
  const isCreate = because === 'create';
  // A create was handed over where nothing was (BL6).
  const from = isCreate ? (handed.from ?? '') : handed.from;
  // Only the text tells whether a form was taken: both are one value.
  if (because === 'form' && equal && v !== to && u === other && (v === from || !missed)) {
    return RETURNED.waits;
  }
  const takes = on.same(to, v);
  const isForm = !takes && to !== '' && v !== '' && on.form(to, v);
  const isAsFound = from !== null && on.same(from, v);
  if (isAsFound && !takes && !isForm) {
    // A record a create became is in what was read, which cannot be older then.
    const isAfter = isCreate || on.readAfter;
    if (seen !== undefined && isAfter !== null) {
      if (!isAfter) return RETURNED.unread;
      if (!equal) return RETURNED.putBack;
    } else if (written === 'yes' && !isCreate) return RETURNED.unread;
  }
  if (equal) return takes ? RETURNED.taken : isForm ? RETURNED.ownForm : RETURNED.level;
  if (takes) return RETURNED.taken;
  if (isForm) return RETURNED.ownForm;
  if (isAsFound) {
    return on.sameOther(other, u) ? RETURNED.notTaken : RETURNED.overtaken;
  }
  if (missed) return RETURNED.late;
  if (isCreate) return RETURNED.asked;
  switch (on.cameBack) {
    case 'ask':
      return RETURNED.asked;
    case 'accept':
      return RETURNED.accepted;
    case 'take':
      return RETURNED.travels;
    case 'write-again':
      return on.sameOther(other, u) ? RETURNED.again : RETURNED.anew;
    default:
      return on.cameBack satisfies never;
  }
}
