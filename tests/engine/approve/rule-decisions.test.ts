import { expect, test } from 'vitest';
import { decideByRules } from '../../../src/lib/engine/approve/rule-decisions.ts';
import type { ApprovalRule } from '../../../src/lib/engine/model/approval-rule.ts';
import type { Decision } from '../../../src/lib/engine/model/choices.ts';
import { DECISION_WORDS } from '../../../src/lib/engine/plan/find/groups.ts';

const NOTHING = {
  outcomes: [],
  reasons: [],
  fields: [],
  linkedBy: [],
  directions: [],
  writes: [],
  where: [],
};
const rule = (decision: Decision): ApprovalRule => ({
  id: decision,
  name: decision,
  decision,
  counts: { sync: null, scope: 'all', ...NOTHING },
});
const RULES = [rule('approved'), rule('held'), rule('rejected')];

type Word = (typeof DECISION_WORDS)[number] | null;

/** What is decided of one subject: what a person said, the rule that fits first (from 1; 0: none), and what is doubted. */
function decided(own: Word, first: number, doubted = false, mayApprove = true, whole = 0): [Word, number] {
  const column = Uint8Array.of(own === null ? 0 : DECISION_WORDS.indexOf(own) + 1);
  const asked = { column, doubted: Uint8Array.of(doubted ? 1 : 0) };
  const subjects = {
    first: Uint16Array.of(first),
    fits: [],
    withheld: { fields: new Map(), whole: Uint16Array.of(whole), subjects: [] },
  };
  const made = decideByRules(asked, subjects, RULES, mayApprove);
  return [DECISION_WORDS[made.column[0]! - 1] ?? null, made.by[0]!];
}

test('[S405] the rule that fits first decides what nobody decided', () => {
  expect([1, 2, 3].map((first) => decided('open', first))).toEqual([
    ['approved', 1],
    ['held', 2],
    ['rejected', 3],
  ]);
  expect(decided('open', 0)).toEqual(['open', 0]);
  expect(decided(null, 0)).toEqual([null, 0]);
});

test('[S406] a person stands above it, and what was refused with other writes no rule approves', () => {
  for (const word of ['approved', 'held', 'rejected'] as const)
    for (const first of [0, 1, 2, 3]) expect(decided(word, first)).toEqual([word, 0]);
  expect(decided('open', 1, true)).toEqual(['open', 0]);
  expect(decided('open', 2, true)).toEqual(['held', 2]);
  expect(decided('open', 3, true)).toEqual(['rejected', 3]);
});

test('[S407] while a check is broken no rule approves; holding and rejecting go on', () => {
  expect(decided('open', 1, false, false)).toEqual(['open', 0]);
  expect(decided('open', 2, false, false)).toEqual(['held', 2]);
  expect(decided('open', 3, false, false)).toEqual(['rejected', 3]);
  expect(decided('approved', 1, false, false)).toEqual(['approved', 0]);
});

test('[S464] of what nothing may be written nobody approves anything, a person neither; what a person refused stays theirs', () => {
  expect(decided('open', 1, false, true, 2)).toEqual(['held', 2]);
  expect(decided('approved', 0, false, true, 3)).toEqual(['rejected', 3]);
  expect(decided('held', 0, false, true, 3)).toEqual(['held', 0]);
  expect(decided('rejected', 0, false, true, 2)).toEqual(['rejected', 0]);
  expect(decided(null, 0, false, true, 0)).toEqual([null, 0]);
});
