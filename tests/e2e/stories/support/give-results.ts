import type { Page } from 'playwright';
import { expect } from 'vitest';
import { said } from '../../../support/english.ts';
import { numberIn } from './look.ts';
import { fileInput, rail } from './steps.ts';

interface ResultFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ShownResult {
  readonly file: string;
  readonly written: number;
  readonly refused: number;
  /** Where one of the files is of a push. */
  readonly unknown?: number;
  readonly notSent?: number;
  readonly unclear: number;
  readonly rows: number;
}

/** Since last time: what each result file said, as the screen has it. */
export async function shownResults(page: Page): Promise<ShownResult[]> {
  const { caption, unknown: open } = said('plan').since.results;
  const table = page.getByRole('table', { name: caption });
  const ofPush = (await table.getByRole('columnheader', { name: open, exact: true }).count()) > 0;
  const rows = await table
    .locator('tbody tr:not(.why)')
    .evaluateAll((all) =>
      all.map((row) =>
        [...row.children].map((cell) => (cell.querySelector('bdi') ?? cell).textContent ?? ''),
      ),
    );
  return rows.map(([file = '', ...cells]) => {
    const [written = 0, refused = 0, ...more] = cells.slice(0, ofPush ? 6 : 4).map(numberIn);
    const [unknown, notSent] = more;
    const [unclear = 0, many = 0] = more.slice(-2);
    const own = { file: file.trim(), written, refused, unclear, rows: many };
    return ofPush ? { ...own, unknown: unknown ?? 0, notSent: notSent ?? 0 } : own;
  });
}

/** Gives result files to the plan, all at once; their rows add up on the screen. Ends on Since last time where there are some. */
export async function giveResults(page: Page, files: readonly ResultFile[]): Promise<void> {
  if (files.length === 0) return;
  const { parts, since } = said('plan');
  await rail(page, 'Plan');
  await page.getByRole('button', { name: parts.since, exact: true }).click();
  await fileInput(page, since.results.add).setInputFiles(
    files.map(({ name, bytes }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) })),
  );
  await page
    .getByRole('table', { name: since.results.caption })
    .locator('tbody tr:not(.why)')
    .nth(files.length - 1)
    .waitFor();
  const shown = await shownResults(page);
  expect(shown.map(({ file }) => file)).toEqual(files.map(({ name }) => name));
  for (const { written, refused, unknown = 0, notSent = 0, unclear, rows } of shown) {
    expect(written + refused + unknown + notSent + unclear).toBe(rows);
  }
}
