import { expect, it } from 'vitest';
import type { AppConnector } from '../../src/lib/connectors/app/app-connector.ts';
import type { Receipt } from '../../src/lib/connectors/app/write.ts';
import { readFile } from '../../src/lib/connectors/read-file.ts';
import { placeOf } from '../../src/lib/connectors/report.ts';
import { blobSource } from '../../src/lib/connectors/source.ts';
import {
  answerHandOvers,
  BaselineBuilder,
  mappedAfter,
  nextBaseline,
  type Baseline,
  type ResultTable,
} from '../../src/lib/engine/index.ts';
import { placeOfPushResult, resultTable } from '../../src/lib/formats/index.ts';
import { answersOfPush, freeze, handedByPush, resultsOf, type Result } from '../../src/lib/push/index.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import { resultFiles } from '../../workers/push/result-files.ts';
import { altered } from '../contracts/altered.ts';
import { enginePlanner, worldBaseline, type EnginePlanned } from '../reference/engine-plan.ts';
import { Random } from '../reference/random.ts';
import { readWorldDesign } from '../reference/read-world-design.ts';
import { HandControl } from './hand-control.ts';
import { appOf, begin, planOf, runOnce, texts, worldOf } from './push-world.ts';
import { isWhole, overSeeds } from './seeds.ts';
import { DESIGN, fill, worldNow } from './two-apps.ts';

const tools = createTools();

function baselineOf({ plan }: EnginePlanned, handed: readonly Result[]): Baseline {
  const builder = new BaselineBuilder();
  for (const link of nextBaseline(plan, handedByPush(handed))) builder.add(link);
  const mapped = new Map([...mappedAfter(plan.syncs)].map(([sync, names]) => [sync, new Set(names)]));
  return builder.finish({ design: '', rows: new Map(), mapped });
}

/** The files as `--results` and the workbench read them. */
async function tablesOf(results: readonly Result[]): Promise<readonly ResultTable[]> {
  const tables: ResultTable[] = [];
  for (const { name, blob } of resultFiles(results, () => 'id', tools)) {
    const read = await readFile(blobSource(Object.assign(blob, { name })));
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    const { set, report } = read;
    expect(report.rejected).toEqual([]);
    const lineOf = (row: number): number => placeOf(report, row).line;
    const design = readWorldDesign(DESIGN);
    tables.push(resultTable({ set, lineOf, rejected: [] }, design, placeOfPushResult(name, design)));
  }
  return tables;
}

/** An app that refuses some of what it is sent. */
const refusing =
  (random: Random) =>
  (app: AppConnector): AppConnector =>
    altered(app, {
      write: async (batch) => {
        const isRefused = batch.items.map(() => random.chance(0.15));
        const answer = await app.write({ ...batch, items: batch.items.filter((_, at) => !isRefused[at]) });
        if (answer.kind !== 'receipts') return answer;
        const refused = batch.items.flatMap(({ key }, at): Receipt[] => {
          const refusal = { category: null, code: 'NO', field: null, said: 'not like this', existing: null };
          return isRefused[at] ? [{ key, kind: 'refused', refusal }] : [];
        });
        return { ...answer, receipts: [...answer.receipts, ...refused] };
      },
    });

const writesOf = ({ lines }: EnginePlanned): readonly unknown[] =>
  lines.map(({ outcome, left, right, writes, reasons }) => [outcome, left?.id, right?.id, writes, reasons]);

it('[S374] [BL7] the files of a push, taken in again, say what its journal says: what was written, refused, unknown, and what is as if it had never been handed over', async () => {
  const became = { written: 0, refused: 0, unknown: 0, stale: 0, 'not-sent': 0 };
  await overSeeds(40, async (seed) => {
    const random = new Random(seed);
    const apps = { left: appOf(), right: appOf() };
    fill(apps, random);
    const read = worldNow(apps, null);
    const planned = enginePlanner(read);
    const { plan } = freeze({
      ...planOf([]),
      lines: planned.lines,
      design: readWorldDesign(DESIGN),
      found: () => new Map(),
      target: (sync) => ({
        object: sync,
        uniqueFields: sync === 'companies' ? ['domain'] : [],
        soughtBy: () => null,
      }),
    });
    // Some are edited meanwhile, some answers lost, and in the end it is stopped.
    for (const { act, side, object, id, values } of plan.items) {
      const field = [...values.keys()].find((name) => name !== 'company');
      if (act === 'update' && field !== undefined && random.chance(0.2))
        apps[side].edit(object, id!, texts({ [field]: `by hand ${id!}` }));
    }
    const world = { ...worldOf(apps, plan.items, seed), plan };
    const control = new HandControl();
    const stopsAt = 4 + random.int(25);
    let calls = 0;
    const journal = await begin(world);
    for (let rounds = 0; rounds < 30; rounds++) {
      const end = await runOnce(world, journal, {
        control,
        can: { batchSize: 5 },
        through: refusing(random),
        befalls: ({ what }) => {
          if (++calls === stopsAt) control.want('stop');
          return what === 'write' && random.chance(0.3)
            ? { kind: 'dropped', after: random.chance(0.5) }
            : null;
        },
      });
      if (!end.ok || end.state.is === 'done' || end.state.is === 'stopped') break;
    }
    const results = resultsOf(journal.standing);
    for (const { is } of results) became[is]++;

    // Handed over as change files are: all of it, whatever became of it.
    const all = results.map((result): Result =>
      result.is === 'stale' || result.is === 'not-sent'
        ? { item: result.item, is: 'unknown', because: 'in-doubt', lookedFor: null }
        : result,
    );
    const byFiles = answerHandOvers(baselineOf(planned, all), planned.plan.design, await tablesOf(results));
    const byJournal = answerHandOvers(
      baselineOf(planned, results),
      planned.plan.design,
      // A file does not say with what a record was read back (S462).
      answersOfPush(results, planned.plan.design).map(({ seen: _, ...table }) => table),
    );
    expect(byFiles.told.flatMap(({ unclear }) => unclear)).toEqual([]);
    const sum = (of: 'written' | 'refused' | 'unknown' | 'notSent'): number =>
      byFiles.told.reduce((total, told) => total + told[of], 0);
    const many = (...which: readonly Result['is'][]): number =>
      results.filter(({ is }) => which.includes(is)).length;
    expect([sum('written'), sum('refused'), sum('unknown'), sum('notSent')]).toEqual([
      many('written'),
      many('refused'),
      many('unknown'),
      many('stale', 'not-sent'),
    ]);
    // Rows are counted in what was handed over: more in the files.
    const linksOf = (baseline: Baseline) => worldBaseline(baseline).links.map(({ rows: _, ...link }) => link);
    expect(linksOf(byFiles.baseline)).toEqual(linksOf(byJournal.baseline));
    const again = (baseline: Baseline) =>
      writesOf(enginePlanner({ ...read, baseline: { ...worldBaseline(baseline) } }));
    expect(again(byFiles.baseline)).toEqual(again(byJournal.baseline));
  });
  if (isWhole) for (const many of Object.values(became)) expect(many).toBeGreaterThan(10);
});
