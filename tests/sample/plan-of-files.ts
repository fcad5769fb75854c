import {
  checkDesign,
  completeFiles,
  drain,
  openRecords,
  planSyncs,
  readDesign,
  summarise,
  SIDES,
  type Baseline,
  type InputReport,
  type Plan,
  type PlanSummary,
  type Records,
  type Side,
} from '../../src/lib/engine/index.ts';
import type { Both } from '../../src/lib/engine/model/side.ts';
import { isCompleteFile } from '../../src/lib/connectors/complete.ts';
import { inputReport, readAside } from '../../src/lib/connectors/input-report.ts';
import { readCsv } from '../../src/lib/connectors/csv/index.ts';
import type { ByteSource } from '../../src/lib/connectors/source.ts';
import { createTools } from '../../src/lib/tools/index.ts';

export interface PlannedFiles {
  readonly plan: Plan;
  readonly summary: PlanSummary;
}

/** Reads the files of every sync and plans them, as the command line does. Throws where anything is wrong. */
export async function planOfFiles(
  json: unknown,
  files: Readonly<Record<string, Both<ByteSource>>>,
  baseline: Baseline | null = null,
): Promise<PlannedFiles> {
  const tools = createTools();
  const reading = readDesign(json);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  const { design } = reading;
  const records = new Map<string, Both<Records>>();
  const inputs: InputReport[] = [];
  for (const sync of design.syncs) {
    const open = async (side: Side): Promise<Records> => {
      const result = await readCsv(files[sync.id]![side]);
      if (!result.ok) throw new Error(JSON.stringify(result.problem));
      const { set, report } = result;
      const opened = drain(
        openRecords(set, sync[side].idField, design.apps[side].kind === 'salesforce', readAside(report)),
      );
      const complete = isCompleteFile(sync, side, report, false);
      inputs.push(inputReport({ side, sync: sync.id }, report, opened.rejected, complete));
      return opened;
    };
    records.set(sync.id, { left: await open('left'), right: await open('right') });
  }
  const headers = new Map(
    [...records].map(([id, { left, right }]) => [id, { left: left.header, right: right.header }]),
  );
  const { errors } = checkDesign(design, headers);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const complete = completeFiles(inputs);
  const plan = drain(
    planSyncs({ design, records, baseline, choices: null, asOf: '2026-01-31', complete }, tools),
  );
  const about = { asOf: '2026-01-31', designHash: '', planKey: '', planHash: null, tlds: tools.tlds.version };
  return { plan, summary: drain(summarise(plan, { ...about, inputs, baseline })) };
}

/** Outcomes of a sync that are not 0, left and right, and that they add up to the records read (HE4). */
export function outcomesOf(summary: PlanSummary, sync: string): Both<Record<string, number>> {
  const present = (side: Side): Record<string, number> => {
    const { read, ...outcomes } = summary.counts[sync]![side];
    const sum = Object.values(outcomes).reduce((a, b) => a + b, 0);
    if (sum !== read) throw new Error(`${sync} ${side}: ${String(sum)} outcomes of ${String(read)} records`);
    return Object.fromEntries(Object.entries(outcomes).filter(([, count]) => count > 0));
  };
  const [left, right] = SIDES;
  return { left: present(left), right: present(right) };
}
