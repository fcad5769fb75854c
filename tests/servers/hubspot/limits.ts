import type { FakeReply } from '../faults/index.ts';
import { overLimit } from './errors.ts';

/** Calls an account may make in ten seconds, in a day, and searches in a second. Null: as many as come. */
export interface Limit {
  readonly calls: number | null;
  readonly searches: number | null;
  readonly daily: number | null;
  /** Is Retry-After sent? */
  readonly retryAfter: boolean;
}

const WINDOW = 10_000;

/** Counts the calls of an account, as its clock goes. Those that are refused count for the day too. */
export class Limits {
  limit: Limit = { calls: null, searches: null, daily: null, retryAfter: true };
  #recent: number[] = [];
  #searches: number[] = [];
  #today = 0;

  /** The refusal of a call that is over a limit; null where it may go on. */
  over(now: number, isSearch: boolean): FakeReply | null {
    const { calls, searches, daily, retryAfter } = this.limit;
    this.#today += 1;
    if (daily !== null && this.#today > daily) return overLimit('DAILY');
    const wait = (oldest: number, span: number) =>
      retryAfter ? Math.max(1, Math.ceil((oldest + span - now) / 1000)) : undefined;
    if (isSearch && searches !== null) {
      this.#searches = this.#searches.filter((at) => at > now - 1000);
      if (this.#searches.length >= searches)
        return overLimit('SECONDLY', wait(this.#searches[0] ?? now, 1000));
      this.#searches.push(now);
    }
    if (calls === null) return null;
    this.#recent = this.#recent.filter((at) => at > now - WINDOW);
    if (this.#recent.length >= calls)
      return overLimit('TEN_SECONDLY_ROLLING', wait(this.#recent[0] ?? now, WINDOW));
    this.#recent.push(now);
    return null;
  }

  /** What every answer says of the allowance; of a search it says nothing. */
  headers(isSearch: boolean): Record<string, string> {
    const { calls, daily } = this.limit;
    if (isSearch) return {};
    return {
      ...(calls !== null && {
        'x-hubspot-ratelimit-max': String(calls),
        'x-hubspot-ratelimit-remaining': String(calls - this.#recent.length),
        'x-hubspot-ratelimit-interval-milliseconds': String(WINDOW),
      }),
      ...(daily !== null && {
        'x-hubspot-ratelimit-daily': String(daily),
        'x-hubspot-ratelimit-daily-remaining': String(Math.max(0, daily - this.#today)),
      }),
    };
  }
}
