import {
  lineText,
  subjectCount,
  triesOfCreates,
  type BaselineLink,
  type GoingOf,
  type Choices,
  type InputReport,
  type Plan,
  type PlanSummary,
  type Steps,
  type SubjectDecision,
  writesHash,
  type Tools,
} from '../../src/lib/engine/index.ts';
import { baselineLines, handedByFiles, saidNext, summaryText } from '../../src/lib/formats/index.ts';
import { IN_FILES } from '../../src/lib/words/in-files.ts';
import type { OutFile } from '../../src/lib/conversation/index.ts';
import { wordOf } from './sync-decisions.ts';
import type { SyncDesk } from './sync-desk.ts';
import { TextFile } from './text-file.ts';

/** Lines between two looks at the port. */
const LINES = 128;
const JSON_LINES = 'application/x-ndjson';

export interface PlanOutput {
  readonly plan: Plan;
  /** In plan order. */
  readonly desks: readonly SyncDesk[];
  readonly choices: Choices;
  readonly designHash: string;
  readonly inputs: readonly InputReport[];
  readonly tools: Tools;
  /** What went into change files of this plan; null where none were made (BL1). */
  readonly handed: GoingOf | null;
  /** When the files are made: what `at` of a decision says, since a decision keeps no time of its own. */
  readonly at: string;
  /** The summary of a plan read with choices of this hash. */
  readonly summary: (planHash: string, choicesHash: string) => Steps<PlanSummary>;
}

/** The files of a plan folder, such that the command line makes the same ones of the same inputs with these choices. */
export function* planFiles(output: PlanOutput): Steps<OutFile[]> {
  const { plan, desks, choices, tools, at } = output;
  const lines = new TextFile('plan.jsonl', tools);
  const tries = triesOfCreates(plan);
  const decided: SubjectDecision[][] = [];
  const total = desks.reduce((sum, desk) => sum + subjectCount(desk.subjects.plan), 0);
  let done = 0;
  for (const desk of desks) {
    const own: SubjectDecision[] = [];
    decided.push(own);
    const { reader } = desk.subjects;
    for (let subject = 0; subject < subjectCount(desk.subjects.plan); subject++, done++) {
      const line = reader.line(subject);
      lines.write(`${lineText(line)}\n`);
      const word = wordOf(desk.column[subject]!);
      if (word !== null && word !== 'open') {
        const { sync, left, right } = line;
        const ids = { left: left?.id ?? null, right: right?.id ?? null };
        const isHeld = line.reasons.some(({ code }) => code === 'handed-over');
        const handedOver = isHeld ? { handedOver: tries(line) } : {};
        const rule = desk.ruleOf(subject);
        const byRule = rule === null ? {} : { rule: rule.id };
        const writes = writesHash(line, tools);
        own.push({ sync, ...ids, decision: word, writes, ...handedOver, ...byRule, at });
      }
      if (done % LINES === 0) yield { what: 'plan-lines', done, total };
    }
  }
  const planned = lines.close(total, JSON_LINES);
  const choice = yield* choicesFile(choices, decided.flat(), planned.sha256, tools);
  const baseline = yield* baselineFile(output, output.handed);
  const summary = new TextFile('summary.json', tools);
  const summarised = yield* output.summary(planned.sha256, choice.sha256);
  summary.write(summaryText(summarised, IN_FILES.planWarning));
  return [summary.close(1, 'application/json').file, planned.file, baseline, choice.file];
}

type BaselineOutput = Pick<PlanOutput, 'plan' | 'designHash' | 'inputs' | 'tools'>;

/** The baseline the next plan is made with, where these subjects went into change files; null: none were made. */
export function* baselineFile(
  { plan, designHash, inputs, tools }: BaselineOutput,
  handed: PlanOutput['handed'],
): Steps<OutFile> {
  const baseline = new TextFile('baseline.jsonl', tools);
  let links = 0;
  const total = plan.syncs.reduce((sum, sync) => sum + subjectCount(sync), 0);
  const handsOver = handed === null ? null : yield* handedByFiles(plan.design, plan.syncs, handed);
  const next = saidNext(plan, handsOver, designHash, inputs);
  const counted = function* (): Iterable<BaselineLink> {
    for (const link of next.links) {
      links++;
      yield link;
    }
  };
  for (const line of baselineLines({ ...next, links: counted() })) {
    baseline.write(line);
    if (links % LINES === 0) yield { what: 'baseline-lines', done: links, total };
  }
  return baseline.close(links, JSON_LINES).file;
}

function* choicesFile(
  { format, choices, links }: Choices,
  decisions: readonly SubjectDecision[],
  planHash: string,
  tools: Tools,
): Steps<{ readonly file: OutFile; readonly sha256: string }> {
  const file = new TextFile('choices.json', tools);
  file.write(`{\n  "format": ${JSON.stringify(format)},\n  "planHash": ${JSON.stringify(planHash)}`);
  for (const [name, items] of Object.entries({ choices, links, decisions })) {
    file.write(`,\n  ${JSON.stringify(name)}: [`);
    for (const [i, item] of items.entries()) {
      file.write(`${i === 0 ? '' : ','}\n    ${JSON.stringify(item)}`);
      if (i % LINES === 0) yield { what: 'choices', done: i, total: items.length };
    }
    file.write(items.length === 0 ? ']' : '\n  ]');
  }
  file.write('\n}\n');
  return file.close(choices.length + links.length + decisions.length, 'application/json');
}
