import { describe, expect, it } from 'vitest';
import {
  drain,
  lineText,
  Memo,
  planLines,
  planSyncs,
  readDesign,
  type Task,
} from '../../src/lib/engine/index.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import { planShared, runForOther, type Helper } from '../../workers/common/share.ts';
import { BENCH_DESIGN, openedExports } from '../bench/generate.ts';

const tools = createTools();
const reading = readDesign(BENCH_DESIGN);
if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
const records = new Map([['contacts', openedExports(1_000, 1).records]]);
const input = { design: reading.design, records, baseline: null, choices: null, asOf: '2026-01-01' };

const onProgress = (): void => undefined;
const stale = (): boolean => false;
/** Waited for no longer than what is ready now takes. */
const patience = (): Promise<void> => new Promise((done) => setTimeout(done));
const drive = { tools, worth: () => true, patience, onProgress, stale };

const alone = [...planLines(drain(planSyncs(input, tools)))].map(lineText);

async function linesWith(helper: Helper): Promise<readonly string[]> {
  const plan = await planShared(input, { ...drive, memo: new Memo(), helper });
  return plan === null ? [] : [...planLines(plan)].map(lineText);
}

describe('[MA16] a plan shared with a second worker', () => {
  it('is the same when that worker fails at everything', async () => {
    expect(await linesWith({ runTask: () => Promise.reject(new Error('no')) })).toEqual(alone);
  });

  it('is the same when that worker falls silent', async () => {
    expect(await linesWith({ runTask: () => new Promise(() => undefined) })).toEqual(alone);
  });

  it('is the same when that worker fails after its first answer', async () => {
    let answers = 0;
    const runTask: Helper['runTask'] = (task) =>
      answers++ === 0 ? Promise.resolve(runForOther(task, tools)) : Promise.reject(new Error('no'));
    expect(await linesWith({ runTask })).toEqual(alone);
    expect(answers).toBeGreaterThan(1);
  });

  it('hands over what is heavy alone, unless told otherwise', async () => {
    const handed: Task[] = [];
    const helper: Helper = {
      runTask: (task) => {
        handed.push(task);
        return Promise.resolve(runForOther(task, tools));
      },
    };
    const plan = await planShared(input, { tools, onProgress, stale, memo: new Memo(), helper });
    expect(plan === null ? [] : [...planLines(plan)].map(lineText)).toEqual(alone);
    expect(handed.length).toBeGreaterThan(0);
    // The key is an e-mail; of the mappings, those of texts stay here.
    const types = handed.map((task) => (task.kind === 'compare' ? task.input.views.left.type : 'a key'));
    expect(types.filter((type) => type === 'text' || type === 'a key')).toEqual([]);
  });
});
