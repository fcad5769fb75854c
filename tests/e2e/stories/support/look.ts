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
