export type ThemeName = 'auto' | 'light' | 'dark';

const KEY = 'drysync.theme';

/** Light, dark, or as the system wishes; kept in this browser. */
export class Theme {
  #name = $state<ThemeName>('auto');
  readonly #root: HTMLElement;
  readonly #storage: Storage | null;

  constructor(root: HTMLElement, storage: Storage | null) {
    this.#root = root;
    this.#storage = storage;
    const kept = storage?.getItem(KEY);
    this.choose(kept === 'light' || kept === 'dark' ? kept : 'auto');
  }

  get name(): ThemeName {
    return this.#name;
  }

  choose(name: ThemeName): void {
    this.#name = name;
    this.#root.dataset['theme'] = name;
    try {
      this.#storage?.setItem(KEY, name);
    } catch {
      // A full or closed storage costs only the memory of the choice.
    }
  }
}
