import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { dateText, datetimeText, readDate, readDatetime } from '../../../src/lib/engine/read/date.ts';
import type { DateOrder } from '../../../src/lib/engine/model/field.ts';

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

describe('[S5] [S53] dates', () => {
  test.each<[string, DateOrder, string | null]>([
    ['2024-02-29', 'ymd', '2024-02-29'],
    ['2023-02-29', 'ymd', null],
    ['1900-02-29', 'ymd', null],
    ['2000-02-29', 'ymd', '2000-02-29'],
    [' 2024/3/5 ', 'ymd', '2024-03-05'],
    ['2024.03.05', 'ymd', '2024-03-05'],
    ['2024-3/5', 'ymd', null],
    ['2024/3/5', 'dmy', null],
    ['2024-03-05', 'dmy', '2024-03-05'],
    ['2024-03-05', 'mdy', '2024-03-05'],
    ['2024-3-05', 'mdy', null],
    ['05.03.2024', 'dmy', '2024-03-05'],
    ['5.3.2024', 'dmy', '2024-03-05'],
    ['5/3/2024', 'mdy', '2024-05-03'],
    ['13/3/2024', 'mdy', null],
    ['05.03.2024', 'ymd', null],
    ['05.03.24', 'dmy', null],
    ['0000-01-01', 'ymd', null],
    ['9999-12-31', 'ymd', '9999-12-31'],
    ['12024-01-01', 'ymd', null],
    ['2024-001-01', 'ymd', null],
    ['2024-01-01-', 'ymd', null],
    ['20240101', 'ymd', null],
    ['2024-13-01', 'ymd', null],
    ['2024-04-31', 'ymd', null],
    ['', 'ymd', null],
    ['٢٠٢٤-01-01', 'ymd', null],
  ])('[S5] %j as %s is %s', (text, order, expected) => {
    expect(readDate(text, order)).toBe(expected === null ? null : day(expected));
  });

  test('[FM8] every day of the years 1–9999 has its text, and its text is the day', () => {
    for (let days = -719_162; days <= 2_932_896; days += 13) {
      const text = dateText(days);
      if (text !== new Date(days * 86_400_000).toISOString().slice(0, 10) || readDate(text, 'ymd') !== days) {
        expect([days, text]).toEqual([days, 'its own day']);
      }
    }
  });
});

describe('[S6] [S53] datetimes', () => {
  test.each<[string, DateOrder, string | null]>([
    ['2024-03-05', 'ymd', '2024-03-05T00:00:00Z'],
    ['2024-03-05T10:20:30Z', 'ymd', '2024-03-05T10:20:30Z'],
    ['2024-03-05t10:20', 'ymd', '2024-03-05T10:20:00Z'],
    ['2024-03-05   9:05', 'ymd', '2024-03-05T09:05:00Z'],
    ['2024-03-05T10:20:30.1239Z', 'ymd', '2024-03-05T10:20:30.123Z'],
    ['2024-03-05T10:20:30,5', 'ymd', '2024-03-05T10:20:30.500Z'],
    ['2024-03-05T10:20:30.000+0000', 'ymd', '2024-03-05T10:20:30Z'],
    ['2024-03-05T00:30+01', 'ymd', '2024-03-04T23:30:00Z'],
    ['2024-03-05T00:30-05:30', 'ymd', '2024-03-05T06:00:00Z'],
    ['5.3.2024 10:20', 'dmy', '2024-03-05T10:20:00Z'],
    ['3/5/2024 12:00 AM', 'mdy', '2024-03-05T00:00:00Z'],
    ['3/5/2024 12:00 pm', 'mdy', '2024-03-05T12:00:00Z'],
    ['3/5/2024 1:07:09 PM', 'mdy', '2024-03-05T13:07:09Z'],
    ['3/5/2024 13:00 PM', 'mdy', null],
    ['3/5/2024 0:00 AM', 'mdy', null],
    ['2024-03-05T24:00', 'ymd', null],
    ['2024-03-05T10:60', 'ymd', null],
    ['2024-03-05T10:20:60Z', 'ymd', null],
    ['2024-03-05T10:2', 'ymd', null],
    ['2024-03-05T10', 'ymd', null],
    ['2024-03-05T', 'ymd', null],
    ['2024-03-05T10:20 Europe/Oslo', 'ymd', null],
    ['2024-02-30T10:20', 'ymd', null],
    ['0001-01-01T00:00+01:00', 'ymd', null],
    ['10:20', 'ymd', null],
  ])('[S6] %j as %s is %s', (text, order, expected) => {
    const ms = readDatetime(text, order);
    expect(ms === null ? null : datetimeText(ms)).toBe(expected);
  });

  test('[S6] a cell of a date field with a time is its UTC day', () => {
    expect(readDate('2024-03-05T00:30+01:00', 'ymd')).toBe(day('2024-03-04'));
    expect(readDate('1969-12-31T23:59:59Z', 'ymd')).toBe(-1);
  });

  test('[FM8] datetimeText is read back as the same instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162 * 86_400_000, max: 2_932_897 * 86_400_000 - 1 }), (ms) => {
        expect(readDatetime(datetimeText(ms), 'dmy')).toBe(ms);
        expect(Date.parse(datetimeText(ms))).toBe(ms);
      }),
    );
  });
});
