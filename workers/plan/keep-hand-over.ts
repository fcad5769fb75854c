import { ABOUT_CHANGES, LEFT_OUT } from '../../src/lib/formats/index.ts';
import type { Answer, OutFile } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';
import type { PlanContext } from '../common/plan-context.ts';
import { lineCount, piecesOf } from '../keep/baseline.ts';
import { hashesOf } from '../keep/kept-set.ts';
import type { HandedAbout } from '../keep/hand-over.ts';

/** Change files were made: the baseline with what they hand over is kept beside the project's own (S115). */
export async function keepHandOver(
  { store, project, inputs, baselineId }: PlanContext,
  { blob }: OutFile,
  made: { readonly madeAt: string; readonly plan: number; readonly files: readonly OutFile[] },
): Promise<Answer<null>> {
  const about: HandedAbout = {
    madeAt: made.madeAt,
    plan: made.plan,
    files: made.files.flatMap(({ name, rows }) => (isLoaded(name) ? [{ name, rows }] : [])),
    of: Object.fromEntries(inputs.map((input) => [`${input.side} ${input.sync}`, hashesOf(input)])),
  };
  const links = (await lineCount(blob)) - 1;
  const kept = await store.baselines.handOver(project, piecesOf(blob), { links, about }, baselineId);
  // Where another tab writes the project, the files are made all the same, and hand nothing over here.
  return kept.ok || kept.problem.code === 'read-only' ? done(null) : failed(kept.problem);
}

/** Is it loaded into an app? */
const isLoaded = (name: string): boolean => name !== LEFT_OUT && name !== ABOUT_CHANGES;
