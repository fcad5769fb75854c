/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  matchPrecache,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { base, build, files, prerendered, version } from '$service-worker';

declare const self: ServiceWorkerGlobalScope;

/** The page for every address that has none of its own. The adapter writes it, so no list names it. */
const FALLBACK = `${base}/200.html`;

/**
 * A worker may call the hosts that its script's header names (S353), and another start of the server names others: where that server is on
 * this machine it is asked, and what is kept here serves when it does not answer.
 */
if (self.location.hostname === '127.0.0.1') {
  registerRoute(
    ({ request, sameOrigin }) => sameOrigin && request.destination === 'worker',
    async ({ request }) => {
      const answer = await fetch(request, { cache: 'no-cache' }).catch(() => null);
      return answer?.ok === true ? answer : ((await matchPrecache(request.url)) ?? Response.error());
    },
  );
}

/** Names with a hash in them never change; all else changes with the version. */
precacheAndRoute([
  ...build.map((url) => ({ url, revision: null })),
  ...[...files, ...prerendered, FALLBACK].map((url) => ({ url, revision: version })),
]);
cleanupOutdatedCaches();
// An address of the server's own (callbacks, the relay), a schema and anything with an ending is no page of ours.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL(FALLBACK), {
    denylist: [
      new RegExp(`^${base}/server/`),
      new RegExp(`^${base}/schemas/`),
      /^[^?]*\/[^?/]+\.[^?/]+(\?|$)/,
    ],
  }),
);

// A new version waits until a person asks for it: code is never swapped under work that runs.
self.addEventListener('message', (event) => {
  const message = event.data as { type?: unknown } | null;
  if (message?.type === 'SKIP_WAITING') void self.skipWaiting();
});
