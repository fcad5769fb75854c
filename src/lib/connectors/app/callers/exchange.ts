import type { CallAnswer } from '../call.ts';

export type Lost = Extract<CallAnswer, { kind: 'lost' }>;

/** An answer that came whole. */
export interface Exchanged {
  readonly kind: 'answered';
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** What every caller is given. */
export interface CallerOptions {
  /** Sent with every call: the sign-in. They go to this app alone. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds until an answer must be whole. */
  readonly timeout?: number;
  /** Ends the call that is under way, and every later one. */
  readonly stop?: AbortSignal;
  readonly fetch?: typeof fetch;
}

/** An app that is asked for 200 records at once may take a minute. */
const PATIENCE = 120_000;

/**
 * Sends one request, once: no redirect, no cookies, no cache, no second try (S344). What does not come back whole in time is lost. Never
 * rejects; what it says of a failure is never made of what was sent.
 */
export async function exchange(
  url: string,
  request: { readonly method: string; readonly body: BodyInit | null; readonly headers: HeadersInit },
  { timeout = PATIENCE, stop, fetch: ask = fetch }: Omit<CallerOptions, 'headers'>,
): Promise<Exchanged | Lost> {
  const late = AbortSignal.timeout(timeout);
  const signal = stop === undefined ? late : AbortSignal.any([late, stop]);
  try {
    const answer = await ask(url, {
      ...request,
      signal,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    // A browser shows nothing of a redirect.
    if (answer.status < 200 || (answer.status >= 300 && answer.status < 400)) {
      await answer.body?.cancel();
      return lost('dropped', 'redirect');
    }
    const bytes = await answer.arrayBuffer();
    if (isHalf(answer, bytes.byteLength)) return lost('dropped', 'half');
    const body = new TextDecoder().decode(bytes);
    return { kind: 'answered', status: answer.status, headers: answer.headers, body };
  } catch (error) {
    if (stop?.aborted === true) return lost('stopped', '');
    return late.aborted ? lost('timeout', '') : lost('dropped', codeOf(error));
  }
}

export const lost = (because: Lost['because'], said: string): Lost => ({ kind: 'lost', because, said });

/** Of another origin's answer a page cannot see whether it was packed: there the browser counts, and half a JSON is none. */
function isHalf({ headers, type }: Response, length: number): boolean {
  const said = headers.get('content-length');
  return said !== null && type !== 'cors' && !headers.has('content-encoding') && Number(said) !== length;
}

/** The system's word for it, where there is one; a message could hold what was sent. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : '';
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(code) ? code : '';
}
