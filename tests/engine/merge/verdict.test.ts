import { describe, expect, test } from 'vitest';
import { STATE } from '../../../src/lib/engine/merge/state.ts';
import { decide } from '../../../src/lib/engine/merge/decide.ts';
import { byPerson, rewritten, type Rule } from '../../../src/lib/engine/merge/verdict.ts';
import { DIRECTIONS } from '../../../src/lib/engine/model/direction.ts';
import { RULE, said, tableOf, type Cell } from './verdict-table.ts';

type Rows = readonly (readonly [Cell, Cell])[];

/** Columns of every table: left, right, two-way, left → right, right → left. */
const table = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join('\n');

describe('a first match, no baseline', () => {
  const ROWS: Rows = [
    ['a', 'a'],
    ['a', 'b'],
    ['a', '·'],
    ['·', 'b'],
    ['·', '·'],
  ];
  const DIFFERENT: Rows = ROWS.slice(1, 4);

  test('[CO3] the left side wins; a blank on it changes nothing [CO2]', () => {
    expect(tableOf(ROWS, false)).toBe(
      table(`
        a | a | nothing [CO5]                           | nothing [CO5]                           | nothing [CO5]
        a | b | right := left, conflict by winner [CO3] | right := left, conflict by winner [CO3] | both stay, conflict by direction [DI3]
        a | · | right := left (fill-blank) [CO3]        | right := left (fill-blank) [CO3]        | nothing [DI1]
        · | b | left := right (fill-blank) [CO3]        | nothing [CO2]                           | left := right (fill-blank) [CO3]
        · | · | nothing [CO5]                           | nothing [CO5]                           | nothing [CO5]
      `),
    );
  });

  test('[CO3] the right side wins', () => {
    expect(tableOf(DIFFERENT, false, { favoured: 'right' })).toBe(
      table(`
        a | b | left := right, conflict by winner [CO3] | both stay, conflict by direction [DI3] | left := right, conflict by winner [CO3]
        a | · | right := left (fill-blank) [CO3]        | right := left (fill-blank) [CO3]       | nothing [CO2]
        · | b | left := right (fill-blank) [CO3]        | nothing [DI1]                          | left := right (fill-blank) [CO3]
      `),
    );
  });

  test('[CO3] fillWinner off keeps the winner blank, two-way only', () => {
    expect(tableOf(DIFFERENT, false, { fillWinner: false })).toBe(
      table(`
        a | b | right := left, conflict by winner [CO3] | right := left, conflict by winner [CO3] | both stay, conflict by direction [DI3]
        a | · | right := left (fill-blank) [CO3]        | right := left (fill-blank) [CO3]        | nothing [DI1]
        · | b | nothing [CO3]                           | nothing [CO2]                           | left := right (fill-blank) [CO3]
      `),
    );
  });

  test('[CO1] fill-blank overwrites nothing', () => {
    expect(tableOf(DIFFERENT, false, { rule: 'fill-blank' })).toBe(
      table(`
        a | b | both stay, conflict by fill-blank [CO1] | both stay, conflict by fill-blank [CO1] | both stay, conflict by fill-blank [CO1]
        a | · | right := left (fill-blank) [CO3]        | right := left (fill-blank) [CO3]        | nothing [DI1]
        · | b | left := right (fill-blank) [CO3]        | nothing [CO2]                           | left := right (fill-blank) [CO3]
      `),
    );
  });

  test('[CO8] ask leaves only what differs open', () => {
    expect(tableOf(DIFFERENT, false, { rule: 'ask' })).toBe(
      table(`
        a | b | open conflict [CO8]              | open conflict [CO8]              | open conflict [CO8]
        a | · | right := left (fill-blank) [CO3] | right := left (fill-blank) [CO3] | nothing [DI1]
        · | b | left := right (fill-blank) [CO3] | nothing [CO2]                    | left := right (fill-blank) [CO3]
      `),
    );
  });

  test('[CO8] most-recent decides by the later date, and is open without one', () => {
    const rule = { rule: 'most-recent' } as const;
    expect(tableOf([['a', 'b']], false, rule, 'right')).toBe(
      'a | b | left := right, conflict by most-recent [CO3] | both stay, conflict by direction [DI3] | left := right, conflict by most-recent [CO3]',
    );
    expect(tableOf([['a', 'b']], false, rule, null)).toBe(
      'a | b | open conflict [CO8] | open conflict [CO8] | open conflict [CO8]',
    );
  });
});

describe("a baseline (') marks what changed since", () => {
  const ROWS: Rows = [
    ['a', 'b'],
    ["a'", 'b'],
    ['a', "b'"],
    ["a'", "a'"],
    ["a'", "b'"],
    ["a'", '·'],
    ["·'", 'b'],
    ['a', "·'"],
    ["·'", "b'"],
    ["a'", "·'"],
    ["·'", "·'"],
  ];
  const CLEARED: Rows = [
    ["·'", 'b'],
    ['a', "·'"],
    ["·'", "b'"],
  ];
  const BY_RULE: Rows = [
    ['a', 'b'],
    ["a'", 'b'],
    ["a'", "b'"],
    ["a'", '·'],
    ["·'", 'b'],
  ];

  test('[CO4] changes flow whoever is the winner; clears stay', () => {
    expect(tableOf(ROWS, true)).toBe(
      table(`
        a  | b  | nothing [CO4]                           | nothing [CO4]                           | nothing [CO4]
        a' | b  | right := left (left-changed) [CO4]      | right := left (left-changed) [CO4]      | nothing [DI1]
        a  | b' | left := right (right-changed) [CO4]     | nothing [DI1]                           | left := right (right-changed) [CO4]
        a' | a' | nothing [CO5]                           | nothing [CO5]                           | nothing [CO5]
        a' | b' | right := left, conflict by winner [CO4] | right := left, conflict by winner [CO4] | both stay, conflict by direction [DI3]
        a' | ·  | right := left (left-changed) [CO4]      | right := left (left-changed) [CO4]      | nothing [DI1]
        ·' | b  | nothing [CO4]                           | nothing [CO4]                           | nothing [DI1]
        a  | ·' | nothing [CO4]                           | nothing [DI1]                           | nothing [CO4]
        ·' | b' | left := right (right-changed) [CO4]     | nothing [DI1]                           | left := right (right-changed) [CO4]
        a' | ·' | right := left (left-changed) [CO4]      | right := left (left-changed) [CO4]      | nothing [DI1]
        ·' | ·' | nothing [CO5]                           | nothing [CO5]                           | nothing [CO5]
      `),
    );
  });

  test('[CO4] a clear is asked about, or travels, as propagateClears says', () => {
    expect(tableOf(CLEARED, true, { clears: 'ask' })).toBe(
      table(`
        ·' | b  | open conflict [CO4]                 | open conflict [CO4] | nothing [DI1]
        a  | ·' | open conflict [CO4]                 | nothing [DI1]       | open conflict [CO4]
        ·' | b' | left := right (right-changed) [CO4] | nothing [DI1]       | left := right (right-changed) [CO4]
      `),
    );
    expect(tableOf(CLEARED, true, { clears: 'always' })).toBe(
      table(`
        ·' | b  | right := left (cleared) [CO4]       | right := left (cleared) [CO4] | nothing [DI1]
        a  | ·' | left := right (cleared) [CO4]       | nothing [DI1]                 | left := right (cleared) [CO4]
        ·' | b' | left := right (right-changed) [CO4] | nothing [DI1]                 | left := right (right-changed) [CO4]
      `),
    );
  });

  test('[CO1] fill-blank lets a change into a blank only, and no clear', () => {
    expect(tableOf(BY_RULE, true, { rule: 'fill-blank', clears: 'always' })).toBe(
      table(`
        a  | b  | nothing [CO4]                           | nothing [CO4]                           | nothing [CO4]
        a' | b  | both stay, conflict by fill-blank [CO1] | both stay, conflict by fill-blank [CO1] | nothing [DI1]
        a' | b' | both stay, conflict by fill-blank [CO1] | both stay, conflict by fill-blank [CO1] | both stay, conflict by fill-blank [CO1]
        a' | ·  | right := left (left-changed) [CO4]      | right := left (left-changed) [CO4]      | nothing [DI1]
        ·' | b  | both stay, conflict by fill-blank [CO1] | both stay, conflict by fill-blank [CO1] | nothing [DI1]
      `),
    );
  });

  test('[S43] where both changed the rule decides as in a first match', () => {
    expect(tableOf(BY_RULE, true, { rule: 'right', favoured: 'right' })).toBe(
      table(`
        a  | b  | nothing [CO4]                          | nothing [CO4]                          | nothing [CO4]
        a' | b  | right := left (left-changed) [CO4]     | right := left (left-changed) [CO4]     | nothing [DI1]
        a' | b' | left := right, conflict by right [CO4] | both stay, conflict by direction [DI3] | left := right, conflict by right [CO4]
        a' | ·  | right := left (left-changed) [CO4]     | right := left (left-changed) [CO4]     | nothing [DI1]
        ·' | b  | nothing [CO4]                          | nothing [CO4]                          | nothing [DI1]
      `),
    );
    expect(tableOf([["a'", "b'"]], true, { rule: 'ask' })).toBe(
      "a' | b' | open conflict [CO8] | open conflict [CO8] | open conflict [CO8]",
    );
    expect(tableOf([["a'", "b'"]], true, { rule: 'most-recent' }, 'left')).toBe(
      "a' | b' | right := left, conflict by most-recent [CO4] | right := left, conflict by most-recent [CO4] | both stay, conflict by direction [DI3]",
    );
  });
});

test('[CO8] a person decides by their own rule, and against the direction not at all [DI3]', () => {
  const rows = (['left', 'right', 'none'] as const).map((take) =>
    [take, ...DIRECTIONS.map((direction) => said(byPerson(take, direction)))].join(' | '),
  );
  expect(rows).toEqual([
    'left | right := left, conflict by person [CO8] | right := left, conflict by person [CO8] | both stay, conflict by direction [DI3]',
    'right | left := right, conflict by person [CO8] | both stay, conflict by direction [DI3] | left := right, conflict by person [CO8]',
    'none | both stay, conflict by person [CO8] | both stay, conflict by person [CO8] | both stay, conflict by person [CO8]',
  ]);
});

test('[S27] an equal value in another form is written by CO5', () => {
  expect(said(rewritten('right'))).toBe('right := left (form) [CO5]');
});

describe('[RD20] a damaged value and a good one', () => {
  const on = (state: number, change: Partial<Rule> = {}): string =>
    said(decide(state, { ...RULE, ...change }, null));

  test('the damaged one does not win by rule or by its change, but loses', () => {
    expect(on(STATE.damagedLeft)).toBe('open conflict [RD20]');
    expect(on(STATE.damagedRight)).toBe('right := left, conflict by winner [CO3]');
    expect(on(STATE.damagedLeft | STATE.known | STATE.changedLeft)).toBe('open conflict [RD20]');
    expect(on(STATE.damagedLeft | STATE.known | STATE.changedRight)).toBe(
      'left := right (right-changed) [CO4]',
    );
  });

  test('where nothing would be written nothing is asked', () => {
    expect(on(STATE.damagedLeft, { rule: 'fill-blank' })).toBe('both stay, conflict by fill-blank [CO1]');
    expect(on(STATE.damagedLeft, { direction: 'right-to-left' })).toBe(
      'both stay, conflict by direction [DI3]',
    );
  });
});
