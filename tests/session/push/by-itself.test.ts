import { expect, it } from 'vitest';
import { ALL_SUBJECTS, type ApprovalRule, type PlanLine } from '../../../src/lib/engine/index.ts';
import type { PushItem } from '../../../src/lib/push/index.ts';
import { byItself } from '../../../workers/push/by-itself.ts';
import type { FrozenPush } from '../../../workers/push/frozen-push.ts';
import type { ApprovedPlan } from '../../../workers/plan/approved-plan.ts';
import { itemOf } from '../../push/push-world.ts';

const { outcomes: _, ...NO_FILTER } = ALL_SUBJECTS;
const rule = (id: string, outcomes: readonly string[] = []): ApprovalRule =>
  ({ id, name: id, decision: 'approved', counts: { ...NO_FILTER, outcomes } }) as unknown as ApprovalRule;

const line = (left: string, more: Partial<PlanLine> = {}): PlanLine => ({
  ...{ sync: 'people', outcome: 'update', left: { id: left, row: 0 }, right: { id: `r${left}`, row: 0 } },
  ...{ link: null, writes: [], conflicts: [], reasons: [], ...more },
});

/** Every line an item; `keyless` and `behind`: what a push would find of them. */
const freezing =
  (keyless: readonly string[], behind: readonly string[]) =>
  ({ lines }: ApprovedPlan): FrozenPush => {
    const items = lines.map(({ sync, left, right }): PushItem => ({
      ...itemOf({ key: left!.id, object: 'people', act: 'update', id: left!.id }),
      ...{ sync, subject: { left: left!.id, right: right?.id ?? null } },
    }));
    const of = (ids: readonly string[]) => items.filter(({ key }) => ids.includes(key));
    return {
      plan: { items: items.filter(({ key }) => !behind.includes(key)) },
      keyless: of(keyless),
      leftOut: of(behind).map((item) => ({ item, because: 'parent-not-approved' })),
    } as unknown as FrozenPush;
  };

it('[S447] what goes by itself is what a rule approves, without open conflicts, deletes no rule names, files, and creates nobody finds again', () => {
  const all: readonly (readonly [PlanLine, ApprovalRule | null])[] = [
    [line('goes'), rule('a')],
    [line('person'), null],
    [line('conflict', { outcome: 'conflict' }), rule('a')],
    [
      line('open', {
        conflicts: [
          {
            left: 'n',
            right: 'n',
            leftValue: 'x',
            rightValue: 'y',
            baseline: null,
            decidedBy: null,
            winner: null,
          },
        ],
      }),
      rule('a'),
    ],
    [line('delete', { outcome: 'delete', right: null }), rule('a')],
    [line('named', { outcome: 'delete', right: null }), rule('d', ['delete'])],
    [line('file', { sync: 'deals' }), rule('a')],
    [line('keyless'), rule('a')],
    [line('child'), rule('a')],
  ];
  const approved = {
    lines: all.map(([one]) => one),
    names: all.map(([{ left }]) => left!.id),
    rules: all.map(([, one]) => one),
  } as unknown as ApprovedPlan;
  const told = byItself(approved, new Set(['people']), freezing(['keyless'], ['child']));
  expect(told.frozen.plan.items.map(({ key }) => key)).toEqual(['goes', 'named']);
  expect(told.approved.names).toEqual(['goes', 'named', 'child']);
  expect(Object.fromEntries(told.waits)).toEqual({
    ...{ person: 1, conflict: 2, delete: 1, file: 1, keyless: 1, parent: 1 },
  });
  expect(told.frozen.plan.items.map((item) => told.ruleOf(item)?.id)).toEqual(['a', 'd']);
});
