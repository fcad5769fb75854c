import { KIND } from '../../match/links/matches.ts';
import { MISSING } from '../../match/links/prior-links.ts';
import { SIDES, otherSide } from '../../model/side.ts';
import { inSlices, type Steps } from '../../run/steps.ts';
import type { SyncPlan } from '../sync-plan.ts';

/**
 * Links whose counterpart is not in the files while a record with the same key and another id is: it may have been created anew (KW7).
 * Looks at nothing where no counterpart is missing.
 */
export function* recreated({ matching, lone }: Pick<SyncPlan, 'matching' | 'lone'>): Steps<number> {
  const { codes, matches } = matching;
  const found = new Set<string>();
  for (const side of SIDES) {
    const other = otherSide(side);
    const rows = lone[side].filter((row) => matches.partner[side][row] === MISSING);
    if (rows.length === 0) continue;
    for (const key of codes) {
      const byCode = new Map<number, number>();
      yield* inSlices('impact', rows.length, (from, to) => {
        for (const row of rows.subarray(from, to)) {
          const code = key.codes[side][row]!;
          if (code >= 0 && !byCode.has(code)) byCode.set(code, row);
        }
      });
      yield* inSlices('impact', lone[other].length, (from, to) => {
        for (const row of lone[other].subarray(from, to)) {
          if (matches.kind[other][row] !== KIND.duplicate) continue;
          const missed = byCode.get(key.codes[other][row]!);
          if (missed !== undefined) found.add(`${side} ${String(missed)}`);
        }
      });
    }
  }
  return found.size;
}
