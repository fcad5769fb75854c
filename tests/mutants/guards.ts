import type { TestedMutant } from './mutant.ts';

const RULES = ['tests/rules/guard-measures.test.ts'];
const BOUNDS = {
  rule: 'S37',
  room: 'engine',
  tests: ['tests/rules/ordinary-guards.test.ts'],
  file: 'plan/totals/guards.ts',
} as const;

/** What guards measure, of a plan and of the part of it that is sent. */
export const GUARDS: readonly TestedMutant[] = [
  {
    id: 'only-guards-that-stop-are-told',
    rule: 'S415',
    room: 'engine',
    tests: RULES,
    file: 'plan/totals/summary.ts',
    find: `    guards,
    ...(about.checks`,
    replace: `    guards: guards.filter(({ stops }) => stops),
    ...(about.checks`,
    why: 'does not say how near a guard was',
  },
  {
    id: 'a-part-is-measured-as-the-whole',
    rule: 'S416',
    room: 'engine',
    tests: RULES,
    file: 'plan/totals/guarded-writes.ts',
    find: `if (going.right[subject] === 1) counts`,
    replace: `counts`,
    why: 'stops the first twenty records since a thousand would be stopped',
  },
  {
    id: 'clears-that-stay-count',
    rule: 'S416',
    room: 'engine',
    tests: RULES,
    file: 'plan/totals/counts.ts',
    find: `if (going !== null && going[write === 1 ? 'left' : 'right'][pair] === 0) continue;`,
    replace: `if (going !== null && going[write === 2 ? 'left' : 'right'][pair] === 0) continue;`,
    why: 'counts what is cleared by the other side`s writes',
  },
  {
    id: 'the-part-hides-the-whole',
    rule: 'S416',
    room: 'push',
    tests: ['tests/session/push/push-session.test.ts'],
    file: 'guards/live-guards.ts',
    find: 'const differs = now.count !== all.count;',
    replace: 'const differs = now.count > all.count;',
    why: 'lets a part go without a word of the plan it is of',
  },
  {
    ...BOUNDS,
    id: 'a-guard-is-off-by-default',
    file: 'design/read/read-design-guards.ts',
    find: '  maxChanged: 0.5,',
    replace: '  maxChanged: null,',
    why: 'watches how much changes only where a design asks for it',
  },
  {
    ...BOUNDS,
    id: 'changes-of-both-sides-are-added',
    find: 'Math.max(writes.left.update, writes.right.update)',
    replace: 'writes.left.update + writes.right.update',
    why: 'stops a two-way sync of which a quarter changed on each side',
  },
  {
    ...BOUNDS,
    id: 'matched-of-the-larger-side',
    find: 'Math.min(left, right)',
    replace: 'Math.max(left, right)',
    why: 'stops where one side is much larger than the other',
  },
  {
    ...BOUNDS,
    id: 'rejected-at-its-bound',
    find: `code: 'maxRejected', sync: plan.sync.id, count, of, side, limit, stops: count > limit * of`,
    replace: `code: 'maxRejected', sync: plan.sync.id, count, of, side, limit, stops: count >= limit * of`,
    why: 'stops a file that lost just as many rows as it may',
  },
];
