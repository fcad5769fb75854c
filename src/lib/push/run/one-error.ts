import type { Outcome } from '../journal/entry.ts';
import { paused } from './halt.ts';

/** Outcomes that are looked back on, and how many of them one error may have. */
const WINDOW = 50;
const MOST = 45;

/** Notices when one error hits nearly everything: then it is no matter of single records, and a person looks first. */
export class OneError {
  readonly #last: (string | null)[] = [];

  take(outcomes: readonly Outcome[]): void {
    for (const outcome of outcomes) {
      if (outcome.is !== 'written' && outcome.is !== 'refused') continue;
      this.#last.push(outcome.is === 'written' ? null : errorOf(outcome.refusal));
      if (this.#last.length > WINDOW) this.#last.shift();
    }
  }

  mayGoOn(): void {
    const hits = new Map<string, number>();
    for (const error of this.#last) if (error !== null) hits.set(error, (hits.get(error) ?? 0) + 1);
    for (const [error, hit] of hits) {
      if (hit >= MOST) throw paused({ code: 'one-error', error, hit, of: this.#last.length });
    }
  }
}

const errorOf = ({ code, field, said }: { code: string; field: string | null; said: string }): string =>
  code === '' ? said : [code, ...(field === null ? [] : [field])].join(' ');
