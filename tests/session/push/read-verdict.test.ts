import { expect, it } from 'vitest';
import type { LivePass, Problem } from '../../../src/lib/conversation/index.ts';
import { createTools } from '../../../src/lib/tools/index.ts';
import { readVerdict } from '../../../workers/push/read-verdict.ts';
import { termsOf } from '../../../workers/push/turned-on-with.ts';

const CLEAN: LivePass = { at: '2026-11-30T09:00:00.000Z', sides: [], failed: [], signedOut: [] };
const fault = (code: 'rate-limit' | 'app-down' | 'signed-out' | 'daily-limit' | 'forbidden'): Problem => ({
  ...{ code: 'app-fault', app: 'hubspot', during: 'read', read: 0, fault: { code, status: null, said: '' } },
});
const failing = (...problems: readonly Problem[]) =>
  readVerdict({
    ok: true,
    value: { ...CLEAN, failed: problems.map((problem) => ({ sync: 'p', side: 'left', problem })) },
  });

it('[S449] of a look that did not read every side nothing is pushed: what time mends waits, all else stops', () => {
  expect(readVerdict(null)).toEqual({ is: 'waits', because: 'plan' });
  expect(readVerdict({ ok: true, value: CLEAN })).toEqual({ is: 'read' });
  expect(readVerdict({ ok: false, problem: { code: 'push-runs' } })).toEqual({
    is: 'waits',
    because: 'push',
  });
  expect(readVerdict({ ok: false, problem: { code: 'cancelled' } })).toEqual({
    is: 'waits',
    because: 'plan',
  });
  for (const code of ['rate-limit', 'app-down'] as const)
    expect(failing(fault(code))).toEqual({ is: 'waits', because: 'app' });
  for (const code of ['signed-out', 'daily-limit', 'forbidden'] as const)
    expect(failing(fault('app-down'), fault(code))).toMatchObject({
      ...{ is: 'stops', because: { is: 'problem', problem: { code: 'app-fault' } } },
    });
  const other: Problem = { code: 'app-no-object', app: 'hubspot', object: 'x' };
  expect(failing(other)).toEqual({ is: 'stops', because: { is: 'problem', problem: other } });
  const out = { ...CLEAN, signedOut: [{ sync: 'p', side: 'right' as const }] };
  expect(readVerdict({ ok: true, value: out })).toEqual({
    ...{ is: 'stops', because: { is: 'signed-out', sides: ['right'] } },
  });
});

it('[S449] it is turned on with all that persons decide; what apps say of their fields may change', () => {
  const of = (json: object) => termsOf(json, createTools());
  const side = (more: object = {}) => ({ object: 'contacts', idField: 'id', modifiedField: null, ...more });
  const sync = (more: object = {}) => ({ id: 'p', left: side(), right: side(), mappings: [], ...more });
  const design = (more: object = {}, own: object = {}) => ({ name: 'x', ...own, syncs: [sync(more)] });
  const before = of(design());
  const fields = (field: object) => ({ schema: { left: { fields: [{ name: 'a', ...field }] } } });
  expect(of(design(fields({ type: 'text', options: [{ value: 'x' }] })))).toBe(
    of(design(fields({ type: 'number' }))),
  );
  expect(of(design(fields({ type: 'text' })))).toBe(before);
  expect(of(design({ left: side({ modifiedField: 'changed' }) }))).toBe(before);
  expect(of(design(fields({ country: 'NO' })))).not.toBe(of(design(fields({}))));
  for (const other of [
    design({ mappings: [{ left: 'a', right: 'a' }] }),
    design({ left: side({ archived: { field: 'gone' } }) }),
    design({}, { approval: [{ id: 'r' }] }),
    design({}, { checks: [{ id: 'c' }] }),
    design({}, { guards: { maxAge: 3 } }),
  ])
    expect(of(other)).not.toBe(before);
});
