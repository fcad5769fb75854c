import type { Answer, Problem, Row } from '../../conversation/index.ts';
import { NO_PAGES, withDecision, withoutLost, withPage, type Pages } from './plan-pages.ts';

/** Rows fetched at once. */
const PAGE = 100;
/** Pages kept: what was just seen stays at hand, a million rows do not. */
const MOST_PAGES = 40;

/** Who has the rows `from … to` of the view of a sync. */
interface HasRows<T> {
  rows(sync: string, from: number, to: number): Promise<Answer<readonly T[]>>;
}

/** The rows of the present view near what is seen. One question at a time; only the newest wish waits. */
export class PlanRows<T extends { readonly subject: number } = Row> {
  readonly #client: HasRows<T>;
  #pages = $state.raw<Pages<T>>(NO_PAGES);
  #sync = '';
  #total = 0;
  #view = 0;
  #wish: { readonly from: number; readonly to: number } | null = null;
  #asking = false;
  #problem = $state.raw<Problem | null>(null);

  constructor(client: HasRows<T>) {
    this.#client = client;
  }

  /** Why pages of the present view could not be had; null where all could. */
  get problem(): Problem | null {
    return this.#problem;
  }

  /** Was this row asked for in vain? */
  isLost(index: number): boolean {
    return this.#pages.get(Math.floor(index / PAGE))?.lost === true;
  }

  /** Null while it is fetched, and where it is lost. */
  at(index: number): T | null {
    return this.#pages.get(Math.floor(index / PAGE))?.rows[index % PAGE] ?? null;
  }

  /** A new view. `same`: of the same list, so that what is shown may stay until it is fetched anew. */
  reset(sync: string, total: number, same: boolean): void {
    this.#sync = sync;
    this.#total = total;
    this.#view += 1;
    this.#problem = null;
    if (!same) this.#pages = NO_PAGES;
    void this.#ask();
  }

  /** Rows `from … to` are seen. */
  need(from: number, to: number): void {
    this.#wish = { from, to };
    void this.#ask();
  }

  /** Asks once more for what could not be had. */
  retry(): void {
    this.#problem = null;
    this.#pages = withoutLost(this.#pages);
    void this.#ask();
  }

  /** One row, fetched where it is not at hand; null where there is none. */
  async row(index: number): Promise<T | null> {
    if (index < 0 || index >= this.#total) return null;
    const page = Math.floor(index / PAGE);
    if (this.#pages.get(page)?.view !== this.#view) await this.#fetch(page);
    return this.at(index);
  }

  /** Subjects of rows `from … to`, those on the screen left as they are; null where they cannot be had. */
  async subjects(from: number, to: number): Promise<readonly number[] | null> {
    const view = this.#view;
    const answer = await this.#client.rows(this.#sync, Math.max(0, from), Math.min(to, this.#total));
    if (view !== this.#view) return null;
    if (!answer.ok) this.#problem = answer.problem;
    return answer.ok ? answer.value.map(({ subject }) => subject) : null;
  }

  /** Shows a decision before the worker's next answer. */
  patch(subject: number, decision: Row['decision']): void {
    this.#pages = withDecision(this.#pages, subject, decision);
  }

  async #ask(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    try {
      for (let next = this.#missing(); next !== null; next = this.#missing()) await this.#fetch(next);
    } finally {
      this.#asking = false;
    }
  }

  /** The first page of the wish that is not at hand. */
  #missing(): number | null {
    if (this.#wish === null) return null;
    const last = Math.min(this.#wish.to, this.#total) - 1;
    for (let page = Math.floor(this.#wish.from / PAGE); page * PAGE <= last; page++) {
      if (this.#pages.get(page)?.view !== this.#view) return page;
    }
    return null;
  }

  async #fetch(page: number): Promise<void> {
    const view = this.#view;
    const from = page * PAGE;
    const answer = await this.#client.rows(this.#sync, from, Math.min(from + PAGE, this.#total));
    if (view !== this.#view) return;
    // A page that cannot be had is not asked for again and again; its rows say so until a person asks.
    if (!answer.ok) this.#problem = answer.problem;
    const rows = answer.ok ? answer.value : [];
    this.#pages = withPage(this.#pages, page, { rows, view, lost: !answer.ok }, MOST_PAGES);
  }
}
