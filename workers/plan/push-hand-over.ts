import {
  answerHandOvers,
  BaselineBuilder,
  linkAt,
  mappedAfter,
  nextBaseline,
  nextThere,
  rowsAfter,
  SIDES,
  textAt,
  type Baseline,
  type Plan,
} from '../../src/lib/engine/index.ts';
import { baselineHead, baselineLine, rowsRead, thereLine } from '../../src/lib/formats/index.ts';
import { answersOfPush, handedByPush, type Basis, type Result } from '../../src/lib/push/index.ts';
import type { Answer, OutFile } from '../../src/lib/conversation/index.ts';
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
  const handed = handedByPush(results);
  for (const link of nextBaseline(plan, handed)) builder.add(link);
  for (const there of nextThere(plan, handed)) builder.addThere(there);
  const baseline = builder.finish({
    design: basis.design,
    rows: rowsAfter(plan.syncs, rowsRead(inputs)),
    mapped: mappedAfter(plan.syncs),
  });
  const answered = answerHandOvers(baseline, read, answersOfPush(results, plan.design));
  const { blob } = fileOf(answered.baseline, tools);
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

/** A baseline as its file has it. */
function fileOf(baseline: Baseline, tools: PlanContext['tools']): OutFile {
  const file = new TextFile('baseline.jsonl', tools);
  file.write(`${baselineHead(baseline)}\n`);
  for (const [sync, lists] of baseline.there) {
    for (const there of SIDES) {
      const ids = Array.from({ length: lists[there].rows }, (_, at) => textAt(lists[there], at));
      if (ids.length > 0) file.write(`${thereLine({ sync, there, ids })}\n`);
    }
  }
  for (const table of baseline.links.values()) {
    for (let at = 0; at < table.count; at++) file.write(`${baselineLine(linkAt(table, at))}\n`);
  }
  return file.close(0, 'application/x-ndjson').file;
}
