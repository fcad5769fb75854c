import { describe, expect, it } from 'vitest';
import type { Answer, ConnectionHead, Problem, WindowSettings } from '../../src/lib/conversation/index.ts';
import { Jobs } from '../../src/lib/workbench/project/jobs.svelte.ts';
import { signInAddress } from '../../src/lib/workbench/sides/sign-in-address.ts';
import { listenForReturn, tellReturn } from '../../src/lib/workbench/sides/sign-in-return.ts';
import { SignInWindow } from '../../src/lib/workbench/sides/sign-in-window.svelte.ts';
import { HandClock } from '../support/hand-clock.ts';

const SETTINGS: WindowSettings = {
  app: 'salesforce',
  origin: 'https://acme.my.salesforce.com',
  clientId: 'c',
  login: 'own',
};
const OTHER: Problem = { code: 'app-window', app: 'salesforce', because: 'other-sign-in', said: '' };
const REFUSED: Problem = { code: 'app-window', app: 'salesforce', because: 'refused', said: 'no' };

function stand({ isBlocked = false, begins = true } = {}) {
  const done: string[] = [];
  const answers: (Problem | null)[] = [];
  const other = {
    closed: false,
    go: (url: string) => void done.push(`went ${url}`),
    close: () => void done.push('closed'),
  };
  let hear: ((returned: string) => void) | null = null;
  let look: (() => void) | null = null;
  const signIn = new SignInWindow(
    {
      beginSignIn: async (side, _settings, redirectUri) => {
        done.push(`began ${side} ${redirectUri}`);
        return begins
          ? { ok: true, value: 'https://login/' }
          : { ok: false, problem: { code: 'no-project' } };
      },
      finishSignIn: async (side, returned): Promise<Answer<ConnectionHead>> => {
        done.push(`finished ${side} ${returned}`);
        const problem = answers.shift() ?? null;
        return problem === null ? { ok: true, value: {} as ConnectionHead } : { ok: false, problem };
      },
    },
    new Jobs(new HandClock(), () => undefined),
    async () => void done.push('looked'),
    {
      open: () => {
        done.push('opened');
        return isBlocked ? null : other;
      },
      listen: (one) => {
        hear = one;
        return () => void (hear = null);
      },
      every: (_, one) => {
        look = one;
        return () => void (look = null);
      },
    },
  );
  const comes = async (returned: string): Promise<void> => {
    hear?.(returned);
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  return {
    ...{ signIn, done, answers, other, comes },
    look: () => look?.(),
    heard: () => hear !== null || look !== null,
  };
}

describe('a sign-in in a window of the app’s own', () => {
  it('[S423] opens the window at the press, sends it where the worker says, and ends when the person is back', async () => {
    const { signIn, done, comes, heard } = stand();
    const begun = signIn.begin('left', SETTINGS, 'http://localhost/back', 'Salesforce');
    // Later than the press a browser opens no window.
    expect(done[0]).toBe('opened');
    await begun;
    expect(signIn.waiting).toEqual({ side: 'left', is: 'waits', url: 'https://login/' });
    await comes('http://127.0.0.1/back?code=1');
    expect(done).toEqual([
      'opened',
      'began left http://localhost/back',
      'went https://login/',
      'finished left http://127.0.0.1/back?code=1',
      'looked',
    ]);
    expect([signIn.waiting, signIn.problem, heard()]).toEqual([null, null, false]);
  });

  it('[S423] a browser that opens no window leaves its address; a window that was closed is told, and may come back', async () => {
    const blocked = stand({ isBlocked: true });
    await blocked.signIn.begin('right', SETTINGS, 'b', 't');
    expect(blocked.signIn.waiting).toEqual({ side: 'right', is: 'blocked', url: 'https://login/' });
    const { signIn, other, look, comes } = stand();
    await signIn.begin('left', SETTINGS, 'b', 't');
    look();
    expect(signIn.waiting?.is).toBe('waits');
    other.closed = true;
    look();
    expect(signIn.waiting?.is).toBe('closed');
    await comes('x');
    expect(signIn.waiting).toBeNull();
  });

  it('[S423] what is of another sign-in leaves this one waiting, a refusal ends it, and so does a person', async () => {
    const { signIn, answers, comes, heard, done } = stand();
    answers.push(OTHER, REFUSED);
    await signIn.begin('left', SETTINGS, 'b', 't');
    await comes('forged');
    expect([signIn.problem, signIn.waiting?.is]).toEqual([OTHER, 'waits']);
    await comes('mine');
    expect([signIn.problem, signIn.waiting, heard()]).toEqual([REFUSED, null, false]);
    await signIn.begin('left', SETTINGS, 'b', 't');
    expect(signIn.problem).toBeNull();
    signIn.stop();
    expect([signIn.waiting, heard()]).toEqual([null, false]);
    done.length = 0;
    await comes('late');
    expect(done).toEqual([]);
  });

  it('a sign-in that cannot begin closes its window and says why', async () => {
    const { signIn, done } = stand({ begins: false });
    await signIn.begin('left', SETTINGS, 'b', 't');
    expect(done.at(-1)).toBe('closed');
    expect([signIn.waiting, signIn.problem]).toEqual([null, { code: 'no-project' }]);
  });
});

describe('the way back', () => {
  it('[S423] is this server’s own page, by the name that an app takes', () => {
    expect(signInAddress('/signed-in', 'http://127.0.0.1:7317/sides/#p')).toBe(
      'http://localhost:7317/signed-in',
    );
    expect(signInAddress('/a/signed-in', 'https://sync.example.com/a/')).toBe(
      'https://sync.example.com/a/signed-in',
    );
  });

  it('[S423] leads to the pages of this origin that wait, and tells whether one heard it', async () => {
    const came: string[] = [];
    let heard = 0;
    const nobody = tellReturn('lost', () => (heard += 1));
    const off = listenForReturn((returned) => came.push(returned));
    const tell = tellReturn('found', () => (heard += 1));
    await expect.poll(() => came).toEqual(['found']);
    await expect.poll(() => heard).toBeGreaterThan(0);
    off();
    nobody();
    tell();
  });
});
