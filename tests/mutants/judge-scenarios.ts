import { isDeepStrictEqual } from 'node:util';
import { OUTCOMES, REASON_CODES, type PlanSummary } from '../../src/lib/engine/index.ts';
import type { Planned } from '../scenarios/plan-scenario.ts';
import type { Scenario } from '../scenarios/scenario.ts';

/** What in a scenario's plan is not as its folder says, or null. */
export function scenarioDiffers(scenario: Scenario, planned: Planned): string | null {
  if (!planned.ok) {
    const errors = planned.errors.map(({ at, code }) => ({ at, code }));
    return isDeepStrictEqual(errors, scenario.errors) ? null : 'errors';
  }
  if (scenario.errors.length > 0) return 'errors';
  if (planned.text !== scenario.plan) return 'plan';
  if (scenario.nextBaseline !== null && !sameLines(planned.links, scenario.nextBaseline)) {
    return 'next baseline';
  }
  return scenario.counts === null ? null : countsDiffer(scenario.counts, planned.summary);
}

const sameLines = (a: string, b: string): boolean => isDeepStrictEqual(linesOf(a), linesOf(b));

const linesOf = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);

function countsDiffer(expected: NonNullable<Scenario['counts']>, summary: PlanSummary): string | null {
  for (const [sync, named] of Object.entries(expected.counts ?? {})) {
    const own: Readonly<Record<string, unknown>> = { ...summary.counts[sync] };
    for (const [name, value] of Object.entries(named)) {
      const names = name === 'reasons' ? REASON_CODES : name === 'left' || name === 'right' ? OUTCOMES : [];
      if (!isDeepStrictEqual(filled(names, own[name]), filled(names, value))) return `count of ${name}`;
    }
  }
  for (const [code, count] of Object.entries(expected.warnings ?? {})) {
    const found = summary.warnings.find((one) => one.code === code)?.count ?? 0;
    if (found !== count) return `warning ${code}`;
  }
  return null;
}

/** A count that is not named is 0. */
const filled = (names: readonly string[], given: unknown): unknown =>
  names.length === 0
    ? given
    : { ...Object.fromEntries(names.map((name) => [name, 0])), ...(given as object) };
