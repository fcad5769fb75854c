import type { Answer, Problem, PushLine } from '../../conversation/index.ts';

/** A walk along the time line of one push. Until a person walks it is where the push is. */
export class LineWalk {
  readonly #ask: (at: number | null) => Promise<Answer<PushLine | null>>;
  readonly #complain: (problem: Problem) => void;
  #line = $state.raw<PushLine | null>(null);
  #wish = $state<number | null>(null);
  /** Counts questions: an answer to an older one is dropped. */
  #asks = 0;

  constructor(
    ask: (at: number | null) => Promise<Answer<PushLine | null>>,
    complain: (problem: Problem) => void,
  ) {
    this.#ask = ask;
    this.#complain = complain;
  }

  /** Null while there is no push. */
  get line(): PushLine | null {
    return this.#line;
  }
  /** Where it is looked at, or soon will be. */
  get at(): number {
    return this.#wish ?? this.#line?.at ?? 0;
  }

  async walk(to: number): Promise<void> {
    const { batches = 0, reached = 0 } = this.#line ?? {};
    const at = Math.max(0, Math.min(batches, to));
    // Back where the push is, it is followed again.
    this.#wish = at === reached && at > 0 ? null : at;
    await this.look();
  }

  /** It is another push. */
  begin(): void {
    this.#wish = null;
  }

  /** Something was written down since. */
  async look(): Promise<void> {
    const own = ++this.#asks;
    const answer = await this.#ask(this.#wish);
    if (own !== this.#asks) return;
    if (answer.ok) this.#line = answer.value;
    else this.#complain(answer.problem);
  }
}
