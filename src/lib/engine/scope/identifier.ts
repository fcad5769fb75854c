import { KIND, type Matches } from '../match/links/matches.ts';
import { onBoth } from '../model/side.ts';
import type { ScopeRule } from './rule.ts';

/** MA11: a record all of whose keys are blank. */
export const identifierRule = ({ kind }: Matches): ScopeRule => ({
  reason: 'no-identifier',
  has: onBoth((side) => kind[side].map((own) => (own === KIND.noKey ? 1 : 0))),
  pair: 'never',
  ofMissing: false,
  notBeside: ['direction-forbids-create', 'no-valid-email'],
  field: { left: null, right: null },
});
