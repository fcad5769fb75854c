import { describe, expect, it } from 'vitest';
import { readDate, readDatetime } from '../../src/lib/engine/read/date.ts';
import { readNumber } from '../../src/lib/engine/read/number.ts';

describe('values where the rules are silent', () => {
  it.each([
    ['1’234’567', '1234567'],
    ["1'234'567", '1234567'],
    ["1'234,567", null],
    ['1,234 567', null],
    ['1e3', '1000'],
    ['1e+3', '1000'],
    ['1e-3', '0.001'],
  ])('[S53] the number %j is %j', (text, expected) => {
    expect(readNumber(text, '.')).toBe(expected);
  });

  it.each([
    ['2024-03-05', 'dmy', true],
    ['2024/03/05', 'dmy', false],
    ['2024.03.05', 'mdy', false],
    ['2024/03/05', 'ymd', true],
  ] as const)('[S53] %j under %s is a date: %s', (text, order, is) => {
    expect(readDate(text, order) !== null).toBe(is);
  });

  it.each([
    ['2024-03-05T10:20:30.5Z', true],
    ['2024-03-05T10:20.5Z', false],
    ['2024-03-05 1:20 PM', true],
    ['2024-03-05 1:20  PM', false],
    ['2024-03-05T10:20+23:59', true],
    ['2024-03-05T10:20+24:00', false],
    ['2024-03-05T10:20+10:60', false],
  ])('[S53] %j is a datetime: %s', (text, is) => {
    expect(readDatetime(text, 'ymd') !== null).toBe(is);
  });
});
