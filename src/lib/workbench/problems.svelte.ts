import type { Problem } from '../conversation/index.ts';

interface Listed {
  readonly number: number;
  readonly problem: Problem;
}

/** What went wrong and was not read yet, oldest first. Whoever sees a problem that has no place of its own reports it here. */
export class Problems {
  #list = $state.raw<readonly Listed[]>([]);
  #count = 0;

  get list(): readonly Listed[] {
    return this.#list;
  }

  /** The same problem stands here once, however often it comes. */
  report(problem: Problem): void {
    const text = JSON.stringify(problem);
    if (this.#list.some((one) => JSON.stringify(one.problem) === text)) return;
    this.#list = [...this.#list, { number: ++this.#count, problem }];
  }

  /** A fault nothing else has caught. */
  unexpected(thrown: unknown): void {
    const because = thrown instanceof Error ? thrown.message : String(thrown);
    this.report({ code: 'unexpected', because });
  }

  /** It was read. */
  close(number: number): void {
    this.#list = this.#list.filter((one) => one.number !== number);
  }
}
