import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { picture, serveApp, type ServedApp } from './setup/app.ts';

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(async () => {
  await app.close();
});

const LEFT = ['Record ID,Email,First Name,Phone Number', '1,anna@acme.no,Anna,22 33 44', '2,bo@acme.no,Bo,'];
const RIGHT = ['Id,Email,FirstName,Phone', '003A,anna@acme.no,Anna,', '003B,cy@acme.no,Cy,55'];

describe('the first page', () => {
  it('plans the sample with one click, and each column adds up to the records read', async () => {
    const { page, foreign, errors, context } = await app.open();
    await planSample(page);
    const tabs = page.getByRole('group', { name: 'Object sync' }).getByRole('button');
    const names = await tabs.allInnerTexts();
    expect(names).toEqual(['Companies', 'Contacts']);
    for (const [index, name] of names.entries()) {
      await tabs.nth(index).click();
      const { rows, sums } = await countsOf(page, name);
      for (const side of [0, 1] as const) {
        const total = rows.reduce((sum, row) => sum + row.counts[side]!, 0);
        expect(total, `${name}, side ${String(side)}`).toBe(sums[side]);
        expect(total).toBeGreaterThan(1000);
      }
      expect(await page.getByText('adds up to the records read', { exact: true }).count()).toBe(1);
    }
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('plans two files of one’s own with suggested keys and mappings, one by dialog, one dropped', async () => {
    const { page, foreign, errors, context } = await app.open();
    await give(page, 'Left', 'people-hubspot.csv', LEFT);
    await page.getByText('2 records read, 4 columns.').waitFor();
    await drop(page, 'Right', 'people-salesforce.csv', RIGHT);
    await page.getByRole('heading', { level: 1, name: 'Plan' }).waitFor();
    const keys = page.getByRole('region', { name: 'Suggested keys' });
    expect(await keys.innerText()).toContain('Email');
    const mappings = page.getByRole('region', { name: 'Suggested mappings' });
    expect(await mappings.innerText()).toContain('FirstName');
    expect(await page.getByRole('region', { name: /^How people-hubspot.csv/ }).innerText()).toContain(
      'comma',
    );
    const { rows, sums } = await countsOf(page, 'Contacts');
    expect(sums).toEqual([2, 2]);
    expect(rows.find((row) => row.outcome === 'Create')?.counts).toEqual([1, 1]);
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('says what is wrong with a file, where, and what to do; the other file stays', async () => {
    const { page, context } = await app.open();
    await give(page, 'Left', 'people.csv', LEFT);
    await page.getByText('2 records read, 4 columns.').waitFor();
    await give(page, 'Right', 'nothing.csv', []);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain('nothing.csv');
    await give(page, 'Right', 'people-salesforce.csv', RIGHT);
    await page.getByRole('heading', { level: 1, name: 'Plan' }).waitFor();
    await context.close();
  });

  it('is worked by keyboard alone', async () => {
    const { page, context } = await app.open();
    for (let presses = 0; presses < 20; presses++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
      if (focused.includes('Try the sample')) break;
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Plan' }).waitFor();
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    expect(focused).toBe('Plan');
    await context.close();
  });

  const looks = [
    { name: 'light-1440', width: 1440, height: 900, dark: false },
    { name: 'dark-1440', width: 1440, height: 900, dark: true },
    { name: 'light-1024', width: 1024, height: 768, dark: false },
    { name: 'dark-1024', width: 1024, height: 768, dark: true },
    { name: 'light-320', width: 320, height: 800, dark: false },
  ];
  for (const { name, ...look } of looks) {
    it(`has no accessibility fault and nothing beside the screen: ${name}`, async () => {
      const { page, context } = await app.open(look);
      await picture(page, `home-${name}`);
      expect(await faults(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await planSample(page);
      await picture(page, `plan-${name}`);
      expect(await faults(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await context.close();
    });
  }
});

async function planSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the sample project' }).click();
  await page.getByRole('heading', { level: 1, name: 'Plan' }).waitFor();
}

async function give(
  page: Page,
  side: 'Left' | 'Right',
  name: string,
  lines: readonly string[],
): Promise<void> {
  const text = lines.map((line) => `${line}\r\n`).join('');
  const input = page.locator(`input[type=file][aria-label="${side} file"]`);
  await input.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') });
}

async function drop(
  page: Page,
  side: 'Left' | 'Right',
  name: string,
  lines: readonly string[],
): Promise<void> {
  const text = lines.map((line) => `${line}\r\n`).join('');
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName, { type: 'text/csv' }));
      return transfer;
    },
    [name, text] as const,
  );
  await page.getByRole('region', { name: `${side} file` }).dispatchEvent('drop', { dataTransfer });
}

interface Counts {
  readonly rows: readonly { readonly outcome: string; readonly counts: readonly number[] }[];
  readonly sums: readonly number[];
}

async function countsOf(page: Page, title: string): Promise<Counts> {
  const table = page.getByRole('region', { name: title, exact: true });
  const read = async (selector: string) =>
    table.locator(selector).evaluateAll((rows) =>
      rows.map((row) => ({
        outcome: row.querySelector('th')?.textContent?.trim() ?? '',
        counts: [...row.querySelectorAll('td.l, td.r')].map((cell) =>
          Number((cell.textContent ?? '').replaceAll(/\D/g, '')),
        ),
      })),
    );
  const rows = await read('tbody tr');
  const sums = await read('tfoot tr.sum');
  return { rows, sums: sums[0]?.counts ?? [] };
}

/** Rule and place of each fault axe finds. */
async function faults(page: Page): Promise<string[]> {
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
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const main = document.querySelector('main');
    const beyond = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return Math.max(beyond, main === null ? 0 : main.scrollWidth - main.clientWidth);
  });
