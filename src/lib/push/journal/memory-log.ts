import type { JournalLog, LogAnswer } from './log.ts';

/** A log that lives as long as the page. */
export class MemoryLog implements JournalLog {
  readonly #texts = new Map<string, string[]>();

  async begin(push: string, texts: readonly string[]): Promise<LogAnswer<void>> {
    if (this.#texts.has(push)) return { ok: false, because: 'begun-already' };
    this.#texts.set(push, [...texts]);
    return DONE;
  }

  async read(push: string): Promise<LogAnswer<readonly string[]>> {
    return { ok: true, value: [...(this.#texts.get(push) ?? [])] };
  }

  async append(push: string, at: number, texts: readonly string[]): Promise<LogAnswer<void>> {
    const all = this.#texts.get(push);
    if (all === undefined) return { ok: false, because: 'not-begun' };
    if (all.length !== at) return { ok: false, because: 'not-the-last' };
    all.push(...texts);
    return DONE;
  }

  async list(): Promise<LogAnswer<readonly string[]>> {
    return { ok: true, value: [...this.#texts.keys()] };
  }
}

const DONE = { ok: true, value: undefined } as const;
