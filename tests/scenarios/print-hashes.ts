import { createHash } from 'node:crypto';
import { planScenario } from './plan-scenario.ts';
import { readScenarios } from './scenario.ts';

/**
 * Run in a child process by `determinism.test.ts`, with the folder of the scenarios as its argument: prints the time zone and
 * locale it runs in, then `<name> <sha256 of plan.jsonl or of the design errors>` of every scenario.
 */
const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
console.log(`${timeZone} ${locale}`);
for (const scenario of readScenarios(process.argv[2] ?? '.')) {
  const planned = await planScenario(scenario, 97);
  const text = planned.ok ? planned.text : JSON.stringify(planned.errors);
  console.log(`${scenario.name} ${createHash('sha256').update(text).digest('hex')}`);
}
