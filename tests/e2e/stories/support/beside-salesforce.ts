import { relayOf } from '../../../../server/relay/relay.ts';
import { upstreamsOf } from '../../../../server/relay/upstream.ts';
import type { FakeSalesforce } from '../../../servers/salesforce/index.ts';
import { serveApp, type ServedApp } from '../../setup/app.ts';

/** The app, with an org that lets its page call it directly. `named`: where the relay calls go. */
export async function servedBeside(
  { cors }: FakeSalesforce,
  org: { readonly origin: string },
  named: Parameters<typeof upstreamsOf>[0],
): Promise<ServedApp> {
  const made = upstreamsOf(named);
  if ('says' in made) throw new Error(made.says);
  const direct = [{ name: 'salesforce', origin: org.origin }] as const;
  const app = await serveApp({
    routes: relayOf({ upstreams: made.upstreams, direct }),
    direct: [org.origin],
  });
  cors.add(new URL(app.url).origin);
  return app;
}

/** Its org signs people in who come from the app in a window. */
export function letsIn({ sessions }: FakeSalesforce, { url }: ServedApp, id: string): void {
  sessions.client = { id, redirectUri: `http://localhost:${new URL(url).port}/signed-in` };
  sessions.refuses = null;
}
