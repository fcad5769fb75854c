import type { PushLock } from '../../src/lib/push/index.ts';

/** A lock for one page: whoever has it is seen. */
export class FreeLock implements PushLock {
  readonly #held = new Map<string, { readonly owner: string; readonly since: string }>();

  async take(project: string, owner: string) {
    const held = this.#held.get(project);
    if (held !== undefined) return { ok: false, ...held } as const;
    this.#held.set(project, { owner, since: '2026-01-02T00:00:00Z' });
    return {
      ok: true,
      release: async () => {
        this.#held.delete(project);
      },
    } as const;
  }
}
