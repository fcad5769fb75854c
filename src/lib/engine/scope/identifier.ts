import { KIND, type Matches } from '../match/links/matches.ts';
import type { Steps } from '../run/steps.ts';
import { rowsThat, type ScopeRule } from './rule.ts';

/** MA11: a record all of whose keys are blank. */
export function* identifierRule({ kind }: Matches): Steps<ScopeRule> {
  const isBlank = (own: number): boolean => own === KIND.noKey;
  return {
    reason: 'no-identifier',
    has: { left: yield* rowsThat(kind.left, isBlank), right: yield* rowsThat(kind.right, isBlank) },
    pair: 'never',
    ofMissing: false,
    notBeside: ['direction-forbids-create', 'no-valid-email'],
    field: { left: null, right: null },
  };
}
