import { expect, it } from 'vitest';
import type { Answer, StoreHead } from '../../src/lib/conversation/index.ts';
import type { ProjectClient } from '../../src/lib/workbench/link/project-client.ts';
import { StoreState } from '../../src/lib/workbench/project/store-state.svelte.ts';

const head = (used: number): StoreHead => ({
  ...{ readOnly: null, recovered: [], used, quota: null, persisted: false },
});
const answering = (answer: Answer<StoreHead>): ProjectClient =>
  ({ storeHead: () => Promise.resolve(answer) }) as unknown as ProjectClient;

it('nothing is known of the store until it is open; what the worker tells later counts', async () => {
  const state = new StoreState();
  expect([state.head, state.problem]).toEqual([null, null]);
  await state.refresh(answering({ ok: true, value: head(1) }));
  expect(state.head?.used).toBe(1);
  state.take({ ...head(2), readOnly: 'taken-over' });
  expect([state.head?.used, state.head?.readOnly]).toEqual([2, 'taken-over']);
});

it('a store that cannot be opened says why, keeps what was known, and is well again once it opens', async () => {
  const state = new StoreState();
  state.take(head(1));
  const problem = { code: 'blocked-by-other-tab' } as const;
  await state.refresh(answering({ ok: false, problem }));
  expect([state.head?.used, state.problem]).toEqual([1, problem]);
  await state.refresh(answering({ ok: true, value: head(3) }));
  expect([state.head?.used, state.problem]).toEqual([3, null]);
});
