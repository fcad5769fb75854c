import type { Records } from '../columns/records.ts';
import { actBits } from '../model/act.ts';
import { SIDES, otherSide, type Both, type Side } from '../model/side.ts';
import type { Memo } from '../run/memo.ts';
import { phase } from '../run/phases.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import { noneCreating } from './parents.ts';
import { pairCount, type SyncPlan } from './sync-plan.ts';

/**
 * Whom a plan creates, for children to ask. Of a sync that is judged later than its child it is assumed: nobody at first, then
 * those the last round created. A record that was assumed once and is not created never is again, so that the rounds end.
 */
export class Creating {
  readonly #assumed = new Map<string, Both<Uint8Array>>();
  readonly #never = new Map<string, Both<Uint8Array>>();

  assumed(sync: string, records: Both<Records>): Both<Uint8Array> {
    let known = this.#assumed.get(sync);
    if (known === undefined) {
      known = noneCreating(records);
      this.#assumed.set(sync, known);
      this.#never.set(sync, noneCreating(records));
    }
    return known;
  }

  /** The same of a sync that is judged. */
  *of(plan: SyncPlan, memo: Memo): Steps<Both<Uint8Array>> {
    const own = phase('creating', plan.sync.id, [], [plan.lone, plan.creates]);
    return yield* memo.run(own, () => createdBy(plan));
  }

  /** Takes over what a round created; is another one needed? */
  *learn(plans: readonly SyncPlan[], memo: Memo): Steps<boolean> {
    let changed = false;
    for (const plan of plans) {
      const assumed = this.#assumed.get(plan.sync.id);
      const never = this.#never.get(plan.sync.id);
      if (assumed === undefined || never === undefined) continue;
      const found = yield* this.of(plan, memo);
      const next = { left: new Uint8Array(), right: new Uint8Array() };
      for (const side of SIDES) {
        const stays = nextOf(assumed[side], found[side], never[side]);
        if (stays.changed) changed = true;
        next[side] = stays.next;
      }
      if (changed) this.#assumed.set(plan.sync.id, next);
    }
    return changed;
  }
}

/** `never` gets those that were assumed and are not created. */
function nextOf(assumed: Uint8Array, found: Uint8Array, never: Uint8Array) {
  const next = new Uint8Array(assumed.length);
  let changed = false;
  for (let row = 0; row < next.length; row++) {
    if (assumed[row] === 1 && found[row] === 0) never[row] = 1;
    next[row] = found[row] === 1 && never[row] === 0 ? 1 : 0;
    if (next[row] !== assumed[row]) changed = true;
  }
  return { next, changed };
}

function* createdBy(plan: SyncPlan): Steps<Both<Uint8Array>> {
  let first = pairCount(plan);
  const made: Record<Side, Uint8Array> = noneCreating(plan.records);
  for (const side of SIDES) {
    const create = actBits(otherSide(side), 'create');
    const rows = plan.lone[side];
    const base = first;
    yield* inSlices('create', rows.length, (from, to) => {
      for (let at = from; at < to; at++) if (plan.acts[base + at] === create) made[side][rows[at]!] = 1;
    });
    first += rows.length;
  }
  return made;
}
