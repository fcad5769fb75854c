import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { canonicalJson } from '../../src/lib/engine/index.ts';
import { ENGINE_VERSION } from '../../src/lib/formats/plan-key.ts';
import { readScenarios, type Scenario } from './scenario.ts';

/** `<scenario> <hash of what goes in> <hash of plan.jsonl>` of every scenario, after a line with the engine's version. */
const PINNED = join(import.meta.dirname, 'pinned-plans.txt');
const PIN = 'PIN_PLANS=1 npx vitest run --project=unit tests/scenarios/engine-version.test.ts';

const short = (parts: readonly (string | Uint8Array | null)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part ?? 'none').update('\0');
  return hash.digest('hex').slice(0, 16);
};

const resultBytes = ({ results = [] }: Scenario) => results.map(({ bytes }) => bytes);

function input(scenario: Scenario): string {
  const { syncs } = scenario.design as { syncs: readonly { id: string }[] };
  const files = syncs.flatMap(({ id }) =>
    (['left', 'right'] as const).map((side) => scenario.file(side, id, syncs.length === 1)?.bytes ?? null),
  );
  return short([
    canonicalJson(scenario.design),
    ...files,
    scenario.baseline,
    scenario.choices,
    ...resultBytes(scenario),
  ]);
}

const rows = readScenarios(import.meta.dirname).map((scenario) => ({
  name: scenario.name,
  input: input(scenario),
  // `scenarios.test.ts` holds that this is what the engine makes.
  plan: short([scenario.plan]),
}));

const [version = '', ...lines] = readFileSync(PINNED, 'utf8').trimEnd().split('\n');
const pinned = new Map(lines.map((line) => [line.split(' ')[1], line.split(' ')[2]]));

it('[MA16] the engine`s version is raised when the same inputs give another plan', () => {
  const moved = rows.filter((row) => pinned.has(row.input) && pinned.get(row.input) !== row.plan);
  if (moved.length > 0) {
    const names = moved.map(({ name }) => name).join(', ');
    expect(
      ENGINE_VERSION,
      `the same inputs give another plan (${names}): raise ENGINE_VERSION in src/lib/formats/plan-key.ts, then ${PIN}`,
    ).not.toBe(version);
  }
  if (process.env['PIN_PLANS'] === '1') {
    const text = rows.map(({ name, input: given, plan }) => `${name} ${given} ${plan}`);
    writeFileSync(PINNED, `${[ENGINE_VERSION, ...text].join('\n')}\n`);
    return;
  }
  expect(ENGINE_VERSION, `the plans of this version are not pinned yet: ${PIN}`).toBe(version);
  const loose = rows.filter((row) => !pinned.has(row.input)).map(({ name }) => name);
  expect(loose, `scenarios that are new or have new inputs are not pinned yet: ${PIN}`).toEqual([]);
});
