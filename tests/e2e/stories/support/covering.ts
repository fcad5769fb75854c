import type { PlanLine } from '../../../../src/lib/engine/index.ts';
import type { Scenario } from '../../../scenarios/scenario.ts';

/**
 * As few scenarios as show between them whatever any one shows: each outcome, reason, note and write of a plan on each side, and each
 * setting of a design.
 */
export function covering(scenarios: readonly Scenario[]): readonly Scenario[] {
  const left = new Map(scenarios.map((one) => [one, featuresOf(one)]));
  const chosen: Scenario[] = [];
  for (;;) {
    let best: Scenario | null = null;
    for (const [one, features] of left)
      if (features.size > (best === null ? 0 : left.get(best)!.size)) best = one;
    if (best === null) return scenarios.filter((one) => chosen.includes(one));
    chosen.push(best);
    const shown = left.get(best)!;
    left.delete(best);
    for (const features of left.values()) for (const feature of shown) features.delete(feature);
  }
}

/** What of the product a scenario shows, as texts that two scenarios can share. */
export function featuresOf(scenario: Scenario): Set<string> {
  const found = new Set<string>();
  const lines = (scenario.plan ?? '').split('\n').filter((line) => line !== '');
  for (const text of lines) {
    const line = JSON.parse(text) as PlanLine;
    tell(line, 'line', found);
    for (const { code, side } of line.reasons) found.add([line.outcome, code, side].join(' '));
    for (const { because, side } of line.writes) found.add([line.outcome, because, side].join(' '));
  }
  tell(scenario.design, 'design', found);
  for (const { code } of scenario.errors) found.add(`error ${code}`);
  for (const code of Object.keys(scenario.counts?.warnings ?? {})) found.add(`warning ${code}`);
  for (const part of ['baseline', 'choices', 'complete', 'results'] as const) {
    const given = scenario[part];
    if (given != null && given.length > 0) found.add(part);
  }
  return found;
}

/** What is of the records and their names, not of the product. */
const OWN =
  /^(left|right|ids?|name|label|fields?|values?|leftValue|rightValue|baseline|from|to|by|more|sync|row|rule|idField|modifiedField|object|country|title|key|default|stages|allow|deny)$/;

function tell(value: unknown, path: string, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const one of value) tell(one, `${path}[]`, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, one] of Object.entries(value)) tell(one, `${path}.${name}`, found);
  } else if (
    OWN.test(path.slice(path.lastIndexOf('.') + 1).replaceAll('[]', '')) ||
    typeof value === 'number'
  ) {
    found.add(path);
  } else found.add(`${path} ${String(value)}`);
}
