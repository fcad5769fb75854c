import type { LiveSource } from '../../src/lib/connectors/app/live-source.ts';
import type { PassBecause } from '../../src/lib/conversation/index.ts';
import type { KeptReport } from '../keep/kept-set.ts';

/** What was written shortly before may show in an app's answers only later: such records are asked for again. Milliseconds. */
const MARGIN = 10 * 60_000;
/** S361: all records are read again where that was last done longer ago. Milliseconds. */
const WHOLE_AFTER = 24 * 60 * 60_000;

/**
 * S462: are the records known as they were after `time`? All of them are where the first page was asked for after it; what changed shortly
 * before a later pass may show only in the next.
 */
export const readAfter = ({ readAt, changedAt }: LiveSource, time: string): boolean =>
  Date.parse(readAt) > Date.parse(time) ||
  (changedAt !== undefined && Date.parse(changedAt) - MARGIN > Date.parse(time));

/** What a pass asks for: what changed since a time, or everything, and why that. */
export type Asked =
  | { readonly since: string; readonly because: null }
  | { readonly since: null; readonly because: PassBecause };

/**
 * S360: the time is the app's own, of the record that it changed last: the clock of this machine need not agree with it. A record may have
 * changed while all were read, behind the page it stood on: so the time a reading took is taken off too.
 */
export function sinceWhen(
  { live, milliseconds }: Pick<KeptReport, 'live' | 'milliseconds'>,
  /** When each record was last changed; null where they do not say. */
  times: Iterable<string> | null,
  canTell: boolean,
  now: Date,
): Asked {
  if (!canTell) return { since: null, because: 'cannot' };
  const newest = times === null ? null : newestIn(times);
  if (live === undefined || newest === null) return { since: null, because: 'no-times' };
  if (now.getTime() - Date.parse(live.readAt) > WHOLE_AFTER) return { since: null, because: 'day' };
  const asked = Date.parse(live.changedAt ?? live.readAt);
  return { since: new Date(Math.min(newest, asked) - milliseconds - MARGIN).toISOString(), because: null };
}

function newestIn(times: Iterable<string>): number | null {
  let newest: number | null = null;
  for (const text of times) {
    const time = Date.parse(text);
    if (!Number.isNaN(time) && (newest === null || time > newest)) newest = time;
  }
  return newest;
}
