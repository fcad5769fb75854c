import type { ReadResult } from '../src/lib/connectors/csv/index.ts';
import { BaselineReader, designHash, planKey } from '../src/lib/formats/index.ts';
import {
  checkDesign,
  openRecords,
  salesforceId,
  summarise,
  type Baseline,
  type Both,
  type DesignError,
  type PlanAbout,
  type PlanSummary,
  type Records,
  type Side,
  type SyncDesign,
  type Tools,
} from '../src/lib/engine/index.ts';
import type { Answer, Planned, Problem, SuggestedForPage } from './conversation.ts';
import { readingOf } from './reading.ts';
import { planShared, type PlanDrive } from './share.ts';

export type ReadFile = Extract<ReadResult, { ok: true }>;

/** A design with the files it plans, read. */
export interface PlanInputs {
  readonly design: SyncDesign;
  /** The design's JSON as given. */
  readonly json: unknown;
  readonly files: ReadonlyMap<string, Both<ReadFile>>;
  readonly baseline: { readonly baseline: Baseline; readonly sha256: string } | null;
  readonly suggested: SuggestedForPage | null;
}

export interface PlanRun extends PlanDrive {
  readonly asOf: string;
  readonly started: number;
}

/** Checks the design against the files, plans and counts. */
export async function planInputs(inputs: PlanInputs, run: PlanRun): Promise<Answer<Planned>> {
  const { design, files, baseline } = inputs;
  const headers = new Map(
    [...files].map(([sync, { left, right }]) => [sync, { left: left.set.header, right: right.set.header }]),
  );
  const { errors } = checkDesign(design, headers);
  if (errors.length > 0) return { ok: false, problem: designProblem(design.name, errors) };

  run.onProgress({ what: 'open', done: 0, total: 0 });
  const records = new Map<string, Both<Records>>();
  for (const sync of design.syncs) {
    const read = files.get(sync.id);
    if (read === undefined) throw new Error(`no files for ${sync.id}`);
    const open = (side: Side): Records =>
      openRecords(read[side].set, sync[side].idField, design.apps[side].kind === 'salesforce');
    records.set(sync.id, { left: open('left'), right: open('right') });
  }
  const plan = await planShared(
    { design, records, baseline: baseline?.baseline ?? null, choices: null },
    run,
  );
  if (plan === null)
    return { ok: false, problem: { title: 'This plan was replaced by a newer one.', detail: '' } };

  const readings = new Map(
    design.syncs.map(({ id }) => [
      id,
      {
        left: readingOf(files.get(id)!.left.report, records.get(id)!.left.rejected),
        right: readingOf(files.get(id)!.right.report, records.get(id)!.right.rejected),
      },
    ]),
  );
  return {
    ok: true,
    value: {
      name: design.name,
      apps: { left: design.apps.left.name, right: design.apps.right.name },
      syncs: plan.syncs.map(({ sync }) => ({
        id: sync.id,
        kind: sync.kind,
        objects: { left: sync.left.object, right: sync.right.object },
        readings: readings.get(sync.id)!,
        suggested: inputs.suggested,
      })),
      summary: summarise(plan, aboutOf(inputs, readings, run)),
      took: performance.now() - run.started,
    },
  };
}

/** A baseline's text; a damaged one is a problem, never passed over (L15). */
export function readBaselineText(
  text: string,
  design: SyncDesign,
  tools: Tools,
): Answer<NonNullable<PlanInputs['baseline']>> {
  const idForm = (side: Side) =>
    design.apps[side].kind === 'salesforce' ? salesforceId : (id: string): string => id;
  const reader = new BaselineReader({ left: idForm('left'), right: idForm('right') });
  for (const line of text.split('\n')) if (line !== '') reader.add(line);
  const reading = reader.finish();
  if (!reading.ok) {
    const title = `The baseline cannot be used, line ${String(reading.line)}: ${reading.message}`;
    return { ok: false, problem: { title, detail: 'Nothing was planned.' } };
  }
  return { ok: true, value: { baseline: reading.baseline, sha256: tools.sha256(tools.encode(text)) } };
}

/** The first error of a design, and how many others there are. */
export function designProblem(name: string, errors: readonly DesignError[]): Problem {
  const [first] = errors;
  const more = errors.length - 1;
  const others = more === 0 ? '' : ` ${String(more)} more ${more === 1 ? 'error' : 'errors'} of the design.`;
  return {
    title: `The design of ${name} has ${errors.length === 1 ? 'an error' : 'errors'}.`,
    detail: `${first?.at ?? ''}: ${first?.message ?? ''}${others}`,
  };
}

function aboutOf(
  { design, json, files, baseline }: PlanInputs,
  readings: ReadonlyMap<string, Planned['syncs'][number]['readings']>,
  { asOf, tools }: PlanRun,
): PlanAbout {
  const inputs = design.syncs.flatMap(({ id }) =>
    (['left', 'right'] as const).map((side): PlanSummary['inputs'][number] => {
      const { file, rows, stored, rejected, blank, sha256 } = readings.get(id)![side];
      return { side, sync: id, file, rows, stored, rejected, blank, sha256 };
    }),
  );
  const hash = designHash(json, tools);
  const key = planKey(
    {
      designHash: hash,
      inputs: [...files].flatMap(([sync, both]) =>
        (['left', 'right'] as const).map((side) => ({
          side,
          sync,
          sha256: both[side].report.sha256,
          reading: null,
        })),
      ),
      baseline: baseline?.sha256 ?? null,
      choices: null,
      asOf,
      tlds: tools.tlds.version,
    },
    tools,
  );
  return {
    asOf,
    designHash: hash,
    planKey: key,
    planHash: null,
    tlds: tools.tlds.version,
    inputs,
    baseline: baseline?.baseline ?? null,
  };
}
