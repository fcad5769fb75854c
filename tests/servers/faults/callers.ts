import type { Call, CallAnswer, Caller } from '../../../src/lib/connectors/app/call.ts';
import type { Delivery, FakeReply, FaultyApp } from './request.ts';

/** What the caller adds to every call, as a relay does: the sign-in. Read anew each time, so that a test can sign in again. */
export type SignIn = () => Readonly<Record<string, string>>;

const decoder = new TextDecoder();

/** Calls without a socket: thousands a second. A call that hangs, or drips for longer than `patience` milliseconds, is lost at once. */
export function inProcess(app: FaultyApp, signIn: SignIn, patience = 30_000): Caller {
  return ({ method, path, headers, body }) => {
    const given = { ...headers, ...signIn() };
    const lower = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const text = typeof body === 'string' ? body : body === null ? '' : decoder.decode(body);
    return Promise.resolve(arrived(app({ method, path, headers: lower, body: text }), patience));
  };
}

function arrived(delivery: Delivery, patience: number): CallAnswer {
  switch (delivery.how) {
    case 'drop':
    case 'cut':
      return { kind: 'lost', because: 'dropped', said: 'socket hang up' };
    case 'hang':
      return { kind: 'lost', because: 'timeout', said: 'no answer' };
    case 'drip': {
      const pieces = Math.ceil(delivery.reply.body.length / delivery.bytes);
      return pieces * delivery.milliseconds > patience
        ? { kind: 'lost', because: 'timeout', said: 'too slow' }
        : answered(delivery.reply);
    }
    case 'whole':
      return answered(delivery.reply);
  }
}

function answered({ status, headers, body }: FakeReply): CallAnswer {
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return { kind: 'answered', status, header: (name) => lower.get(name.toLowerCase()) ?? null, body };
}

/** Calls over HTTP, each at most `patience` milliseconds. Never repeats, never follows a redirect. */
export function overHttp(origin: string, signIn: SignIn, patience = 60_000): Caller {
  return async (call) => {
    const limit = AbortSignal.timeout(patience);
    try {
      return await fetched(origin, call, signIn(), limit);
    } catch (error) {
      const said = error instanceof Error ? error.message : 'failed';
      return { kind: 'lost', because: limit.aborted ? 'timeout' : 'dropped', said };
    }
  };
}

async function fetched(
  origin: string,
  { method, path, headers, body }: Call,
  signIn: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<CallAnswer> {
  const reply = await fetch(`${origin}${path}`, {
    method,
    headers: { ...headers, ...signIn },
    body,
    signal,
    redirect: 'manual',
  });
  const text = await reply.text();
  return { kind: 'answered', status: reply.status, header: (name) => reply.headers.get(name), body: text };
}
