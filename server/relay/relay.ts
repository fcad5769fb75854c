import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { DirectHost } from '../direct.ts';
import { json, type Ask, type Reply, type Route } from '../route.ts';
import { isKey, noToAsker, only, type RelayNo } from './asker.ts';
import { callOf, type RelayCall } from './call.ts';
import { LIMITS, passOn, type Passed, type RelayLimits } from './pass-on.ts';
import type { Upstreams } from './upstream.ts';

/** Where the page asks for the key of this start, and where it sends its calls. */
export const KEY_PATH = '/server/relay/key';
export const CALL_PATH = '/server/relay/call';

export interface RelayOptions {
  readonly upstreams: Upstreams;
  /** Hosts the page may call by itself, which it is told with the key. */
  readonly direct?: readonly DirectHost[];
  /** A line for each call that did not come back: which app and why, never what was in it. */
  readonly log?: (line: string) => void;
  readonly limits?: Partial<RelayLimits>;
}

/** Statuses that no browser tries again by itself (it does 408 and 421). */
const STATUS: Readonly<Partial<Record<RelayNo, number>>> = { busy: 503, repeated: 409, 'too-large': 413 };
/** So many names of calls are remembered. */
const REMEMBERED = 100_000;

/** Calls of this page to apps that a page may not call by itself (CONNECTORS; RELIABILITY, loopback relay). */
export function relayOf({
  upstreams,
  direct = [],
  log = () => undefined,
  limits: some = {},
}: RelayOptions): readonly Route[] {
  const limits = { ...LIMITS, ...some };
  const key = randomBytes(32).toString('base64url');
  const seen = new Set<string>();
  let open = 0;

  const no = (why: RelayNo): Reply => {
    log(`relay: refused, ${why}`);
    return reply(STATUS[why] ?? 403, { refused: why });
  };

  async function call(ask: Ask): Promise<Reply> {
    const { request } = ask;
    const asker = noToAsker(request, CALL_PATH);
    if (asker !== null) return no(asker);
    if (!isKey(key, only(request, 'x-drysync-key'))) return no('key');
    const made = callOf(upstreams, request);
    if (typeof made === 'string') return no(made);
    if (open >= limits.open) return no('busy');
    open += 1;
    try {
      const body = await bodyOf(request, limits.ask);
      if (typeof body === 'string') return no(body);
      if (made.method === 'GET' && body.length > 0) return no('body');
      if (seen.has(made.id)) return no('repeated');
      remember(seen, made.id);
      const passed = await passOn(made, body, limits, ask.gone);
      if (passed.kind === 'answered') return answered(made, passed);
      log(`relay: ${made.upstream.name} lost, ${passed.said}`);
      return reply(502, { lost: passed.because, said: passed.said });
    } finally {
      open -= 1;
    }
  }

  return [
    {
      method: 'POST',
      path: KEY_PATH,
      answer: ({ request }) => {
        const why =
          noToAsker(request, KEY_PATH) ?? (only(request, 'x-drysync') === 'relay' ? null : 'header');
        const apps = [...upstreams].map(
          ([
            called,
            {
              name,
              origin: { host },
            },
          ]) => ({
            name,
            host,
            ...(called === name ? {} : { named: true }),
          }),
        );
        return Promise.resolve(why === null ? json({ key, apps, direct }) : no(why));
      },
    },
    { method: 'POST', path: CALL_PATH, answer: call },
  ];
}

/** The whole body before anything is sent on: half of one reaches no app. */
async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | RelayNo> {
  if (Number(request.headers['content-length'] ?? 0) > most) return 'too-large';
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > most) return 'too-large';
      chunks.push(chunk);
    }
  } catch {
    return 'body';
  }
  return Buffer.concat(chunks);
}

/**
 * The app's answer in one of ours that is always 200, so that a browser does nothing by itself with its status; what the app said of it
 * stands in a header. Its type is never one a browser would show as a page.
 */
function answered({ upstream }: RelayCall, { answer, body }: Passed & { kind: 'answered' }): Reply {
  const names = ['content-type', 'retry-after', ...upstream.answers];
  const headers = names.flatMap((name) => {
    const value = answer.headers[name];
    return typeof value === 'string' && /^[\x20-\x7e]{0,1024}$/.test(value) ? [[name, value]] : [];
  });
  const about = { status: answer.statusCode ?? 0, headers: Object.fromEntries(headers) as unknown };
  const length = answer.headers['content-length'];
  return {
    status: 200,
    type: 'application/octet-stream',
    body,
    headers: {
      'Cache-Control': 'no-store',
      'X-Drysync-Answer': JSON.stringify(about),
      ...(length === undefined ? {} : { 'Content-Length': length }),
    },
  };
}

const reply = (status: number, value: unknown): Reply => ({
  ...json(value),
  status,
  // What was not read of its body is no next request.
  headers: { 'Cache-Control': 'no-store', Connection: 'close', 'X-Drysync-Relay': 'no' },
});

/** The oldest goes where there are too many. */
function remember(seen: Set<string>, id: string): void {
  seen.add(id);
  for (const oldest of seen) {
    if (seen.size <= REMEMBERED) break;
    seen.delete(oldest);
  }
}
