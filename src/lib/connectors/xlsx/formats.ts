import { dateText } from '../../engine/show.ts';

/** What a number cell shows under its format, where that is a day or a time. */
export type TimeForm = 'date' | 'time' | 'datetime' | 'elapsed';

/** The formats a workbook does not spell out, by number: days, times and both. */
const BUILT_IN: readonly (readonly [from: number, to: number, form: TimeForm])[] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'datetime'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 45, 'time'],
  [46, 46, 'elapsed'],
  [47, 47, 'time'],
  [50, 54, 'date'],
  [55, 56, 'time'],
  [57, 58, 'date'],
];

/** The form of a format's number, or of its code where the workbook spells it out. */
export function timeForm(id: number, code: string | null): TimeForm | null {
  if (code !== null) return formOfCode(code);
  return BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? null;
}

/** Texts in quotes, single signs behind `\`, `_` or `*`, and colours and places in brackets are no part of it. */
const ASIDE = /"[^"]*"|\\.|[_*]./g;

function formOfCode(code: string): TimeForm | null {
  const bare = code.replaceAll(ASIDE, '').split(';')[0]!.toLowerCase();
  if (bare === 'general' || bare === '@') return null;
  if (/\[(?:h+|m+|s+)\]/.test(bare)) return 'elapsed';
  const signs = bare.replaceAll(/\[[^\]]*\]|am\/pm|a\/p/g, '');
  if (/[#?]/.test(signs)) return null;
  const time = /[hs]/.test(signs);
  const day = /[yd]/.test(signs) || (signs.includes('m') && !time);
  return day ? (time ? 'datetime' : 'date') : time ? 'time' : null;
}

const DAY_MS = 86_400_000;
/** Days from 1970-01-01 back to day 0 of the two systems. */
const DAY_0 = { 1900: -25_569, 1904: -24_107 } as const;
/** 9999-12-31. */
const LAST_DAY = 2_932_896;

/**
 * A serial number as ISO says it (S172): the day, with the time where the format has one or the value is no whole day; null where no
 * day or time is meant by it, as by a negative one.
 */
export function serialText(serial: number, form: TimeForm, system: 1900 | 1904): string | null {
  if (!(serial >= 0)) return null;
  let days = Math.floor(serial);
  let ms = Math.round((serial - days) * DAY_MS);
  if (ms === DAY_MS) [days, ms] = [days + 1, 0];
  if (form === 'elapsed') return clock(days * 24, ms);
  if (days === 0 && (form === 'time' || (system === 1900 && ms > 0))) return clock(0, ms);
  // Day 60 of the older system is 29 February 1900, which never was; the days before it are one later than they say.
  if (system === 1900 && (days === 0 || days === 60)) return null;
  const day = DAY_0[system] + days + (system === 1900 && days < 60 ? 1 : 0);
  if (day > LAST_DAY) return null;
  return form === 'date' && ms === 0 ? dateText(day) : `${dateText(day)}T${clock(0, ms)}`;
}

function clock(hours: number, ms: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const seconds = Math.floor(ms / 1000);
  const rest = ms % 1000;
  const time = `${two(hours + Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return rest === 0 ? time : `${time}.${String(rest).padStart(3, '0')}`;
}
