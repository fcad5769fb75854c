import { afterEach, describe, expect, it } from 'vitest';
import type { Call, CallAnswer, Caller } from '../../../src/lib/connectors/app/call.ts';
import {
  FaultDesk,
  html,
  inProcess,
  json,
  overHttp,
  serve,
  type FakeApp,
  type Fault,
  type Served,
} from './index.ts';

/** A fake that counts what it did. */
function counting(): { app: FakeApp; done: () => number } {
  let done = 0;
  return { app: ({ body }) => json(200, { done: ++done, body }), done: () => done };
}

const POST: Call = { method: 'POST', path: '/things?a=1', headers: {}, body: '{"x":"å"}' };
const told = (answer: CallAnswer) =>
  answer.kind === 'lost' ? answer.because : `${String(answer.status)} ${answer.body}`;

const open: Served[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

type Way = (desk: FaultDesk, app: FakeApp, patience: number) => Promise<Caller>;
const WAYS: readonly [string, Way][] = [
  ['without a socket', async (desk, app, patience) => inProcess(desk.wrap(app), () => ({}), patience)],
  [
    'over HTTP',
    async (desk, app, patience) => {
      const served = await serve(desk.wrap(app));
      open.push(served);
      return overHttp(served.origin, () => ({}), patience);
    },
  ],
];

describe.each(WAYS)('a fake behind its faults, %s', (_, way) => {
  const once = { times: 1 };
  const whole = '200 {"done":1,"body":"{\\"x\\":\\"å\\"}"}';
  const cases: readonly [string, Fault, string, number][] = [
    ['nothing met', { kind: 'drop', when: 'before-commit', meets: { method: 'GET' } }, whole, 1],
    ['dropped before', { kind: 'drop', when: 'before-commit', meets: once }, 'dropped', 0],
    ['done, then dropped', { kind: 'drop', when: 'after-commit', meets: once }, 'dropped', 1],
    ['hanging', { kind: 'hang', when: 'before-commit', meets: once }, 'timeout', 0],
    ['done, then hanging', { kind: 'hang', when: 'after-commit', meets: once }, 'timeout', 1],
    ['a drip in time', { kind: 'drip', bytes: 16, milliseconds: 1, meets: once }, whole, 1],
    ['a drip too slow', { kind: 'drip', bytes: 1, milliseconds: 100, meets: once }, 'timeout', 1],
    ['half a body, cut', { kind: 'half', cut: true, meets: once }, 'dropped', 1],
    ['half a body as all', { kind: 'half', cut: false, meets: once }, '200 {"done":1,"body"', 1],
    [
      'HTML',
      { kind: 'answer', when: 'after-commit', reply: { ...html(502), body: '<html>' }, meets: once },
      '502 <html>',
      1,
    ],
    [
      'a 5xx before',
      { kind: 'answer', when: 'before-commit', reply: json(500, {}), meets: once },
      '500 {}',
      0,
    ],
    [
      'a changed answer',
      { kind: 'change', change: (reply) => ({ ...reply, body: '[]' }), meets: once },
      '200 []',
      1,
    ],
  ];
  it.each(cases)('%s', async (_name, fault, said, done) => {
    const desk = new FaultDesk();
    const fake = counting();
    const on = desk.add(fault);
    // Short only where it must run out, whatever the machine has to do.
    const call = await way(desk, fake.app, said === 'timeout' ? 300 : 60_000);
    expect(told(await call(POST))).toBe(said);
    expect(fake.done()).toBe(done);
    expect(on.hits).toBe(fault.meets === once ? 1 : 0);
    if (said !== 'timeout') expect(told(await call(POST))).toContain('200 ');
  });
});

describe('which calls a fault meets', () => {
  it('spares the first, meets some, ends, and is switched off', async () => {
    const desk = new FaultDesk();
    const call = inProcess(desk.wrap(counting().app), () => ({}));
    const on = desk.add({
      kind: 'drop',
      when: 'before-commit',
      meets: { path: /^\/things/, skip: 1, times: 2 },
    });
    const kinds = [];
    for (let i = 0; i < 5; i++) kinds.push((await call(POST)).kind);
    expect(kinds).toEqual(['answered', 'lost', 'lost', 'answered', 'answered']);
    expect(on.hits).toBe(2);
    const always = desk.add({ kind: 'drop', when: 'before-commit' });
    expect((await call(POST)).kind).toBe('lost');
    always.off();
    expect((await call(POST)).kind).toBe('answered');
    expect(desk.calls).toBe(7);
  });

  it('of two that would decide the second waits for the next call', async () => {
    const desk = new FaultDesk();
    const call = inProcess(desk.wrap(counting().app), () => ({}));
    const one = { kind: 'drop', when: 'before-commit', meets: { times: 1 } } as const;
    const [first, second] = [desk.add(one), desk.add({ ...one, kind: 'hang' })];
    const answers = [await call(POST), await call(POST), await call(POST)].map(told);
    expect(answers.slice(0, 2)).toEqual(['dropped', 'timeout']);
    expect([answers[2]?.slice(0, 3), first.hits, second.hits]).toEqual(['200', 1, 1]);
  });

  it('a share of them is the same for the same seed', async () => {
    const run = async (seed: number) => {
      const desk = new FaultDesk(seed);
      const call = inProcess(desk.wrap(counting().app), () => ({}));
      const on = desk.add({
        kind: 'answer',
        when: 'after-commit',
        reply: json(503, {}),
        meets: { share: 0.2 },
      });
      for (let i = 0; i < 1000; i++) await call(POST);
      return on.hits;
    };
    const hits = await run(7);
    expect(hits).toBeGreaterThan(150);
    expect(hits).toBeLessThan(250);
    expect(await run(7)).toBe(hits);
    expect(await run(8)).not.toBe(hits);
  });

  it('what happens meanwhile happens before the call, and the call goes on', async () => {
    const desk = new FaultDesk();
    const seen: string[] = [];
    const call = inProcess(
      desk.wrap(({ path }) => (seen.push(path), json(200, {}))),
      () => ({}),
    );
    desk.add({ kind: 'meanwhile', run: () => seen.push('a person edits'), meets: { skip: 1, times: 1 } });
    await call(POST);
    await call(POST);
    expect(seen).toEqual(['/things?a=1', 'a person edits', '/things?a=1']);
  });

  it('the sign-in is read anew for every call, its names in lower case', async () => {
    const seen: string[] = [];
    const app: FakeApp = ({ headers }) => (seen.push(headers['authorization'] ?? ''), json(200, {}));
    let token = 'one';
    const call = inProcess(new FaultDesk().wrap(app), () => ({ Authorization: token }));
    await call(POST);
    token = 'two';
    await call(POST);
    expect(seen).toEqual(['one', 'two']);
  });
});
