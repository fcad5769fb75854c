import { Agent as PlainAgent, request as plain, type IncomingMessage } from 'node:http';
import { Agent as SafeAgent, request as safe } from 'node:https';
import { Transform } from 'node:stream';
import type { RelayCall } from './call.ts';

/** Bytes and milliseconds. */
export interface RelayLimits {
  readonly ask: number;
  readonly answer: number;
  /** Without a byte from the app. */
  readonly silent: number;
  readonly whole: number;
  /** Calls at one time. */
  readonly open: number;
}

export const LIMITS: RelayLimits = {
  ask: 8 << 20,
  answer: 64 << 20,
  silent: 120_000,
  whole: 300_000,
  open: 64,
};

/** What the app answered, its body still on its way; or why there is no answer: whether it did it is not known. */
export type Passed =
  | { readonly kind: 'answered'; readonly answer: IncomingMessage; readonly body: Transform }
  | { readonly kind: 'lost'; readonly because: 'dropped' | 'timeout'; readonly said: string };

/** Connections to an app are kept for a moment: one that stood long is dropped by the other side just when it is used. */
const KEPT = { keepAlive: true, maxFreeSockets: 8, timeout: 4_000 };
const agents = { 'http:': new PlainAgent(KEPT), 'https:': new SafeAgent(KEPT) };

/** Sends a call, once (S343): no redirect is followed, nothing is tried again. Never rejects. */
export function passOn(
  call: RelayCall,
  body: Buffer,
  limits: RelayLimits,
  gone: AbortSignal,
): Promise<Passed> {
  return new Promise((done) => {
    const { protocol, hostname, port } = call.upstream.origin;
    const isPlain = protocol === 'http:';
    const lost = (because: 'dropped' | 'timeout', said: string): void =>
      done({ kind: 'lost', because, said });
    const outgoing = (isPlain ? plain : safe)({
      protocol,
      hostname,
      port,
      method: call.method,
      path: call.target,
      agent: isPlain ? agents['http:'] : agents['https:'],
      timeout: limits.silent,
      headers: {
        ...call.headers,
        ...(call.method === 'GET' ? {} : { 'content-length': String(body.length) }),
      },
    });
    const end = (because: 'dropped' | 'timeout', said: string): void => {
      lost(because, said);
      outgoing.destroy(new Error(said));
    };
    const whole = setTimeout(() => end('timeout', 'whole'), limits.whole);
    const left = (): void => end('dropped', 'the page went away');
    gone.addEventListener('abort', left);
    outgoing.on('timeout', () => end('timeout', 'silent'));
    outgoing.on('close', () => {
      clearTimeout(whole);
      gone.removeEventListener('abort', left);
    });
    outgoing.on('error', (error) => lost('dropped', codeOf(error)));
    // It wants another protocol: no answer to what was asked.
    outgoing.on('upgrade', (_, socket) => {
      socket.destroy();
      lost('dropped', 'upgrade');
    });
    outgoing.on('response', (answer) => {
      const said = noTo(answer, limits);
      if (said !== null) return end('dropped', said);
      const counted = counting(limits.answer);
      answer.on('error', (error) => counted.destroy(error));
      counted.on('close', () => {
        if (!answer.complete) outgoing.destroy();
      });
      answer.pipe(counted);
      done({ kind: 'answered', answer, body: counted });
    });
    outgoing.end(call.method === 'GET' ? undefined : body);
  });
}

/** An answer that is not passed on. */
function noTo(answer: IncomingMessage, limits: RelayLimits): string | null {
  const status = answer.statusCode ?? 0;
  if (status < 200 || (status >= 300 && status < 400)) return 'redirect';
  if (Number(answer.headers['content-length'] ?? 0) > limits.answer) return 'too-large';
  const { 'content-encoding': encoding = 'identity' } = answer.headers;
  return encoding === 'identity' ? null : 'encoded';
}

/** Breaks off what is longer than it may be. */
function counting(most: number): Transform {
  let length = 0;
  return new Transform({
    transform(chunk: Buffer, _, next) {
      length += chunk.length;
      if (length > most) next(new Error('too-large'));
      else next(null, chunk);
    },
  });
}

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : 'failed';
