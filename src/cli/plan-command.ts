import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  checkPlan,
  completeFiles,
  differencesOf,
  drain,
  Memo,
  lineText,
  planLines,
  planSyncs,
  summarise,
  toldFailures,
  type GoingOf,
  type Plan,
} from '../lib/engine/index.ts';
import type { FileChoices } from '../lib/connectors/read-file.ts';
import type { ResultsReport } from '../lib/engine/model/results.ts';
import type { InputReport, PlanSummary } from '../lib/engine/model/summary.ts';
import type { Tools } from '../lib/engine/tools.ts';
import {
  baselineLines,
  CHANGE_FORMS,
  handedByFiles,
  planInputOf,
  planKey,
  readingChosen,
  saidNext,
  summaryText as textOf,
  type ChangeForm,
} from '../lib/formats/index.ts';
import { IN_FILES } from '../lib/words/in-files.ts';
import { approvalOf } from './approval.ts';
import { readCall, type CallShape } from './arguments.ts';
import { readAsOf } from './as-of.ts';
import { done, EXIT, wrongCall, type Attempt, type ExitStatus } from './attempt.ts';
import { removeStale, writeChangeFiles } from './change-output.ts';
import { OutputFolder } from './output-folder.ts';
import { INPUT_OPTIONS, prepare, warningLine, type Prepared } from './prepare.ts';
import { openInputs } from './read-inputs.ts';
import { readResults } from './results.ts';
import { isGuard, summaryTable } from './summary-table.ts';
import type { Terminal } from './terminal.ts';

const SHAPE: CallShape = {
  usage:
    'drysync plan DESIGN --left [SYNC=]FILE … --right [SYNC=]FILE … [--baseline FILE] [--results FILE …] [--choices FILE] [--complete [SYNC=]left|right …] [--changed [SYNC=]left|right:FILE …] [--read [SYNC=]left|right:NAME=VALUE,…] [--as-of DATE] [--out DIR] [--changes systems|spreadsheets|xlsx] [--json]',
  positionals: ['DESIGN'],
  options: { ...INPUT_OPTIONS, results: 'values', out: 'value', changes: 'value' },
};

/** The dry run. */
export async function planCommand(
  argv: readonly string[],
  tools: Tools,
  terminal: Terminal,
): Promise<Attempt<ExitStatus>> {
  const read = readCall(argv, SHAPE);
  if (!read.ok) return read;
  const call = read.value;
  const asOf = readAsOf(call.value('as-of'), terminal.today());
  if (!asOf.ok) return asOf;
  const form = CHANGE_FORMS.find((candidate) => candidate === call.value('changes')) ?? null;
  const out = call.value('out');
  if (call.value('changes') !== null && form === null) {
    return wrongCall(`--changes takes ${CHANGE_FORMS.join(' or ')}, not ${String(call.value('changes'))}.`);
  }
  if (form !== null && out === null) return wrongCall('--changes writes files, so it needs --out DIR.');
  const prepared = await prepare(call, tools, true);
  if (!prepared.ok) return prepared;

  const { design, history } = prepared.value;
  const { records, reports, notes } = openInputs(design, prepared.value.inputs, prepared.value.isComplete);
  const { choices } = history;
  const results = await readResults(design, history.baseline, call.values('results'));
  if (!results.ok) return results;
  const { baseline, reports: told } = results.value;
  const memo = new Memo();
  const complete = completeFiles(reports);
  const plan = drain(
    planSyncs({ design, records, baseline, choices, asOf: asOf.value, complete }, tools, memo),
  );
  const key = keyOf(prepared.value, { reports, told }, asOf.value, tools);
  const failures = drain(toldFailures(plan, reports));
  const asked = { checks: design.checks ?? [], asOf: asOf.value, tools };
  const checks = drain(checkPlan(plan, asked, memo));
  const about = {
    asOf: asOf.value,
    designHash: prepared.value.hash,
    planKey: key,
    tlds: tools.tlds.version,
    inputs: reports,
    results: told,
    baseline,
    failures,
    checks,
  };
  const why = new Map(
    plan.syncs.map((sync) => [sync.sync.id, drain(differencesOf(sync, tools, memo))] as const),
  );
  const approval = approvalOf(plan, { choices, checks, asOf: asOf.value, tools }, memo);
  const summaryOf = (planHash: string | null): PlanSummary =>
    drain(summarise(plan, { ...about, planHash }, memo, why));

  for (const note of [...notes, ...results.value.notes]) terminal.err(`note: ${note}`);
  for (const warning of prepared.value.warnings) terminal.err(warningLine(warning));
  let summary: PlanSummary;
  if (out === null) {
    summary = summaryOf(call.flag('json') ? hashOf(plan) : null);
  } else {
    const { approved } = approval;
    const written = writeFolder(out, plan, { summaryOf, reports, hash: about.designHash, form, approved });
    if (!written.ok) return written;
    summary = written.value.summary;
    for (const sentence of written.value.says) terminal.err(`warning: ${sentence}`);
  }
  terminal.out(
    call.flag('json') ? summaryText(summary) : summaryTable(design, summary, why) + approval.table(),
  );
  const stopped = summary.warnings.filter(isGuard);
  for (const warning of stopped)
    terminal.err(`The guard ${warning.code} stopped the plan: ${IN_FILES.planWarning(warning)}`);
  const broken = checks.filter(({ state }) => state === 'broken');
  for (const check of broken) terminal.err(IN_FILES.checks.broken(check));
  return done(stopped.length + broken.length > 0 ? EXIT.guard : EXIT.done);
}

interface FolderContent {
  readonly summaryOf: (planHash: string | null) => PlanSummary;
  readonly reports: readonly InputReport[];
  readonly hash: string;
  /** Null: without change files. */
  readonly form: ChangeForm | null;
  /** By the hash of the plan. */
  readonly approved: (planHash: string) => GoingOf;
}

interface WrittenFolder {
  readonly summary: PlanSummary;
  /** What to know of the change files. */
  readonly says: readonly string[];
}

function writeFolder(out: string, plan: Plan, content: FolderContent): Attempt<WrittenFolder> {
  let folder: OutputFolder | null = null;
  try {
    folder = new OutputFolder(out);
    const lines = folder.file('plan.jsonl');
    for (const line of planLines(plan)) lines.write(`${lineText(line)}\n`);
    const planHash = lines.close();
    const links = folder.file('baseline.jsonl');
    const { form } = content;
    const approved = content.approved(planHash ?? '');
    const handed = form === null ? null : drain(handedByFiles(plan.design, plan.syncs, approved));
    const next = saidNext(plan, handed, content.hash, content.reports);
    for (const line of baselineLines(next)) links.write(line);
    const changes = form === null ? null : writeChangeFiles(plan, form, approved, folder);
    removeStale(folder, plan, changes?.files.map(({ name }) => name) ?? []);
    const summary = content.summaryOf(planHash);
    folder.file('summary.json').write(summaryText(summary));
    folder.commit();
    return done({ summary, says: changes?.says ?? [] });
  } catch (error) {
    folder?.discard();
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    return wrongCall(`${join(out)}: the plan cannot be written here (${error.message}).`);
  }
}

function hashOf(plan: Plan): string {
  const hash = createHash('sha256');
  for (const line of planLines(plan)) hash.update(`${lineText(line)}\n`);
  return hash.digest('hex');
}

const summaryText = (summary: PlanSummary): string => textOf(summary, IN_FILES.planWarning);

interface KeyedFiles {
  readonly reports: readonly InputReport[];
  /** Of the result files. */
  readonly told: readonly ResultsReport[];
}

function keyOf(prepared: Prepared, { reports, told }: KeyedFiles, asOf: string, tools: Tools): string {
  const chosenOf = ({ side, sync }: InputReport): Partial<FileChoices> =>
    prepared.inputs.find((input) => input.side === side && input.sync === sync)?.chosen ?? {};
  const inputs = reports.map((report) => {
    return planInputOf(report, readingChosen(chosenOf(report)));
  });
  const { baselineHash, choicesHash } = prepared.history;
  return planKey(
    {
      designHash: prepared.hash,
      inputs,
      baseline: baselineHash,
      choices: choicesHash,
      results: told.map(({ sha256 }) => sha256),
      asOf,
      tlds: tools.tlds.version,
    },
    tools,
  );
}
