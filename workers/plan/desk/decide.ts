import { openChecks } from '../../../src/lib/engine/index.ts';
import type { DecisionChange } from '../../../src/lib/store/index.ts';
import type { Answer, Decided, PlanHead } from '../../../src/lib/conversation/index.ts';
import { done, failed } from '../../common/answer.ts';
import type { Desk } from '../../project/desk.ts';
import { choicesOfAll } from '../bulk-choices.ts';
import { deletedOf, restoresOf } from '../deleted.ts';
import { changeOf } from '../person-choices.ts';
import type { SyncDecisions } from '../sync-decisions.ts';
import type { CurrentPlan } from './current-plan.ts';
import { hasSubject } from './lists.ts';
import type { MakePlan } from './make-plan.ts';

export type DecideVerbs = Pick<Desk, 'decide' | 'choose' | 'deleted' | 'undoDecision' | 'redoDecision'>;

/** What a person decides of records; a choice makes the plan anew. */
export function decideVerbs(plan: CurrentPlan, make: MakePlan): DecideVerbs {
  /** Plans again only where a choice or verdict moved. */
  const moved = (
    sync: string,
    asOf: string,
    move: (decisions: SyncDecisions) => Promise<Answer<null>>,
  ): Promise<Answer<PlanHead>> =>
    plan.on(sync, async (desk, context, current): Promise<Answer<PlanHead>> => {
      const before = plan.choicesOf(context);
      const acted = await move(desk.decisions);
      if (!acted.ok) return acted;
      desk.redecided();
      const after = plan.choicesOf(context);
      const isSame =
        before.choices === after.choices &&
        before.links === after.links &&
        before.restores === after.restores;
      if (!isSame || plan.current !== current) return make.again(asOf);
      return done(plan.head(current, context));
    });
  return {
    decide: (sync, target, decision) =>
      plan.on(sync, async (desk, context, current): Promise<Answer<Decided>> => {
        const broken =
          decision === 'approved' ? openChecks(await plan.run(plan.checked.results(current, context))) : [];
        if (broken.length > 0)
          return failed({ code: 'checks-broken', names: broken.map(({ name }) => name) });
        const targets = desk.targets(target);
        if (targets === null) return failed({ code: 'no-view' });
        const decided = await desk.decisions.decide(desk.subjects, desk.own.column, targets, decision);
        if (!decided.ok) return decided;
        desk.redecided();
        const { canUndo, canRedo } = desk.decisions;
        return done({ count: decided.value, decisions: desk.counts, canUndo, canRedo });
      }),
    choose: (sync, choice, asOf) =>
      plan.on(sync, async (desk, context, current): Promise<Answer<PlanHead>> => {
        const { decisions, subjects } = desk;
        const at = plan.now().toISOString();
        const run = async (change: DecisionChange): Promise<Answer<PlanHead>> => {
          const acted = await decisions.act(change);
          return acted.ok ? make.again(asOf) : acted;
        };
        if (choice.kind === 'open-conflicts') {
          const { take } = choice;
          const targets = desk.targets(choice.target);
          if (targets === null) return failed({ code: 'no-view' });
          const choices = await plan.run(choicesOfAll(subjects, decisions.state, targets, take, at));
          if (plan.current !== current) return failed({ code: 'superseded' });
          if (choices.put.length + choices.remove.length === 0) return done(plan.head(current, context));
          return run({ label: `conflicts ${take}`, choices });
        }
        if (choice.kind === 'restore') {
          const restores = restoresOf(subjects, decisions.state, choice, at);
          if (restores.put.length + restores.remove.length === 0) return done(plan.head(current, context));
          return run({ label: choice.take, restores });
        }
        if (choice.kind !== 'link' && !hasSubject(desk, choice.subject)) {
          return failed({ code: 'unknown-subject', sync, subject: choice.subject });
        }
        const change = changeOf(subjects, decisions.state, choice, at);
        return change === null ? failed({ code: 'no-such-record' }) : run(change);
      }),
    deleted: (sync, work) =>
      plan.on(sync, (desk) => plan.runFor(work, deletedOf(desk.subjects, desk.decisions.state))),
    undoDecision: (sync, asOf) => moved(sync, asOf, (decisions) => decisions.undo()),
    redoDecision: (sync, asOf) => moved(sync, asOf, (decisions) => decisions.redo()),
  };
}
