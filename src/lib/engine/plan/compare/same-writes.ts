import type { CompiledMapping } from '../../merge/compiled.ts';
import { writeOf, type Verdict } from '../../merge/verdict.ts';
import { actBits } from '../../model/act.ts';
import { mayWrite } from '../../model/direction.ts';
import { SIDES, otherSide } from '../../model/side.ts';
import { inSlices, type Steps } from '../../run/steps.ts';
import { pairCount, subjectCount, type SyncPlan } from '../sync-plan.ts';

/**
 * 1 for each subject that writes the same in both plans, told from verdicts alone. 0 says: not the same, or something else is done
 * with it, or a create may write other fields, which only its texts could tell. Null where the plans are not over the same records,
 * links and mappings, so that nothing can be said without looking at texts.
 */
export function* sameWrites(now: SyncPlan, then: SyncPlan): Steps<Uint8Array | null> {
  if (now.pairs !== then.pairs || now.lone !== then.lone) return null;
  if (now.records.left !== then.records.left || now.records.right !== then.records.right) return null;
  if (now.mappings.length !== then.mappings.length) return null;
  if (!now.mappings.every((on, at) => sameTexts(on, then.mappings[at]!))) return null;

  const same = new Uint8Array(subjectCount(now)).fill(1);
  const pairs = pairCount(now);
  const looked = yield* pairsThatWrite(now, then, same);
  const names = new Map<string, number>();
  const nowWrites = Uint8Array.from(now.verdictList, (verdict) => numbered(verdict, names));
  const thenWrites = Uint8Array.from(then.verdictList, (verdict) => numbered(verdict, names));
  for (const [position, verdicts] of now.verdicts.entries()) {
    const former = then.verdicts[position]!;
    yield* inSlices('compare', pairs, (from, to) => {
      for (let pair = from; pair < to; pair++) {
        if (nowWrites[verdicts[pair]!] !== thenWrites[former[pair]!]) same[pair]! &= 1 - looked[pair]!;
      }
    });
  }
  yield* markCreates(now, then, same);
  return same;
}

/** 1 for the pairs on which both plans act alike; where they do not, the pair is not the same. */
function* pairsThatWrite(now: SyncPlan, then: SyncPlan, same: Uint8Array): Steps<Uint8Array> {
  const looked = new Uint8Array(pairCount(now));
  yield* inSlices('compare', looked.length, (from, to) => {
    for (let pair = from; pair < to; pair++) {
      const before = then.acts[pair]!;
      const after = now.acts[pair]!;
      looked[pair] = before === after && after !== 0 ? 1 : 0;
      if (before !== after) same[pair] = 0;
    }
  });
  return looked;
}

/** Creates write the same where the same mappings may write there; where others may, the texts would say. */
function* markCreates(now: SyncPlan, then: SyncPlan, same: Uint8Array): Steps<void> {
  let subject = pairCount(now);
  for (const source of SIDES) {
    const target = otherSide(source);
    const create = actBits(target, 'create');
    const ways = now.mappings.every(
      (on, at) => mayWrite(on.direction, target) === mayWrite(then.mappings[at]!.direction, target),
    );
    const first = subject;
    yield* inSlices('compare', now.lone[source].length, (from, to) => {
      for (let at = first + from; at < first + to; at++) {
        const creates = now.acts[at] === create;
        if (now.acts[at] !== then.acts[at] || (creates && !ways)) same[at] = 0;
      }
    });
    subject += now.lone[source].length;
  }
}

/** Same fields and values, read and written alike. */
const sameTexts = (a: CompiledMapping, b: CompiledMapping): boolean =>
  a.mapping.left === b.mapping.left &&
  a.mapping.right === b.mapping.right &&
  SIDES.every((side) => a.given[side] === b.given[side]) &&
  a.parents === b.parents &&
  JSON.stringify(a.defs) === JSON.stringify(b.defs);

/** The same number for verdicts that write the same way. */
function numbered(verdict: Verdict, names: Map<string, number>): number {
  const write = writeOf(verdict);
  if (write === null) return 0;
  const name = `${write.side} ${write.because}`;
  let number = names.get(name);
  if (number === undefined) names.set(name, (number = names.size + 1));
  return number;
}
