import { expect, test } from 'vitest';
import { referencePlanner } from './planner.ts';
import { randomWorld } from './random-world.ts';

/** A property over worlds in which a rule never comes up says nothing about it. */
const EXPECTED = [
  ...['create', 'update', 'conflict', 'in-sync', 'excluded', 'duplicate', 'failing', 'ambiguous', 'waits'],
  ...['by baseline', 'by id-pair', 'by key', 'by person'],
  ...[
    'fill-blank',
    'winner',
    'form',
    'left-changed',
    'right-changed',
    'cleared',
    'most-recent',
    'person',
  ].map((because) => `because ${because}`),
  ...['winner', 'left', 'right', 'most-recent', 'fill-blank', 'direction', 'person', 'null'].map(
    (decider) => `decided by ${decider}`,
  ),
  ...['no-valid-email', 'no-identifier', 'duplicate-key', 'ambiguous-match', 'not-in-this-export'],
  ...['counterpart-deleted', 'because restore', 'archived', 'counterpart-archived', 'links-merged'],
  ...['required-blank', 'too-long', 'option-missing', 'bad-number', 'bad-date', 'bad-boolean', 'bad-email'],
  ...['not-unique', 'waits-for-key-change', 'direction-forbids-create'],
  ...['filtered', 'denied', 'filter-would-exclude', 'stage-not-mapped', 'unknown-stage'],
];

test('the random worlds hold every outcome, decision and reason many times', () => {
  const seen = new Map<string, number>();
  const note = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);
  for (let seed = 1; seed <= 2_000; seed++) {
    for (const line of referencePlanner(randomWorld(seed)).lines) {
      note(line.outcome);
      if (line.link !== null) note(`by ${line.link.by}`);
      for (const write of line.writes) note(`because ${write.because}`);
      for (const conflict of line.conflicts) note(`decided by ${String(conflict.decidedBy)}`);
      for (const reason of line.reasons) note(reason.code);
    }
  }
  expect(EXPECTED.filter((what) => (seen.get(what) ?? 0) < 10)).toEqual([]);
});

test('the same seed gives the same world and the same plan', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const [one, other] = [randomWorld(seed), randomWorld(seed)];
    expect(other).toEqual(one);
    expect(referencePlanner(other).lines).toEqual(referencePlanner(one).lines);
  }
});
