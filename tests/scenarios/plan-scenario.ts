import { bytesSource } from '../../src/lib/connectors/source.ts';
import { inputReport, readAside } from '../../src/lib/connectors/input-report.ts';
import { placeOf } from '../../src/lib/connectors/report.ts';
import { readCsv, type CsvReport } from '../../src/lib/connectors/csv/index.ts';
import {
  answerHandOvers,
  checkDesign,
  checkPlan,
  completeFiles,
  differencesOf,
  drain,
  Memo,
  idForm,
  lineText,
  approvedLines,
  triesOfCreates,
  openRecords,
  planLines,
  planSyncs,
  readDesign,
  SIDES,
  summarise,
  toldFailures,
  type Baseline,
  type Both,
  type DesignError,
  type InputReport,
  type Plan,
  type PlanInput,
  type PlanSummary,
  type RecordSet,
  type Records,
  type ResultsReport,
  type ResultTable,
  type Side,
  type SyncDesign,
  type Tools,
} from '../../src/lib/engine/index.ts';
import {
  baselineLines,
  handedByFiles,
  readBaseline,
  readChoices,
  resultsReport,
  resultTable,
  saidNext,
} from '../../src/lib/formats/index.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import type { Scenario } from './scenario.ts';

export type Planned =
  | { readonly ok: true; readonly text: string; readonly links: string; readonly summary: PlanSummary }
  | { readonly ok: false; readonly errors: readonly DesignError[] };

/** How a plan is made where not step by step in one go. */
type MakePlan = (input: PlanInput, tools: Tools) => Plan | Promise<Plan>;

const inOneGo: MakePlan = (input, tools) => drain(planSyncs(input, tools));

/** The whole way from a folder's files to the bytes of `plan.jsonl`, read into segments of `segmentRows`; `why`: the summary says why values differ. */
export async function planScenario(
  scenario: Scenario,
  segmentRows: number,
  makePlan: MakePlan = inOneGo,
  why = false,
): Promise<Planned> {
  const reading = readDesign(scenario.design);
  if (!reading.ok) return { ok: false, errors: reading.errors };
  const { design } = reading;
  const files = await readFiles(scenario, design, segmentRows);
  const headers = new Map(
    design.syncs.map(({ id }) => [id, each((side) => files.get(`${side} ${id}`)?.set.header ?? null)]),
  );
  const { errors } = checkDesign(design, headers);
  if (errors.length > 0) return { ok: false, errors };

  const sameId = each((side) => idForm(design.apps[side].kind));
  const baseline = scenario.baseline === null ? null : readBaseline(scenario.baseline, sameId);
  if (baseline?.ok === false)
    throw new Error(`baseline.jsonl:${String(baseline.line)}: ${baseline.fault.is}`);
  const choices = scenario.choices === null ? null : readChoices(scenario.choices, sameId);
  if (choices?.ok === false) throw new Error(`choices.json: ${choices.fault.is}`);

  const { records, inputs } = open(design, files, scenario.complete ?? []);
  const tools = createTools();
  const told = await readResults(scenario, design, baseline?.baseline ?? null);
  const known = { baseline: told.baseline, choices: choices?.choices ?? null };
  const complete = completeFiles(inputs);
  const plan = await makePlan({ design, records, ...known, asOf: '2026-03-02', complete }, tools);
  let text = '';
  for (const line of planLines(plan)) text += `${lineText(line)}\n`;
  const approved = approvedLines(null, tools, { planHash: '', tries: triesOfCreates(plan) });
  const handed = drain(handedByFiles(design, plan.syncs, (line) => (approved(line) ? line : null)));
  const [, ...rest] = baselineLines(saidNext(plan, handed, '', inputs));
  const links = rest.join('');
  const memo = new Memo();
  const summary = drain(
    summarise(
      plan,
      {
        asOf: '2026-03-02',
        designHash: '',
        planKey: '',
        planHash: null,
        tlds: tools.tlds.version,
        inputs,
        results: told.reports,
        baseline: known.baseline,
        failures: drain(toldFailures(plan, inputs)),
        checks: drain(checkPlan(plan, { checks: design.checks ?? [], asOf: '2026-03-02', tools })),
      },
      memo,
      why
        ? new Map(plan.syncs.map((sync) => [sync.sync.id, drain(differencesOf(sync, tools, memo))]))
        : undefined,
    ),
  );
  return { ok: true, text, links, summary };
}

/** What apps told of what was handed over (BL7). */
async function readResults(
  { results = [] }: Scenario,
  design: SyncDesign,
  baseline: Baseline | null,
): Promise<{ readonly baseline: Baseline | null; readonly reports: readonly ResultsReport[] }> {
  if (baseline === null || results.length === 0) return { baseline, reports: [] };
  const tables: ResultTable[] = [];
  for (const { name, bytes } of results) {
    const read = await readCsv(bytesSource(name, bytes));
    if (!read.ok) throw new Error(`${name}: ${read.problem.code}`);
    const { set, report } = read;
    const lineOf = (fileRow: number): number => placeOf(report, fileRow).line;
    const rejected = report.rejected.map(({ line }) => line);
    tables.push(resultTable({ set, lineOf, rejected }, design, null));
  }
  const answered = answerHandOvers(baseline, design, tables);
  const reports = answered.told.map((told, at) => resultsReport(results[at]!.name, '', told));
  return { baseline: answered.baseline, reports };
}

interface Read {
  readonly set: RecordSet;
  readonly report: CsvReport;
}

async function readFiles(
  scenario: Scenario,
  design: SyncDesign,
  segmentRows: number,
): Promise<Map<string, Read>> {
  const files = new Map<string, Read>();
  for (const { id } of design.syncs) {
    for (const side of SIDES) {
      const file = scenario.file(side, id, design.syncs.length === 1);
      if (file === null) continue;
      const hooks = { segmentRows };
      const result = await readCsv(bytesSource(file.name, file.bytes), {}, () => undefined, hooks);
      if (!result.ok) throw new Error(`${file.name}: ${result.problem.code}`);
      files.set(`${side} ${id}`, result);
    }
  }
  return files;
}

function open(
  design: SyncDesign,
  files: ReadonlyMap<string, Read>,
  complete: readonly Side[],
): { records: Map<string, Both<Records>>; inputs: InputReport[] } {
  const inputs: InputReport[] = [];
  const records = new Map<string, Both<Records>>();
  for (const sync of design.syncs) {
    const of = (side: Side): Records => {
      const file = files.get(`${side} ${sync.id}`);
      if (file === undefined) throw new Error(`no ${side} file of ${sync.id}`);
      const { set, report } = file;
      const opened = drain(
        openRecords(set, sync[side].idField, isSalesforce(design, side), readAside(report)),
      );
      inputs.push(inputReport({ side, sync: sync.id }, report, opened.rejected, complete.includes(side)));
      return opened;
    };
    records.set(sync.id, each(of));
  }
  return { records, inputs };
}

const isSalesforce = (design: SyncDesign, side: Side): boolean => design.apps[side].kind === 'salesforce';

const each = <T>(of: (side: Side) => T): Both<T> => ({ left: of('left'), right: of('right') });
