import { appsInReach } from '../../src/lib/connectors/app/callers/relay.ts';
import { appOpener } from '../../src/lib/connectors/app/open-app.ts';
import { windowSignIn } from '../../src/lib/connectors/app/window-sign-in.ts';
import type { AppWays, LiveApp } from '../../src/lib/conversation/index.ts';
import type { LiveParts } from './live-desk.ts';

/** Apps as this page reaches them: by the server it came from, or where its policy lets it. */
export const LIVE: LiveParts = {
  openApp: appOpener(),
  window: windowSignIn(),
  ways: async () => {
    const reach = await appsInReach();
    const direct = (reach?.direct ?? []).flatMap(({ name, origin }): AppWays['direct'][number][] =>
      isDirect(name) ? [{ app: name, origin }] : [],
    );
    return { relayed: reach?.apps ?? null, direct };
  },
  sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  now: () => new Date(),
};

const isDirect = (name: string): name is LiveApp => name === 'pocketbase' || name === 'salesforce';
