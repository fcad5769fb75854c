import type { Workbox } from 'workbox-window';

/** `waiting`: a new version is stored and waits. `moved`: another tab has changed to it, this one runs the old one. */
export type UpdateState = 'none' | 'waiting' | 'moved';

interface Options {
  /** Address of the service worker's script and the folder it serves. */
  readonly script: string;
  readonly scope: string;
  /** Makes a script address one the page's policy lets through. */
  readonly trusted: (url: string) => string;
  readonly reload: () => void;
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
    if (!('serviceWorker' in navigator)) return;
    const { container, workbox } = await this.#open();
    if (container.controller !== null) this.#offline = true;
    workbox.addEventListener('waiting', () => this.#say('waiting'));
    workbox.addEventListener('activated', () => {
      this.#offline = true;
    });
    workbox.addEventListener('controlling', ({ isUpdate }) => {
      if (this.#asked) this.#options.reload();
      else if (isUpdate === true) this.#say('moved');
    });
    try {
      await workbox.register();
    } catch {
      // No room, or a private window: the app works, only not offline.
    }
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

  #say(state: UpdateState): void {
    this.#state = state;
    if (state === 'moved') this.#hidden = false;
  }

  async #open(): Promise<{ container: ServiceWorkerContainer; workbox: Workbox }> {
    const { Workbox } = await import('workbox-window');
    const { script, scope, trusted } = this.#options;
    const workbox = new Workbox(trusted(script), { scope });
    this.#workbox = workbox;
    return { container: navigator.serviceWorker, workbox };
  }
}
