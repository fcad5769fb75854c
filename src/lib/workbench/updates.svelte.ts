import type { Workbox } from 'workbox-window';
import type { OfflineEvent } from './offline.ts';

/** `waiting`: a new version is stored and waits. `moved`: another tab has changed to it, this one runs the old one. */
export type UpdateState = 'none' | 'waiting' | 'moved';

interface Options {
  /** Address of the service worker's script and the folder it serves. */
  readonly script: string;
  readonly scope: string;
  /** Makes a script address one the page's policy lets through. */
  readonly trusted: (url: string) => string;
  readonly reload: () => void;
  /** Resolves when there is time for what may wait. */
  readonly rest: () => Promise<void>;
}

/** Keeps the app working offline and says when a newer version waits. Nothing is reloaded unless a person asks. */
export class Updates {
  #state = $state.raw<UpdateState>('none');
  #offline = $state.raw(false);
  #hidden = $state.raw(false);
  #asked = false;
  #workbox: Workbox | null = null;
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  /** What to tell; `none` once a person said "later". */
  get state(): UpdateState {
    return this.#hidden ? 'none' : this.#state;
  }

  /** Is all of the app stored here, so that it opens with the network off? */
  get offlineReady(): boolean {
    return this.#offline;
  }

  /** Stores the app for offline use. Does nothing where the browser has no service workers; never rejects. */
  async start(): Promise<void> {
    const { serviceWorker } = navigator as { readonly serviceWorker?: ServiceWorkerContainer };
    if (serviceWorker === undefined) return;
    const { script, scope, trusted, rest } = this.#options;
    // What is stored already has only to be asked for a newer version, and told of one.
    if (serviceWorker.controller === null) await rest();
    else this.#offline = true;
    // Without a network there is nothing to store either.
    const found = await import('./offline.ts').catch(() => null);
    this.#workbox = found?.keepOffline(trusted(script), scope, (event) => this.#hear(event)) ?? null;
  }

  /** Changes to the new version: the page is loaded again. */
  apply(): void {
    if (this.#state === 'moved') return this.#options.reload();
    this.#asked = true;
    this.#workbox?.messageSkipWaiting();
  }

  /** Hides the prompt until the app is opened next. */
  later(): void {
    this.#hidden = true;
  }

  #hear(event: OfflineEvent): void {
    if (event === 'stored') this.#offline = true;
    else if (event === 'waiting') this.#say(event);
    else if (this.#asked) this.#options.reload();
    else if (event === 'moved') this.#say(event);
  }

  #say(state: UpdateState): void {
    this.#state = state;
    if (state === 'moved') this.#hidden = false;
  }
}
