import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** The service worker as the page sees it: events come when they are sent. */
const given = vi.hoisted(() => ({
  listeners: new Map<string, (event: { readonly isUpdate?: boolean }) => void>(),
  made: [] as unknown[][],
  skipped: 0,
  refuses: false,
}));
vi.mock('workbox-window', () => ({
  Workbox: class {
    constructor(...how: unknown[]) {
      given.made.push(how);
    }
    addEventListener(name: string, listener: (event: { readonly isUpdate?: boolean }) => void): void {
      given.listeners.set(name, listener);
    }
    register(): Promise<void> {
      return given.refuses ? Promise.reject(new Error('no room')) : Promise.resolve();
    }
    messageSkipWaiting(): void {
      given.skipped++;
    }
  },
}));
const { Updates } = await import('../../src/lib/workbench/updates.svelte.ts');

let reloads = 0;
let rest = Promise.resolve();
const updates = () =>
  new Updates({
    script: '/sw.js',
    scope: '/',
    trusted: (url) => `${url}?`,
    reload: () => reloads++,
    rest: () => rest,
  });
const send = (name: string, isUpdate = false): void => given.listeners.get(name)!({ isUpdate });

beforeEach(() => {
  given.listeners.clear();
  given.made.length = 0;
  given.skipped = 0;
  given.refuses = false;
  reloads = 0;
  rest = Promise.resolve();
});
afterEach(() => void vi.restoreAllMocks());

it('the app is stored by a script the policy lets through, and says when it opens without a network', async () => {
  const one = updates();
  await one.start();
  expect(given.made).toEqual([['/sw.js?', { scope: '/' }]]);
  expect([one.offlineReady, one.state]).toEqual([false, 'none']);
  send('activated');
  expect([one.offlineReady, one.state]).toEqual([true, 'none']);
});

it('the app is stored once a person has no work running', async () => {
  let come: () => void = () => undefined;
  rest = new Promise((done) => (come = done));
  const started = updates().start();
  await Promise.resolve();
  expect(given.made).toEqual([]);
  come();
  await started;
  expect(given.made).toHaveLength(1);
});

it('a newer version waits until a person asks for it; the page is loaded again when it has taken over', async () => {
  const one = updates();
  await one.start();
  send('waiting');
  expect([one.state, reloads]).toEqual(['waiting', 0]);
  one.apply();
  expect([given.skipped, reloads]).toEqual([1, 0]);
  send('controlling', true);
  expect(reloads).toBe(1);
});

it('later hides the offer; that another tab has moved on is said all the same', async () => {
  const one = updates();
  await one.start();
  send('waiting');
  one.later();
  expect(one.state).toBe('none');
  send('controlling', true);
  expect([one.state, reloads]).toEqual(['moved', 0]);
  one.apply();
  expect([given.skipped, reloads]).toEqual([0, 1]);
});

it('the first version that takes control is no update', async () => {
  const one = updates();
  await one.start();
  send('controlling', false);
  expect([one.state, reloads]).toEqual(['none', 0]);
});

it('where there is no room the app works, only not offline', async () => {
  given.refuses = true;
  const one = updates();
  await one.start();
  expect([one.offlineReady, one.state]).toEqual([false, 'none']);
});
