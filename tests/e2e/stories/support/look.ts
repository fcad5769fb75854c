import axe from 'axe-core';
import type { Page } from 'playwright';

/** Rule and place of each fault axe finds on the screen as it is. */
export async function faults(page: Page): Promise<string[]> {
  // The page's policy takes no script from outside; the debugger's own evaluation is not under it.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } };
    const { violations } = await inPage.run({ resultTypes: ['violations'] });
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

/** Texts that run over each other, or end without an ellipsis and a tip where their place does. */
export const overlaps = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const said = (node: Element): string => (node.textContent ?? '').trim().slice(0, 40);
    const found: string[] = [];
    const shown: { readonly node: Element; readonly box: DOMRect }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
      const node = text.parentElement;
      if (node === null || (text.textContent ?? '').trim() === '') continue;
      if (node.closest('.vh, .skip, option, [popover]:not(:popover-open), dialog:not([open])') !== null)
        continue;
      if (getComputedStyle(node).fontSize === '0px' || !node.checkVisibility({ visibilityProperty: true }))
        continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      // What is seen of it: as far as everything around lets it.
      let { left, top, right, bottom } = range.getBoundingClientRect();
      let tipped = false;
      for (let at: Element | null = node; at !== null; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (at.hasAttribute('title') || at.matches('svg, pre')) tipped = true;
        if (style.overflowX !== 'visible' || at.tagName === 'svg') {
          const box = at.getBoundingClientRect();
          const scrolls = /auto|scroll/.test(style.overflowX);
          if (!scrolls && right > box.right + 2 && box.width > 1) {
            if (style.textOverflow !== 'ellipsis' && !tipped)
              found.push(`ends without an ellipsis: “${said(node)}”`);
            else if (style.textOverflow === 'ellipsis' && !tipped && at.closest('[title]') === null)
              found.push(`is cut without a tip: “${said(node)}”`);
          }
          left = Math.max(left, box.left);
          right = Math.min(right, box.right);
          top = Math.max(top, box.top);
          bottom = Math.min(bottom, box.bottom);
        }
        if (style.position === 'fixed') break;
      }
      if (right - left > 2 && bottom - top > 2)
        shown.push({ node, box: new DOMRect(left, top, right - left, bottom - top) });
    }
    // A select draws its own text.
    for (const node of document.querySelectorAll('select'))
      if (node.checkVisibility({ visibilityProperty: true }))
        shown.push({ node, box: node.getBoundingClientRect() });
    for (let a = 0; a < shown.length; a++) {
      for (let b = a + 1; b < shown.length; b++) {
        const one = shown[a]!;
        const two = shown[b]!;
        if (one.node.contains(two.node) || two.node.contains(one.node)) continue;
        const across = Math.min(one.box.right, two.box.right) - Math.max(one.box.left, two.box.left);
        const down = Math.min(one.box.bottom, two.box.bottom) - Math.max(one.box.top, two.box.top);
        if (across < 3 || down < 5) continue;
        // What lies over the page hides it: only what stands in the same layer is read together.
        const x = Math.max(one.box.left, two.box.left) + across / 2;
        const y = Math.max(one.box.top, two.box.top) + down / 2;
        const top = document.elementFromPoint(x, y);
        const layer = (node: Element): boolean =>
          top !== null &&
          (top.contains(node) || node.contains(top) || top.parentElement?.contains(node) === true);
        if (layer(one.node) && layer(two.node)) found.push(`“${said(one.node)}” over “${said(two.node)}”`);
      }
    }
    return [...new Set(found)].slice(0, 12);
  });
