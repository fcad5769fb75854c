import { expect, it } from 'vitest';
import type { Problem } from '../../src/lib/conversation/index.ts';
import { Problems } from '../../src/lib/workbench/problems.svelte.ts';

const full: Problem = { code: 'quota', what: 'project', where: 'p' };

it('what went wrong stands in the list once, until it was read', () => {
  const problems = new Problems();
  problems.report(full);
  problems.report({ ...full });
  problems.unexpected(new Error('boom'));
  problems.unexpected('boom');
  expect(problems.list.map(({ problem }) => problem)).toEqual([
    full,
    { code: 'unexpected', because: 'boom' },
  ]);
  problems.close(problems.list[0]!.number);
  expect(problems.list.map(({ problem }) => problem.code)).toEqual(['unexpected']);
  problems.report(full);
  expect(problems.list).toHaveLength(2);
});
