import type { Mutant, TestedMutant } from './mutant.ts';

const NOTED = { room: 'engine', tests: ['tests/rules/time-zones.test.ts'] } as const;

/** Times without a zone, and days in another one (TZ, S120). */
export const ZONES: readonly (Mutant | TestedMutant)[] = [
  {
    id: 'bare-dates-decide',
    rule: 'TZ2',
    file: 'merge/recent.ts',
    find: 'const APART_MS = 26 * 3_600_000;',
    replace: 'const APART_MS = 3_600_000;',
    why: 'decides by two dates of which one may be of any zone',
  },
  {
    id: 'days-of-the-writing-side',
    rule: 'TZ1',
    file: 'read/form.ts',
    find: 'target.zone ?? source.zone',
    replace: 'source.zone ?? target.zone',
    why: "writes the source's day, not the target's",
  },
  {
    id: 'written-zones-overlooked',
    rule: 'TZ1',
    file: 'read/date.ts',
    find: 'ms === null || zone === null || !lacksZone(text) ? ms',
    replace: 'ms === null || zone === null ? ms',
    why: "moves a time that says its zone into the side's",
  },
  {
    id: 'moved-days-of-the-target',
    rule: 'S120',
    file: 'read/other-day.ts',
    find: 'readDate(text, order, zone, own)',
    replace: 'readDate(text, order, zone, target.zone ?? own)',
    why: 'compares a day with itself, so that no moment is told to fall on another day',
    ...NOTED,
  },
  {
    id: 'offsets-of-cells-overlooked',
    rule: 'S120',
    file: 'read/other-day.ts',
    find: 'readDate(text.trim().split(/[Tt ]/)[0]!, order)',
    replace: 'readDate(text, order)',
    why: 'takes the UTC day of a moment with an offset of its own for its day at the source',
  },
  {
    id: 'other-days-of-failing-records',
    rule: 'S120',
    file: 'plan/day-notes.ts',
    find: 'if (acts[first + at] === create && isMoved',
    replace: 'if (isMoved',
    why: 'tells of another day where nothing is written',
    ...NOTED,
  },
];
