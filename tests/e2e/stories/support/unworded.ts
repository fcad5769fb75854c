import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';

const SAMPLE = 'static/sample';

/** What the sample project's files say: cells, names of columns, objects and apps, names of files. */
export function sampleData(): string[] {
  const names = readdirSync(SAMPLE);
  const said = new Set(names);
  for (const name of names) {
    const text = readFileSync(join(SAMPLE, name), 'utf8');
    const parts = name.endsWith('.csv') ? text.split(/[\r\n,;"]+/) : text.matchAll(/"((?:[^"\\]|\\.)*)"/g);
    for (const part of parts) said.add((typeof part === 'string' ? part : part[1]!).trim());
  }
  return [...said];
}

/**
 * Text on the page without a bracket around it, in the pseudo-language, beside the users' data: it is not in the catalogue.
 * An object of a side is shown with a capital; numbers, keys, hashes and ids of rules are nobody's words.
 */
export const unworded = (page: Page, data: readonly string[]): Promise<string[]> =>
  page.evaluate((known) => {
    const isKnown = new Set(known.map((one) => one.toLowerCase()));
    const isData = (text: string): boolean =>
      !/\p{L}{2,}/u.test(text) ||
      /^[A-Z]{1,2}\d{1,2}$/.test(text) ||
      /^([0-9a-f]{8}|[0-9a-f]{40,}|[0-9a-f]{4} [0-9a-f]{4} … [0-9a-f]{2})$/.test(text) ||
      isKnown.has(text.toLowerCase());
    const found = new Set<string>();
    const look = (text: string, where: string): void => {
      if (!/[[\]·]/.test(text) && !isData(text)) found.add(where + text.slice(0, 60));
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      // A key is printed as it is, and so is what would be sent; the cells of the list hold what the files say.
      if (node.parentElement?.closest('script, style, noscript, kbd, pre, [role=gridcell]') != null) continue;
      look((node.textContent ?? '').trim(), '');
    }
    for (const one of document.querySelectorAll('[title], [aria-label], [placeholder]'))
      for (const name of ['title', 'aria-label', 'placeholder'])
        if (one.closest('[role=gridcell]') === null) look((one.getAttribute(name) ?? '').trim(), `${name}: `);
    return [...found];
  }, data);
