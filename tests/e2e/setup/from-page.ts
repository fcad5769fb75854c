import { serveApp } from './app.ts';
import type { ServedWith } from './server.ts';

/** A page of the built app in Chromium: what is fetched there is under its policy, as what a person's page calls is. */
export interface CallingPage {
  /** Scheme, host and port of the app's own server. */
  readonly origin: string;
  readonly fetch: typeof fetch;
  /** Addresses asked for that are not the app's own. */
  readonly foreign: readonly string[];
  close(): Promise<void>;
}

export async function callingPage(more: ServedWith): Promise<CallingPage> {
  const app = await serveApp(more);
  const { page, foreign } = await app.open();
  return {
    origin: app.url.replace(/\/$/, ''),
    foreign,
    fetch: async (input, init = {}) => {
      const { signal, ...request } = init;
      if (typeof input !== 'string') throw new TypeError('an address is asked for as a text');
      const asked = page.evaluate(fetchThere, {
        url: input,
        request: { ...request, headers: [...new Headers(init.headers)] },
      });
      return answerOf(await Promise.race([asked, ...(signal == null ? [] : [aborted(signal)])]));
    },
    close: () => app.close(),
  };
}

interface Asked {
  readonly url: string;
  readonly request: RequestInit & { readonly headers: [string, string][] };
}

interface Answered {
  readonly status: number;
  readonly type: ResponseType;
  readonly headers: [string, string][];
  /** Base64: numbers one by one take seconds on their way out of the page. */
  readonly bytes: string;
}

/** Runs in the page. */
async function fetchThere({ url, request }: Asked): Promise<Answered> {
  const answer = await fetch(url, request);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return { status: answer.status, type: answer.type, headers: [...answer.headers], bytes: btoa(text) };
}

/** What callers look at; a page sees a redirect as status 0, of which nobody can make a `Response`. */
function answerOf({ status, type, headers, bytes }: Answered): Response {
  const { buffer } = Uint8Array.from(Buffer.from(bytes, 'base64'));
  const answer: Pick<Response, 'status' | 'type' | 'headers' | 'body' | 'arrayBuffer'> = {
    status,
    type,
    headers: new Headers(headers),
    body: null,
    arrayBuffer: () => Promise.resolve(buffer),
  };
  return answer as Response;
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, failed) => {
    signal.addEventListener('abort', () => failed(new Error('nobody waits for it any more')));
  });
