import type { Row } from '../../conversation/index.ts';

export interface Page<T> {
  readonly rows: readonly T[];
  /** Of which view; an older one is shown until it is fetched anew. */
  readonly view: number;
  /** It could not be had: it stands without rows. */
  readonly lost: boolean;
}

/** Pages by number, the last fetched at the end. */
export type Pages<T> = ReadonlyMap<number, Page<T>>;

export const NO_PAGES: Pages<never> = new Map();

/** With a page more, and without the oldest above `most`. */
export function withPage<T>(pages: Pages<T>, number: number, page: Page<T>, most: number): Pages<T> {
  const next = new Map(pages);
  next.delete(number);
  next.set(number, page);
  for (const old of next.keys()) {
    if (next.size <= most) break;
    next.delete(old);
  }
  return next;
}

/** Without those that could not be had. */
export const withoutLost = <T>(pages: Pages<T>): Pages<T> =>
  new Map([...pages].filter(([, { lost }]) => !lost));

/** With another decision on a subject, where it is at hand. */
export function withDecision<T extends { readonly subject: number }>(
  pages: Pages<T>,
  subject: number,
  decision: Row['decision'],
): Pages<T> {
  for (const [number, page] of pages) {
    const at = page.rows.findIndex((row) => row.subject === subject);
    if (at < 0) continue;
    const rows = page.rows.map((row, index) => (index === at ? { ...row, decision, rule: null } : row));
    return new Map(pages).set(number, { ...page, rows });
  }
  return pages;
}
