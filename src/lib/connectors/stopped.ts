import type { ByteSource } from './source.ts';
import type { ReadHooks, ReadProblem } from './report.ts';

/** Omit over a union, member by member. */
type Unnamed<T> = T extends unknown ? Omit<T, 'file'> : never;

/** Ends a reading with a problem; caught at the door. */
export class Stopped extends Error {
  readonly problem: Unnamed<ReadProblem>;

  constructor(problem: Unnamed<ReadProblem>) {
    super(problem.code);
    this.problem = problem;
  }
}

/** The source's chunks; what the source throws is a problem of the file, not of the program. */
export async function* guarded(source: ByteSource, hooks: ReadHooks): AsyncGenerator<Uint8Array, void, void> {
  const chunks = source.chunks()[Symbol.asyncIterator]();
  try {
    for (;;) {
      if (hooks.cancelled?.() === true) throw new Stopped({ code: 'cancelled' });
      const next = await chunks.next().catch((error: unknown) => {
        throw new Stopped({
          code: 'unreadable',
          because: error instanceof Error ? error.message : String(error),
        });
      });
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await chunks.return?.();
  }
}

interface Refused {
  readonly ok: false;
  readonly problem: ReadProblem;
}

export function failed(source: ByteSource, problem: Unnamed<ReadProblem>): Refused {
  return { ok: false, problem: { file: source.name, ...problem } };
}
