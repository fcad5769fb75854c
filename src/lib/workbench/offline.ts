import { Workbox } from 'workbox-window';

/** `stored`: all of the app is kept. `waiting`: a newer version is. `taken`: one works for this page; `moved`: a newer one does. */
export type OfflineEvent = 'stored' | 'waiting' | 'taken' | 'moved';

/** Stores the app for offline use and tells what comes of it. */
export function keepOffline(script: string, scope: string, on: (event: OfflineEvent) => void): Workbox {
  const workbox = new Workbox(script, { scope });
  workbox.addEventListener('waiting', () => on('waiting'));
  workbox.addEventListener('activated', () => on('stored'));
  workbox.addEventListener('controlling', ({ isUpdate }) => on(isUpdate === true ? 'moved' : 'taken'));
  // No room, or a private window: the app works, only not offline.
  workbox.register().catch(() => undefined);
  return workbox;
}
