import type { JournalLog, LogAnswer } from './log.ts';

/** A log that lives as long as the page. */
export class MemoryLog implements JournalLog {
  readonly #texts = new Map<string, string[]>();
  readonly #projects = new Map<string, string[]>();

  async begin(project: string, push: string, texts: readonly string[]): Promise<LogAnswer<void>> {
    if (this.#texts.has(push)) return { ok: false, because: 'begun-already' };
    this.#texts.set(push, [...texts]);
    this.#projects.set(project, [...(this.#projects.get(project) ?? []), push]);
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

  async list(project: string): Promise<LogAnswer<readonly string[]>> {
    return { ok: true, value: [...(this.#projects.get(project) ?? [])] };
  }
}

const DONE = { ok: true, value: undefined } as const;
