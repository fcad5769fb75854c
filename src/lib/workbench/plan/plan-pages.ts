import type { Row } from '../../conversation/index.ts';

export interface Page {
  readonly rows: readonly Row[];
  /** Of which view; an older one is shown until it is fetched anew. */
  readonly view: number;
  /** It could not be had: it stands without rows. */
  readonly lost: boolean;
}

/** Pages by number, the last fetched at the end. */
export type Pages = ReadonlyMap<number, Page>;

export const NO_PAGES: Pages = new Map();

/** With a page more, and without the oldest above `most`. */
export function withPage(pages: Pages, number: number, page: Page, most: number): Pages {
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
export const withoutLost = (pages: Pages): Pages => new Map([...pages].filter(([, { lost }]) => !lost));

/** With another decision on a subject, where it is at hand. */
export function withDecision(pages: Pages, subject: number, decision: Row['decision']): Pages {
  for (const [number, page] of pages) {
    const at = page.rows.findIndex((row) => row.subject === subject);
    if (at < 0) continue;
    const rows = page.rows.map((row, index) => (index === at ? { ...row, decision } : row));
    return new Map(pages).set(number, { ...page, rows });
  }
  return pages;
}
