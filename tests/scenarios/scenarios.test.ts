import { describe, expect, it } from 'vitest';
import { OUTCOMES, REASON_CODES, SIDES, type PlanLine, type Side } from '../../src/lib/engine/index.ts';
import { IN_FILES } from '../../src/lib/words/in-files.ts';
import { planScenario } from './plan-scenario.ts';
import { readScenarios, type ExpectedCounts } from './scenario.ts';

const SEGMENTS = [1, 97, 16_384];

describe('scenarios', () => {
  for (const scenario of readScenarios(import.meta.dirname)) {
    it(scenario.title, async () => {
      const planned = await planScenario(scenario, SEGMENTS[0]!);
      if (!planned.ok) {
        expect(planned.errors.map(({ at, code }) => ({ at, code }))).toEqual(scenario.errors);
        expect(scenario.plan).toBeNull();
        for (const error of planned.errors) expect(IN_FILES.designError(error)).toMatch(/\.$/);
        return;
      }
      expect(scenario.errors).toEqual([]);
      // Line by line first: a difference is then shown where it is.
      expect(linesOf(planned.text)).toEqual(linesOf(scenario.plan ?? ''));
      expect(planned.text).toBe(scenario.plan);
      if (scenario.nextBaseline !== null) {
        expect(linesOf(planned.links)).toEqual(linesOf(scenario.nextBaseline));
      }
      for (const rows of [...SEGMENTS, SEGMENTS[0]!]) {
        const again = await planScenario(scenario, rows);
        expect(again.ok && again.text, `segments of ${String(rows)} rows`).toBe(planned.text);
        expect(again.ok && again.links, `segments of ${String(rows)} rows`).toBe(planned.links);
        expect(again.ok && again.summary, `segments of ${String(rows)} rows`).toEqual(planned.summary);
      }

      const { counts, inputs } = planned.summary;
      for (const { side, sync, rows, stored, rejected, blank } of inputs) {
        expect(stored + rejected + blank).toBe(rows);
        const own = counts[sync]![side];
        expect(own.read).toBe(stored);
        expect(OUTCOMES.reduce((sum, outcome) => sum + own[outcome], 0)).toBe(own.read);
        expect(own).toEqual(countLines(scenario.plan ?? '', sync, side));
      }
      if (scenario.counts !== null) compareCounts(scenario.counts, planned.summary);
    });
  }
});

const linesOf = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);

/** HE4 from the expected lines: a pair counts on each side, a lone record on its own. */
function countLines(text: string, sync: string, side: Side): Record<string, number> {
  const counts = filled(OUTCOMES, {});
  let read = 0;
  for (const line of linesOf(text) as PlanLine[]) {
    if (line.sync !== sync || line[side] === null) continue;
    counts[line.outcome]!++;
    read++;
  }
  return { ...counts, read };
}

function compareCounts(
  expected: ExpectedCounts,
  summary: { counts: object; warnings: readonly { code: string; count: number }[] },
): void {
  for (const [sync, { left, right, reasons, ...rest }] of Object.entries(expected.counts ?? {})) {
    const own = (summary.counts as Record<string, Record<string, unknown>>)[sync]!;
    const sides = { left, right };
    for (const side of SIDES) {
      const named = sides[side];
      if (named !== undefined) expect(own[side], `${sync} ${side}`).toEqual(filled(OUTCOMES, named));
    }
    if (reasons !== undefined) {
      expect(filled(REASON_CODES, own['reasons'] as object), `${sync} reasons`).toEqual(
        filled(REASON_CODES, reasons),
      );
    }
    for (const [name, value] of Object.entries(rest)) expect(own[name], `${sync} ${name}`).toEqual(value);
  }
  const warnings = Object.fromEntries(summary.warnings.map(({ code, count }) => [code, count]));
  expect(filled(Object.keys(expected.warnings ?? {}), warnings)).toMatchObject(expected.warnings ?? {});
}

const filled = (names: readonly string[], given: object): Record<string, number> => ({
  ...Object.fromEntries(names.map((name) => [name, 0])),
  ...given,
});
