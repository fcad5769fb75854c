import type { CallAnswer, Caller } from '../call.ts';
import { exchange, lost, type CallerOptions, type Exchanged, type Lost } from './exchange.ts';
import { isObject } from '../json.ts';

/** An app the relay passes calls on to, and the host it does that to. */
export interface RelayApp {
  readonly name: string;
  readonly host: string;
  /** The host was named at the start, and there may be others of the app. */
  readonly named?: boolean;
}

/** A host that this page's policy lets it call by itself, and the app that is there. */
export interface DirectApp {
  readonly name: string;
  readonly origin: string;
}

interface Opened {
  readonly key: string;
  readonly apps: readonly RelayApp[];
  readonly direct: readonly DirectApp[];
}

type Transport = Omit<CallerOptions, 'headers'>;

/**
 * The apps that this page's server passes calls on to, and those whose hosts it was started with; null where there is no relay: a static
 * host (RELIABILITY, loopback relay).
 */
export async function appsInReach(
  options: Transport & { readonly origin?: string } = {},
): Promise<Omit<Opened, 'key'> | null> {
  const opened = await open(options.origin ?? '', options);
  return opened === null ? null : { apps: opened.apps, direct: opened.direct };
}

/**
 * Calls an app by the relay of `npm start`, which is this page's own server. `origin`: where that is, from outside a page. `host`: of an app
 * that has several, the one that is meant (S460); without it the only one.
 */
export function relayCaller(
  app: string,
  options: CallerOptions & { readonly origin?: string; readonly host?: string | undefined },
): Caller {
  const origin = options.origin ?? '';
  let opened: Promise<Opened | null> | null = null;

  return async (call) => {
    // The same name in every try: it is passed on once.
    const id = crypto.randomUUID();
    const send = async ({ key, apps }: Opened): Promise<Exchanged | Lost> =>
      exchange(
        `${origin}/server/relay/call`,
        {
          method: 'POST',
          body: call.body,
          headers: {
            ...call.headers,
            ...options.headers,
            'X-Drysync-Key': key,
            'X-Drysync-Call': id,
            'X-Drysync-App': nameOf(app, options.host, apps),
            'X-Drysync-Method': call.method,
            'X-Drysync-Path': call.path,
          },
        },
        options,
      );
    const sendWithKey = async (): Promise<Exchanged | Lost> => {
      opened ??= open(origin, options);
      const to = await opened;
      if (to !== null) return send(to);
      opened = null;
      return options.stop?.aborted === true ? lost('stopped', '') : lost('no-relay', '');
    };

    let answer = await sendWithKey();
    // Another start of the server has another key; what it refused for that went nowhere.
    if (answer.kind === 'answered' && refusalOf(answer) === 'key') {
      opened = null;
      answer = await sendWithKey();
    }
    return answer.kind === 'lost' ? answer : unpacked(answer);
  };
}

/** What the relay calls an app: with its host, where one was named for it. */
function nameOf(app: string, host: string | undefined, apps: readonly RelayApp[]): string {
  const own = apps.filter((one) => one.name === app && one.named === true);
  const [only, ...more] = own.map((one) => one.host);
  const at = host ?? (more.length === 0 ? only : undefined);
  return at === undefined ? app : `${app}@${at}`;
}

async function open(origin: string, options: Transport): Promise<Opened | null> {
  const answer = await exchange(
    `${origin}/server/relay/key`,
    { method: 'POST', body: null, headers: { 'X-Drysync': 'relay' } },
    options,
  );
  const said = answer.kind === 'answered' && answer.status === 200 ? parsed(answer.body) : null;
  const key = said?.['key'];
  const apps = said?.['apps'];
  if (typeof key !== 'string' || !Array.isArray(apps)) return null;
  const direct = said?.['direct'];
  return { key, apps: apps.filter(isApp), direct: Array.isArray(direct) ? direct.filter(isDirect) : [] };
}

const isDirect = (value: unknown): value is DirectApp =>
  isObject(value) && typeof value['name'] === 'string' && typeof value['origin'] === 'string';

const isApp = (value: unknown): value is RelayApp =>
  isObject(value) && typeof value['name'] === 'string' && typeof value['host'] === 'string';

/** The app's answer, out of the relay's; or what the relay says of it. */
function unpacked(answer: Exchanged): CallAnswer {
  const about = parsed(answer.headers.get('x-drysync-answer') ?? '');
  const status = about?.['status'];
  const headers = about?.['headers'];
  if (answer.status === 200 && typeof status === 'number' && isObject(headers)) {
    const values = new Map(Object.entries(headers));
    const header = (name: string): string | null => {
      const value = values.get(name.toLowerCase());
      return typeof value === 'string' ? value : null;
    };
    return { kind: 'answered', status, header, body: answer.body };
  }
  const refusal = refusalOf(answer);
  // The first of two may have been done.
  if (refusal !== null) return lost(refusal === 'repeated' ? 'dropped' : 'relay-refused', refusal);
  const { lost: because, said } = (answer.status === 502 ? parsed(answer.body) : null) ?? {};
  return lost(because === 'timeout' ? 'timeout' : 'dropped', typeof said === 'string' ? said : '');
}

/** Why the relay did not pass it on; null where it did, or where that was not the relay. */
function refusalOf(answer: Exchanged): string | null {
  const refused = answer.headers.get('x-drysync-relay') === 'no' ? parsed(answer.body)?.['refused'] : null;
  return typeof refused === 'string' ? refused : null;
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
