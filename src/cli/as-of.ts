import { done, wrongCall, type Attempt } from './attempt.ts';

/** `--as-of` as a day of the calendar, `YYYY-MM-DD`; today where it is not given. */
export function readAsOf(text: string | null, today: string): Attempt<string> {
  if (text === null) return done(today);
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
  return isDay ? done(text) : wrongCall(`--as-of takes a day as YYYY-MM-DD, not ${text}.`);
}
