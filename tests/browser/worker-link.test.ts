import { describe, expect, it } from 'vitest';
import type { Answer, Problem } from '../../src/lib/conversation/index.ts';
import { WorkerLink } from '../../src/lib/workbench/link/worker-link.ts';
import echoUrl from './support/echo.worker.ts?worker&url';
import type { Echo } from './support/echo.worker.ts';

const ok = <T>(value: T): Answer<T> => ({ ok: true, value });

/** A link on workers that can be ended behind its back. */
function stand(
  addresses: readonly string[] = [echoUrl],
  ready = () => Promise.resolve<Answer<unknown>>(ok(0)),
) {
  const workers: Worker[] = [];
  const deaths: string[] = [];
  const link = new WorkerLink<Echo>(
    () => {
      const address = addresses[Math.min(workers.length, addresses.length - 1)]!;
      const worker = new Worker(address, { type: 'module' });
      workers.push(worker);
      return worker;
    },
    ready,
    { onDeath: (cause) => deaths.push(cause) },
  );
  const echo = (text: string) => link.ask(async (remote) => ok(await remote.echo(text)));
  const silence = () => link.ask(async (remote) => ok(await remote.silence()));
  const fail = () => link.ask(async (remote) => ok(await remote.fail()));
  return { link, workers, deaths, echo, silence, fail };
}

const codeOf = (answer: Answer<unknown>): string => (answer.ok ? '' : answer.problem.code);

describe('a worker of the page', () => {
  it('is started with the first question and answers them all', async () => {
    const { workers, echo } = stand();
    expect(workers).toHaveLength(0);
    expect(await Promise.all([echo('a'), echo('b')])).toEqual([ok('a'), ok('b')]);
    expect(workers).toHaveLength(1);
  });

  it('that the browser ends answers every open question, tells of it once, and is replaced', async () => {
    const { workers, deaths, echo, silence } = stand();
    await echo('a');
    const open = [silence(), silence()];
    workers[0]!.terminate();
    expect((await Promise.all(open)).map(codeOf)).toEqual(['worker-stopped', 'worker-stopped']);
    expect(deaths).toHaveLength(1);
    expect(await echo('again')).toEqual(ok('again'));
    expect([workers.length, deaths.length]).toEqual([2, 1]);
  });

  it('that fails says why', async () => {
    const { deaths, fail, echo } = stand();
    const failed = await fail();
    expect(failed.ok ? '' : JSON.stringify(failed.problem)).toContain('out of memory');
    expect(deaths).toEqual([expect.stringContaining('out of memory')]);
    expect(await echo('again')).toEqual(ok('again'));
  });

  it('whose script is not there is an answer, and the next question tries again', async () => {
    const { workers, echo } = stand(['/no-such-worker.js', echoUrl]);
    expect(codeOf(await echo('a'))).toBe('worker-stopped');
    expect(await echo('b')).toEqual(ok('b'));
    expect(workers).toHaveLength(2);
  });

  it('that is ended on purpose leaves no question open, and is no death', async () => {
    const { link, deaths, echo, silence } = stand();
    await echo('a');
    const open = silence();
    link.stop();
    expect(codeOf(await open)).toBe('worker-stopped');
    expect(deaths).toEqual([]);
  });

  it('that cannot get ready answers each question with why, and is started anew', async () => {
    const full: Problem = { code: 'quota', what: 'database', where: '' };
    const states: Answer<unknown>[] = [{ ok: false, problem: full }, ok(0)];
    const { workers, echo } = stand([echoUrl], () => Promise.resolve(states.shift()!));
    expect(await echo('a')).toEqual({ ok: false, problem: full });
    expect(await echo('b')).toEqual(ok('b'));
    expect(workers).toHaveLength(2);
  });
});
