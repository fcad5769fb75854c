import { UNWATCHED } from '../../workers/common/work.ts';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { OUTCOMES, SIDES, partsOf, type Side } from '../../src/lib/engine/index.ts';
import { readScenarios, type Scenario } from '../scenarios/scenario.ts';
import { ALL, allRows, DeskWorld, each, planned, value } from './desk-world.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', 'scenarios');
const scenarios = readScenarios(root).filter(
  ({ plan, choices, errors }) => plan !== null && choices === null && errors.length === 0,
);

function tablesOf(scenario: Scenario, syncs: readonly string[]) {
  const file = (side: Side, sync: string) => {
    const found = scenario.file(side, sync, syncs.length === 1);
    if (found === null) throw new Error(`no ${side} file of ${sync}`);
    return found;
  };
  return Object.fromEntries(syncs.map((sync) => [sync, each((side) => file(side, sync))]));
}

describe('[HE4] every scenario on the desk', () => {
  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', async (_, scenario) => {
    const syncs = (scenario.design as { syncs: { id: string }[] }).syncs.map(({ id }) => id);
    const world = await DeskWorld.open();
    const context = await world.context({
      design: scenario.design,
      tables: tablesOf(scenario, syncs),
      baseline: scenario.baseline,
      results: scenario.results ?? [],
      complete: scenario.complete ?? [],
    });
    const desk = await world.desk(context);
    const head = await planned(desk);
    const files = value(await desk.planFiles(UNWATCHED));
    const text = await files.find(({ name }) => name === 'plan.jsonl')!.blob.text();
    expect(text).toBe(scenario.plan);

    const lines = text
      .split('\n')
      .filter((line) => line !== '')
      .map(
        (line) =>
          JSON.parse(line) as {
            sync: string;
            outcome: string;
            left: unknown;
            right: unknown;
            writes: { field: string | null }[];
          },
      );
    for (const sync of head.syncs) {
      const own = lines.filter((line) => line.sync === sync.id);
      const of = (outcome: string): number => own.filter((line) => line.outcome === outcome).length;
      expect(sync.total).toBe(own.length);
      for (const outcome of OUTCOMES) expect(sync.subjects[outcome]).toBe(of(outcome));
      const written = own.filter((line) => line.writes.length > 0).length;
      expect(sync.written).toBe(written);
      expect(sync.decisions).toEqual({ approved: 0, held: 0, rejected: 0, open: written });
      expect(sync.needsPerson).toBe(of('conflict') + of('failing') + of('ambiguous'));

      const view = value(await desk.view(sync.id, ALL));
      expect(view.total).toBe(own.length);
      expect(view.scopes).toEqual({ all: own.length, written, 'needs-person': sync.needsPerson, changed: 0 });
      const rows = await allRows(desk, sync.id);
      expect(rows.map(({ outcome }) => outcome)).toEqual(own.map(({ outcome }) => outcome));
      // A delete writes no field (DE4).
      const ofField = own.map(({ writes }) => writes.filter(({ field }) => field !== null).length);
      expect(rows.map(({ writes }) => writes)).toEqual(ofField);
      // Outcomes and records read add up on every side.
      for (const side of SIDES) {
        const read = own.filter((line) => line[side] !== null).length;
        expect(head.summary.counts[sync.id]![side].read).toBe(read);
        expect(context.records.get(sync.id)![side].count).toBe(read);
      }
      for (const { code, filter } of sync.warnings) {
        const warned = head.summary.warnings.filter((each) => each.code === code && each.sync === sync.id);
        const isRecords = ['doubles', 'waits', 'no-key-written', 'maxChanged'].includes(code);
        if (filter !== null && isRecords) {
          expect([code, value(await desk.view(sync.id, filter)).total]).toEqual([code, warned[0]!.count]);
        }
      }
      for (const row of rows) {
        const detail = value(await desk.subject(sync.id, row.subject));
        expect(detail.fields.filter(({ write }) => write !== null).length).toBe(row.writes);
        expect(detail.line.outcome).toBe(row.outcome);
      }
      const impact = value(await desk.impact(sync.id));
      expect(impact.map(({ enabled: _enabled, top: _top, ...counts }) => counts)).toEqual(
        head.summary.counts[sync.id]!.fields.map(({ differ: _differ, apart: _apart, ...counts }) => counts),
      );
      for (const { fills, overwrites, clears, top } of impact) {
        const shown = top.reduce((sum, { count }) => sum + count, 0);
        expect(shown).toBeLessThanOrEqual(fills + overwrites + clears);
      }
      const facts = value(await desk.facts(sync.id, UNWATCHED));
      for (const key of facts.keys) {
        expect(key.newHits).toBeLessThanOrEqual(key.hits);
        expect(key.byNormaliser).toBeLessThanOrEqual(key.hits);
      }
      // The parts of a stage map are told as stages (ST2), associations in their own section.
      const { stages, associations } = context.design.syncs.find(({ id }) => id === sync.id)!;
      const parts = stages === null ? 0 : partsOf(stages).length;
      expect(facts.mappings.length + parts + associations.length).toBe(impact.length);
      expect(facts.stages === null).toBe(stages === null);
    }
  });
});
