import { expect, it } from 'vitest';
import { returned, type Judging } from '../../../src/lib/engine/merge/handed/decide-return.ts';
import { RETURNED } from '../../../src/lib/engine/merge/returned.ts';
import type { HandOver } from '../../../src/lib/engine/model/hand-over.ts';

const same = (a: string, b: string): boolean => a === b;
const handed: HandOver = {
  from: 'old',
  to: 'new',
  other: 'new',
  because: 'right-changed',
  tries: 1,
  missed: false,
};
const judging = (counts: boolean): Judging => ({
  cameBack: 'ask',
  counts,
  same,
  sameOther: same,
  form: () => false,
});

it('[S100] what came back where a constant stands for it is no question', () => {
  const read = { v: 'another', u: 'new', other: 'new', equal: false };
  expect(returned(handed, read, judging(true))).toBe(RETURNED.asked);
  expect(returned(handed, read, judging(false))).toBe(RETURNED.late);
  expect(returned(handed, { ...read, v: 'new' }, judging(false))).toBe(RETURNED.taken);
  expect(returned(handed, { ...read, v: 'old' }, judging(false))).toBe(RETURNED.notTaken);
});
