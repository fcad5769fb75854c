import { BY } from '../model/link-by.ts';
import { noteBit } from '../model/reason.ts';
import { SIDES, otherSide } from '../model/side.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import { outcomeCode, type SyncPlan } from './sync-plan.ts';

type Linked = Pick<SyncPlan, 'matching' | 'pairs' | 'outcomes'>;

/** Is a pair linked by what an earlier plan or an id says, and by none of its keys any more? */
export function isAstray({ codes, matches }: SyncPlan['matching'], left: number, right: number): boolean {
  const by = matches.by.left[left];
  if (by !== BY.baseline && by !== BY.idPair) return false;
  return !codes.some(({ codes: own }) => own.left[left]! >= 0 && own.left[left] === own.right[right]);
}

/** KW12: pairs astray of which a record has the key of the other record of another such pair, as where ids were given anew. */
export function* noteCrossed({ matching, pairs, outcomes }: Linked, notes: Uint32Array): Steps<void> {
  const astray: number[] = [];
  yield* inSlices('judge', pairs.left.length, (from, to) => {
    for (let pair = from; pair < to; pair++)
      if (isAstray(matching, pairs.left[pair]!, pairs.right[pair]!)) astray.push(pair);
  });
  const bit = noteBit('crossed-keys');
  const excluded = outcomeCode('excluded');
  for (const { codes, count } of astray.length < 2 ? [] : matching.codes) {
    for (const side of SIDES) {
      const other = otherSide(side);
      const there = new Uint8Array(count);
      yield* inSlices('judge', astray.length, (from, to) => {
        for (let at = from; at < to; at++) {
          const code = codes[other][pairs[other][astray[at]!]!]!;
          if (code >= 0) there[code] = 1;
        }
      });
      yield* inSlices('judge', astray.length, (from, to) => {
        for (let at = from; at < to; at++) {
          const pair = astray[at]!;
          const code = codes[side][pairs[side][pair]!]!;
          if (code >= 0 && there[code] === 1 && outcomes[pair] !== excluded) notes[pair]! |= bit;
        }
      });
    }
  }
}
