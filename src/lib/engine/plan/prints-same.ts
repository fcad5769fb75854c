import type { CompiledMapping } from '../merge/compiled.ts';
import type { Verdict } from '../merge/verdict.ts';
import { outcomeCode, pairCount, subjectCount, type SyncPlan } from './sync-plan.ts';

/**
 * 1 for each subject that surely writes in both plans the same, told from verdicts alone; null where the plans are not over the
 * same records, links and mappings, so that nothing can be said without looking at texts.
 */
export function sameWrites(now: SyncPlan, then: SyncPlan): Uint8Array | null {
  if (now.pairs !== then.pairs || now.lone !== then.lone) return null;
  if (now.records.left !== then.records.left || now.records.right !== then.records.right) return null;
  if (now.mappings.length !== then.mappings.length) return null;
  if (!now.mappings.every((on, at) => sameTexts(on, then.mappings[at]!))) return null;

  const same = new Uint8Array(subjectCount(now)).fill(1);
  const pairs = pairCount(now);
  const writes = writingOutcomes();
  for (let pair = 0; pair < pairs; pair++) {
    const before = writes[then.outcomes[pair]!];
    if (writes[now.outcomes[pair]!] !== before) same[pair] = 0;
  }
  const names = new Map<string, number>();
  const nowWrites = Uint8Array.from(now.verdictList, (verdict) => numbered(verdict, names));
  const thenWrites = Uint8Array.from(then.verdictList, (verdict) => numbered(verdict, names));
  now.verdicts.forEach((verdicts, position) => {
    const former = then.verdicts[position]!;
    for (let pair = 0; pair < pairs; pair++) {
      if (nowWrites[verdicts[pair]!] !== thenWrites[former[pair]!]) same[pair] = 0;
    }
  });
  const create = outcomeCode('create');
  const directions = now.mappings.every((on, at) => on.direction === then.mappings[at]!.direction);
  for (let subject = pairs; subject < same.length; subject++) {
    const creates = now.outcomes[subject] === create;
    if (creates !== (then.outcomes[subject] === create) || (creates && !directions)) same[subject] = 0;
  }
  return same;
}

/** Same fields, read and written alike. */
const sameTexts = (a: CompiledMapping, b: CompiledMapping): boolean =>
  a.mapping.left === b.mapping.left &&
  a.mapping.right === b.mapping.right &&
  JSON.stringify(a.defs) === JSON.stringify(b.defs);

/** The same number for verdicts that write the same way. */
function numbered({ write, because }: Verdict, names: Map<string, number>): number {
  if (write === null) return 0;
  const name = `${write} ${String(because)}`;
  let number = names.get(name);
  if (number === undefined) names.set(name, (number = names.size + 1));
  return number;
}

function writingOutcomes(): Uint8Array {
  const writes = new Uint8Array(32);
  writes[outcomeCode('update')] = 1;
  writes[outcomeCode('conflict')] = 1;
  return writes;
}
