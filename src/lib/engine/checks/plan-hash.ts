import { lineText } from '../plan/lines/line-text.ts';
import { planLines } from '../plan/lines/plan-reader.ts';
import { subjectCount, type Plan } from '../plan/sync-plan.ts';
import type { Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';

/** Lines between two looks at the port. */
const LINES = 128;

/** SHA-256 of the plan's `plan.jsonl`, without the file: what a waiver names (S404). */
export function* planHash(plan: Plan, tools: Pick<Tools, 'encode' | 'sha256Stream'>): Steps<string> {
  const hash = tools.sha256Stream();
  const total = plan.syncs.reduce((sum, sync) => sum + subjectCount(sync), 0);
  let done = 0;
  for (const line of planLines(plan)) {
    hash.update(tools.encode(`${lineText(line)}\n`));
    if (++done % LINES === 0) yield { what: 'plan-lines', done, total };
  }
  return hash.digest();
}
