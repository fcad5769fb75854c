import { describe, expect, it } from 'vitest';
import type { ColumnGuess, ColumnRow } from '../../src/lib/conversation/index.ts';
import { filledShare, keyCheck, readAs } from '../../src/lib/ui/sides/column-facts.ts';
import { said } from '../support/english.ts';

const guess = (more: Partial<ColumnGuess> = {}): ColumnGuess => ({
  type: 'text',
  dateOrder: null,
  decimal: null,
  ask: null,
  fits: 10,
  of: 10,
  evidence: {},
  others: [],
  ...more,
});

const column = (more: Partial<ColumnRow> = {}): ColumnRow => ({
  name: 'A',
  inferred: 'text',
  guess: guess(),
  dateOrder: more.guess?.dateOrder ?? null,
  decimal: more.guess?.decimal ?? null,
  rows: 10,
  filled: 10,
  distinct: 10,
  distinctExact: true,
  repeats: 0,
  samples: [],
  ...more,
});

const at = (text: string, row: number) => ({ text, row });
const DATE = guess({ type: 'date', dateOrder: 'dmy', evidence: { dmy: at('13/04/2025', 7) } });
const AMOUNT = guess({ type: 'number', decimal: ',', evidence: { comma: at('1,5', 3) } });

describe('what a column is read as', () => {
  it.each([
    [{ filled: 0 }, { as: 'empty' }],
    [
      { inferred: 'datetime', guess: { ...DATE, type: 'datetime' } },
      { as: 'datetime', order: 'dmy' },
    ],
    [
      { inferred: 'date', guess: DATE },
      { as: 'date', order: 'dmy' },
    ],
    [
      { guess: AMOUNT, samples: ['1,5'] },
      { as: 'decimal', sign: ',' },
    ],
    [
      { guess: AMOUNT, samples: ['15'] },
      { as: 'type', guess: AMOUNT },
    ],
  ] as const)('%j', (more, found) => {
    expect(readAs(column(more))).toEqual(found);
  });
});

describe('the key check', () => {
  it.each([
    [
      'a question comes first',
      { guess: guess({ type: 'date', ask: 'date-order' }), filled: 0 },
      { is: 'ask' },
    ],
    ['an empty column has none', { filled: 0 }, { is: 'empty' }],
    [
      'cells that are not what most are',
      { guess: { ...AMOUNT, fits: 9, others: [at('x', 4)] } },
      { is: 'misfits', count: 1, of: 'number' },
    ],
    ['every row another value', {}, { is: 'unique', everywhere: true }],
    ['every filled row another value', { filled: 9 }, { is: 'unique', everywhere: false }],
    ['a date that repeats', { guess: DATE, repeats: 3 }, { is: 'evidence' }],
    [
      'a column of several types [FM7]',
      {
        repeats: 3,
        guess: guess({ mixed: { type: 'number', fits: 6, first: [at('1', 2)], others: [at('x', 4)] } }),
      },
      { is: 'mixed', count: 6, of: 'number' },
    ],
    ['options', { repeats: 8, distinct: 2 }, { is: 'values', count: 2 }],
    ['a key that repeats', { repeats: 1, distinct: 9 }, { is: 'repeats', count: 1 }],
    [
      'yes and no is never a key',
      { inferred: 'boolean', guess: guess({ type: 'boolean' }) },
      { is: 'repeats', count: 0 },
    ],
  ] as const)('%s', (_, more, found) => {
    expect(keyCheck(column(more))).toEqual(found);
  });
});

it('all is 100 %, and nothing less is', () => {
  const words = said('sides').columns;
  const share = (filled: number, rows: number) => words.filledShare(filledShare({ filled, rows }));
  expect([share(0, 0), share(0, 9), share(9, 9)]).toEqual(['0 %', '0 %', '100 %']);
  expect([share(99_999, 100_000), share(1, 100_000), share(1, 3)]).toEqual(['99.9 %', '0.1 %', '33.3 %']);
});

describe('a guess in words', () => {
  const words = (of: Partial<ColumnGuess>, filled = 10) => said('reading').guess(guess(of), filled);
  it.each([
    ['empty', 'empty', {}, 0],
    ['text', 'text', {}],
    [
      'yes or no',
      'yes or no; 1 of 10 are not, the first x on line 4',
      { type: 'boolean', fits: 9, others: [at('x', 4)] },
    ],
    ['a decimal comma', 'number with decimal comma: 1,5 on line 3', AMOUNT],
    ['a number', 'number', { type: 'number' }],
    [
      'two signs',
      'number; 1.5 on line 2 has a decimal point, 1,5 on line 3 a decimal comma',
      { type: 'number', ask: 'decimal', evidence: { dot: at('1.5', 2), comma: at('1,5', 3) } },
    ],
    [
      'no sign',
      'number; no cell says whether the comma or the point is decimal',
      { type: 'number', ask: 'decimal' },
    ],
    ['a date', 'date, day before month: 13/04/2025 on line 7', DATE],
    ['a moment', 'date and time, year, month, day', { type: 'datetime', dateOrder: 'ymd' }],
    ['no order', 'date; no cell tells day and month apart', { type: 'date', ask: 'date-order' }],
    [
      'two orders',
      'date; 13/04/2025 on line 2 has the day first, 04/13/2025 on line 3 the month',
      { type: 'date', ask: 'date-order', evidence: { dmy: at('13/04/2025', 2), mdy: at('04/13/2025', 3) } },
    ],
  ] as const)('%s', (_, sentence, of, filled?: number) => {
    expect(words(of, filled)).toBe(sentence);
  });
});
