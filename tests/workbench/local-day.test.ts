import { afterEach, expect, it, vi } from 'vitest';
import { localDay } from '../../src/lib/workbench/local-day.ts';

const zone = process.env['TZ'];
afterEach(() => {
  vi.useRealTimers();
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

it('half an hour after midnight in Oslo it is the new day, though it is yesterday in Greenwich', () => {
  process.env['TZ'] = 'Europe/Oslo';
  vi.useFakeTimers({ now: new Date('2026-06-30T22:30:00Z') });
  expect(new Date().getHours()).toBe(0);
  expect(localDay(new Date())).toBe('2026-07-01');
});

it('the last evening of a year in New York is of that year', () => {
  process.env['TZ'] = 'America/New_York';
  expect(localDay(new Date('2027-01-01T03:00:00Z'))).toBe('2026-12-31');
});
