import axe from 'axe-core';
import type { Page } from 'playwright';

/** Rule and place of each fault axe finds on the screen as it is. */
export async function faults(page: Page): Promise<string[]> {
  // The page's policy takes no script from outside; the debugger's own evaluation is not under it.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: { run(): Promise<AxeResult> } };
    const { violations } = await inPage.run();
    return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}`));
  });
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: string[] }[];
  }[];
}

/** How far the content reaches beyond the window's right edge, in pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const main = document.querySelector('main');
    const beyond = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return Math.max(beyond, main === null ? 0 : main.scrollWidth - main.clientWidth);
  });

/** The number a text holds, whatever stands between its thousands. */
export const numberIn = (text: string): number => Number(text.replaceAll(/\D/g, ''));

/**
 * Controls and texts no one can reach: beside or below what cuts them off, with nothing between that scrolls. Text that ends
 * in an ellipsis is said in full by its title, and counts as there.
 */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const isText = (node: Element): boolean =>
      [...node.childNodes].some(
        (one) => one.nodeType === Node.TEXT_NODE && (one.textContent ?? '').trim() !== '',
      );
    for (const node of document.querySelectorAll('body *')) {
      if (node.closest('.vh, .skip, svg') !== null) continue;
      if (!isText(node) && !node.matches('button, a, input, select, textarea')) continue;
      const rect = node.getBoundingClientRect();
      if (rect.width === 0 || rect.height === 0 || getComputedStyle(node).visibility === 'hidden') continue;
      if (
        node.matches('button, a') &&
        getComputedStyle(node).overflowX === 'visible' &&
        node.scrollWidth > node.clientWidth + 1
      )
        found.push(
          `wider than its own place: ${node.tagName} “${(node.textContent ?? '').trim().slice(0, 40)}”`,
        );
      let [x, y] = [true, true];
      for (let at: Element | null = node; at !== null && (x || y); at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.textOverflow === 'ellipsis' || style.clipPath === 'inset(50%)') [x, y] = [false, false];
        const box =
          at === document.documentElement
            ? new DOMRect(0, 0, innerWidth, innerHeight)
            : at.getBoundingClientRect();
        const scrolls = (value: string): boolean => value === 'auto' || value === 'scroll';
        if (at !== node) {
          const cuts = style.overflowX !== 'visible' || at === document.documentElement;
          if (
            x &&
            cuts &&
            !scrolls(style.overflowX) &&
            (rect.right > box.right + 1.5 || rect.left < box.left - 1.5)
          )
            found.push(
              `cut off at the side: ${node.tagName} “${(node.textContent ?? '').trim().slice(0, 40)}”`,
            );
          else if (
            y &&
            cuts &&
            !scrolls(style.overflowY) &&
            (rect.bottom > box.bottom + 1.5 || rect.top < box.top - 1.5)
          )
            found.push(`cut off below: ${node.tagName} “${(node.textContent ?? '').trim().slice(0, 40)}”`);
          if (
            found.length > 0 &&
            found.at(-1)?.includes((node.textContent ?? '').trim().slice(0, 40)) === true
          )
            break;
        }
        if (scrolls(style.overflowX)) x = false;
        if (scrolls(style.overflowY)) y = false;
        if (style.position === 'fixed') break;
      }
    }
    return [...new Set(found)].slice(0, 12);
  });
