import type { Language } from './languages.ts';
import type { Messages, Part } from './messages.ts';
import { speechOf, type Speech } from './speech.ts';

/** The words of one language, as far as they are loaded. */
export class Words {
  readonly speech: Speech;
  readonly #language: Language;
  readonly #loaded: Partial<Messages> = {};

  constructor(language: Language) {
    this.#language = language;
    this.speech = speechOf(language.tag);
  }

  /** Loads parts; a page waits for it before it is shown. */
  async need(...parts: readonly Part[]): Promise<void> {
    const all = await this.#language.parts();
    await Promise.all(
      parts.map(async (part) => {
        if (this.#loaded[part] === undefined)
          Object.assign(this.#loaded, { [part]: (await all[part]())(this.speech) });
      }),
    );
  }

  /** A part that was loaded; asking for another is a fault of ours. */
  of<P extends Part>(part: P): Messages[P] {
    const found = this.#loaded[part];
    if (found === undefined) throw new Error(`the words of ${part} are not loaded`);
    return found;
  }
}
