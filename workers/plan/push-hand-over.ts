import { answerHandOvers, BaselineBuilder, type Plan } from '../../src/lib/engine/index.ts';
import { baselineLines, saidBy, saidNext } from '../../src/lib/formats/index.ts';
import { answersOfPush, handedByPush, type Basis, type Result } from '../../src/lib/push/index.ts';
import type { Answer } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import type { PlanContext } from '../common/plan-context.ts';
import { lineCount, piecesOf } from '../keep/baseline.ts';
import { hashesOf } from '../keep/kept-set.ts';
import type { HandedAbout } from '../keep/hand-over.ts';
import { TextFile } from './text-file.ts';

/** What a push that is over hands over. */
export interface Handing {
  readonly push: string;
  readonly basis: Basis;
  readonly results: readonly Result[];
}

/**
 * The baseline after a push is kept as after change files: what was sent is handed over, and what the app answered is known of it at
 * once (BL1, BL7, S325). `plan`: the very plan that was pushed.
 */
export async function keepPushHandOver(
  { store, project, inputs, tools, design: read, baselineId }: PlanContext,
  plan: Plan,
  { push, basis, results }: Handing,
  made: { readonly madeAt: string; readonly number: number },
): Promise<Answer<null>> {
  const builder = new BaselineBuilder();
  const next = saidNext(plan, handedByPush(results), basis.design, inputs);
  for (const link of next.links) builder.add(link);
  for (const there of next.there) builder.addThere(there);
  const baseline = builder.finish(next.head);
  const answered = answerHandOvers(baseline, read, answersOfPush(results, plan.design));
  const file = new TextFile('baseline.jsonl', tools);
  for (const line of baselineLines(saidBy(answered.baseline))) file.write(line);
  const { blob } = file.close(0, 'application/x-ndjson').file;
  const about: HandedAbout = {
    madeAt: made.madeAt,
    plan: made.number,
    files: [],
    push,
    of: Object.fromEntries(inputs.map((input) => [`${input.side} ${input.sync}`, hashesOf(input)])),
  };
  const links = (await lineCount(blob)) - 1;
  const kept = await store.baselines.handOver(project, piecesOf(blob), { links, about }, baselineId);
  return kept.ok ? done(null) : failed(kept.problem);
}
