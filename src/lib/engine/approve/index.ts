/** What is approved: exactly these writes. */
export { approvedLines, type LookedAt, writesHash } from './approved-lines.ts';
export {
  decideByRules,
  ruledSubjects,
  toldOfRules,
  type OwnDecisions,
  type RuledDecisions,
  type RuledSubjects,
} from './rule-decisions.ts';
export { BY_HAND } from './held-by-hand.ts';
export { withheldBy, withoutWithheld, type Withheld } from './withheld.ts';
export { ruledPlan, type GoingOf, type RuledPlan, type RulesAsked } from './ruled-plan.ts';
