import * as Comlink from 'comlink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome, PlanWorker } from './support/plan.worker.ts';
import { scenarioFiles, type ScenarioFiles } from './support/scenario-files.ts';

const RECORDS = 20_000;
const SEED = 20_250_601;

const workers = [start(), start()] as const;
const [main, helper] = workers.map((worker) => Comlink.wrap<PlanWorker>(worker)) as [
  Comlink.Remote<PlanWorker>,
  Comlink.Remote<PlanWorker>,
];

function start(): Worker {
  return new Worker(new URL('./support/plan.worker.ts', import.meta.url), { type: 'module' });
}

beforeAll(async () => {
  const { port1, port2 } = new MessageChannel();
  await main.connect(Comlink.transfer(port1, [port1]));
  await helper.help(Comlink.transfer(port2, [port2]));
});

afterAll(() => {
  for (const worker of workers) worker.terminate();
});

const expected = ({ plan, errors }: ScenarioFiles): Outcome => (plan === null ? { errors } : { text: plan });

/** Of an error its place and code: the words are not compared. */
const comparable = (outcome: Outcome): Outcome =>
  'errors' in outcome ? { errors: outcome.errors.map(({ at, code }) => ({ at, code })) } : outcome;

describe('the number of workers', () => {
  it('[MA16][L2] every scenario gives the expected bytes over one worker and over two', async () => {
    const scenarios = await scenarioFiles();
    expect(scenarios.length).toBeGreaterThan(100);
    for (const files of scenarios) {
      for (const shared of [false, true]) {
        const outcome = comparable(await main.planScenario(files, shared));
        expect(outcome, `${files.name} over ${shared ? 'two workers' : 'one'}`).toEqual(expected(files));
      }
    }
    // The second worker really did its part.
    expect(await helper.helped()).toBeGreaterThan(100);
  });

  it(`[MA16][L2] exports of ${String(RECORDS)} records a side give the same bytes`, async () => {
    const before = await helper.helped();
    const one = await main.planExports(RECORDS, SEED, false);
    expect(await helper.helped()).toBe(before);
    const two = await main.planExports(RECORDS, SEED, true);
    expect(two).toEqual(one);
    // Of eleven mappings the second worker does five; e-mails are coded where they are made normal.
    expect(await helper.helped()).toBe(before + 5);
    expect(one).toMatchObject({ lines: 24_000 });
  });
});
