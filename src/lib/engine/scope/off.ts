import type { Records } from '../columns/records.ts';
import type { Both, Side } from '../model/side.ts';
import type { Steps } from '../run/steps.ts';
import { rowsThat, type ScopeRule } from './rule.ts';

/** LI2: nobody takes part. */
export function* offRule(records: Both<Records>): Steps<ScopeRule> {
  const all = (side: Side): Steps<Uint8Array> => rowsThat(new Uint8Array(records[side].count), () => true);
  return {
    reason: 'sync-off',
    has: { left: yield* all('left'), right: yield* all('right') },
    pair: 'every',
    ofMissing: true,
    notBeside: [],
    field: { left: null, right: null },
  };
}
