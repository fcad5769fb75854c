import {
  filterFacts,
  keyFacts,
  mappingFacts,
  mappingImpact,
  phase,
  stageFacts,
  transformFacts,
  type Steps,
  type TransformFact,
} from '../../../src/lib/engine/index.ts';
import type { Answer, SyncFacts } from '../../../src/lib/conversation/index.ts';
import { done } from '../../common/answer.ts';
import type { Desk } from '../../project/desk.ts';
import type { CurrentPlan } from './current-plan.ts';

export type FieldVerbs = Pick<Desk, 'impact' | 'facts' | 'tryTransform'>;

/** What keys, mappings, filters and stages of a sync do on its records. */
export const fieldVerbs = (plan: CurrentPlan): FieldVerbs => ({
  impact: (sync) => plan.on(sync, async (desk) => done(await plan.run(mappingImpact(desk.subjects.plan)))),
  facts: (sync, work) =>
    plan.on(sync, async (desk, { tools }): Promise<Answer<SyncFacts>> => {
      const own = desk.subjects.plan;
      const { left, right } = own.records;
      const keyPhase = phase('key-facts', sync, [own.matching.keys], [left, right]);
      const keys = await plan.runFor(
        work,
        plan.memo.run(keyPhase, () => keyFacts(own, tools)),
      );
      if (!keys.ok) return keys;
      const mappings = await plan.runFor(work, mappingFacts(own));
      if (!mappings.ok) return mappings;
      const filters = await plan.runFor(work, filterFacts(own));
      if (!filters.ok) return filters;
      const staged = await plan.runFor(work, stagesOf(own));
      if (!staged.ok) return staged;
      const { ambiguous, duplicate } = desk.head([]).subjects;
      return done({
        sync,
        linked: own.pairs.left.length,
        ambiguous,
        duplicate,
        keys: keys.value,
        mappings: mappings.value,
        filters: filters.value,
        stages: staged.value.stages,
      });
    }),
  tryTransform: (sync, pair, transform, work) =>
    plan.on(sync, async (desk, { tools }): Promise<Answer<TransformFact | null>> => {
      const { sync: own, records } = desk.subjects.plan;
      const mapping = own.mappings.find((one) => one.left === pair.left && one.right === pair.right);
      if (mapping === undefined) return done(null);
      return plan.runFor(work, transformFacts(own, records, mapping, transform, tools));
    }),
});

function* stagesOf(plan: Parameters<typeof stageFacts>[0]): Steps<Pick<SyncFacts, 'stages'>> {
  return { stages: yield* stageFacts(plan) };
}
