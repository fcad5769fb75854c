const KEY = 'drysync.letters';
/** A second key after `G` counts within this time (milliseconds). */
const CHORD = 1500;

/** A key of a screen: the letter as `event.key` gives it (`J`, `Enter`, `[`, `ctrl+z`), lower case. */
export type KeyMap = Readonly<Record<string, () => void>>;

/**
 * Keys of the page. Screens add theirs while they stand; the latest added is asked first. They act only while no text field
 * has the focus and no dialog is open; a person can switch those without Ctrl off (WCAG 2.1.4).
 */
export class Shortcuts {
  #letters = $state(true);
  readonly #storage: Storage | null;
  #maps: readonly KeyMap[] = [];
  #chordAt = -Infinity;

  constructor(storage: Storage | null) {
    this.#storage = storage;
    this.#letters = storage?.getItem(KEY) !== 'off';
  }

  /** Do single letters act? */
  get letters(): boolean {
    return this.#letters;
  }

  switchLetters(on: boolean): void {
    this.#letters = on;
    try {
      this.#storage?.setItem(KEY, on ? 'on' : 'off');
    } catch {
      // A full or closed storage costs only the memory of the choice.
    }
  }

  /** Adds keys; call the answer to take them away again. `g x` is `G` and then `X`. */
  add(keys: KeyMap): () => void {
    this.#maps = [keys, ...this.#maps];
    return () => {
      this.#maps = this.#maps.filter((one) => one !== keys);
    };
  }

  /** Handles a key of the window. */
  handle(event: KeyboardEvent, now: number): void {
    if (event.defaultPrevented || event.isComposing) return;
    const key = event.key.toLowerCase();
    const third = isThirdLevel(event);
    // With Alt the browser and the system have their own; what it makes a character of is that character.
    if (event.altKey && !(third && /^[^a-z0-9]$/.test(key))) return;
    const control = (event.ctrlKey || event.metaKey) && !third;
    // Nothing acts behind a dialog, and no letter while somebody writes.
    if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
    // The browser closes what is open above the page with it, unless the key was taken.
    if (event.key === 'Escape' && document.querySelector(':popover-open') !== null) return;
    if (!control && !this.#letters) return;
    const shift = event.shiftKey && /^[a-z]$/.test(key) ? 'shift+' : '';
    const chord = !control && now - this.#chordAt < CHORD;
    this.#chordAt = !control && !chord && key === 'g' ? now : -Infinity;
    const name = control ? `ctrl+${shift}${key}` : chord ? `g ${key}` : `${shift}${key}`;
    const act = this.#maps.find((keys) => name in keys)?.[name];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }
}

/**
 * A character of the third level: `[` is AltGr 8 on a Norwegian or German keyboard (Windows says Ctrl and Alt with it) and
 * Option 8 or 5 on a Mac. It counts by what it writes.
 */
const isThirdLevel = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && (event.altKey || event.getModifierState('AltGraph')) && !event.metaKey;

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  return target.matches('input:not([type=checkbox], [type=radio], [type=file]), textarea, select');
}
