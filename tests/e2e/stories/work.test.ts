import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { said } from '../../support/english.ts';
import { serveApp, type Opened, type ServedApp } from '../setup/app.ts';
import { ownFiles, type OwnFiles } from './support/exports.ts';
import { numberIn } from './support/look.ts';
import { approved, countsOf, exported, giveFiles, go, onPlan, openSample } from './support/steps.ts';

const words = said('plan');
const design = said('design');
const RECORDS = 2000;
let app: ServedApp;
let files: OwnFiles;
let opened: Opened;
beforeAll(async () => {
  app = await serveApp();
  files = ownFiles(RECORDS);
});
afterEach(async () => {
  const { foreign, errors, context } = opened;
  await context.close();
  expect(foreign, 'requests to other hosts').toEqual([]);
  expect(errors, 'errors of the page, its policy’s included').toEqual([]);
});
afterAll(async () => {
  files.remove();
  await app.close();
});

describe('the way of the work', () => {
  it('plans the sample with one click; every count adds up to the records read, on the screen and in its files', async () => {
    opened = await app.open();
    const { page } = opened;
    await openSample(page);
    const tabs = page.getByRole('group', { name: words.objectSync }).getByRole('button');
    const subjects: number[] = [];
    for (let at = 0; at < (await tabs.count()); at++) {
      await tabs.nth(at).click();
      await page.waitForFunction(
        (index) =>
          document.querySelectorAll('[aria-label="Object sync"] button')[index]?.ariaPressed === 'true',
        at,
      );
      await page.getByText(words.picture.addsUp).waitFor();
      const { outcomes, read } = await countsOf(page);
      for (const side of ['left', 'right'] as const) {
        const sum = outcomes.reduce((all, one) => all + one[side], 0);
        expect(sum, `tab ${String(at)}, ${side}`).toBe(read[side]);
        expect(sum).toBeGreaterThan(400);
      }
      subjects.push(numberIn(await tabs.nth(at).locator('.n').innerText()));
      const all = page.getByRole('group', { name: words.list.scope }).getByRole('button', { name: /^All/ });
      expect(numberIn(await all.innerText())).toBe(subjects[at]);
    }
    const plan = await exported(page, /Plan and project/, 'Plan files');
    const lines = textEnding(plan, 'plan.jsonl').trim().split('\n');
    expect(lines.length).toBe(subjects.reduce((sum, one) => sum + one, 0));
    const summary = JSON.parse(textEnding(plan, 'summary.json')) as { counts: Record<string, Counts> };
    for (const counts of Object.values(summary.counts)) {
      for (const side of [counts.left, counts.right]) {
        const { read, ...outcomes } = side;
        expect(Object.values(outcomes).reduce((sum, one) => sum + one, 0)).toBe(read);
      }
    }
  });

  it('decides every open conflict of a filter by one rule, and gives it back', async () => {
    opened = await app.open();
    const { page } = opened;
    await openSample(page);
    const open = async (): Promise<number> =>
      (await countsOf(page)).outcomes.find(({ word }) => word === said('terms').openConflict)!.left;
    const before = await open();
    expect(before).toBeGreaterThan(1);
    const byRule = page.getByRole('button', { name: words.list.bulk.byRule });
    await byRule.click();
    await page.getByRole('button', { name: words.list.bulk.take('Salesforce') }).click();
    await page.getByText(/^Conflicts of [\d,]+ records decided/).waitFor();
    const decided = before - (await open());
    expect(decided).toBeGreaterThan(0);
    await byRule.click();
    await page.getByRole('button', { name: words.list.bulk.machine }).click();
    await page.getByText(/open again/).waitFor();
    expect(await open()).toBe(before);
    // The last act is undone as it was made.
    await page.keyboard.press('Control+z');
    await expect.poll(open).toBe(before - decided);
  });

  it('takes two files of one’s own to a plan in at most 8 clicks, a changed rule to its delta, decisions to change files', async () => {
    opened = await app.open();
    const { page } = opened;
    await giveFiles(page, files.paths);
    // Two dialogs are four clicks; what follows is counted.
    let clicks = 4;
    const onward = page.getByRole('link', { name: said('sides').goOn });
    await onward.waitFor();
    await onward.click();
    await page.getByRole('region', { name: design.strip.name }).getByRole('list').waitFor();
    clicks++;
    await page.getByRole('link', { name: design.openPlan }).click();
    clicks++;
    await onPlan(page);
    expect(clicks).toBeLessThanOrEqual(8);
    const { outcomes, read } = await countsOf(page);
    expect(read).toMatchObject({ left: RECORDS, right: RECORDS });
    for (const side of ['left', 'right'] as const) {
      expect(outcomes.reduce((sum, one) => sum + one[side], 0)).toBe(RECORDS);
    }

    // The first plan is kept by itself; later ones are kept or reverted.
    expect(await page.getByRole('button', { name: words.keep }).count()).toBe(0);
    await go(page, 'Design');
    await flip(page);
    const strip = page.getByRole('region', { name: design.strip.name });
    await strip.getByRole('button', { name: design.strip.keepChanges(1) }).waitFor();
    expect(await strip.getByText(/with this change/).count()).toBe(1);
    await strip.getByRole('button', { name: design.strip.revert(1) }).click();
    await strip.getByRole('button', { name: design.strip.keepChanges(1) }).waitFor({ state: 'detached' });
    await flip(page);
    await strip.getByRole('button', { name: design.strip.keepChanges(1) }).click();
    await strip.getByRole('button', { name: design.strip.keepChanges(1) }).waitFor({ state: 'detached' });
    await go(page, 'Plan');

    const bar = page.getByRole('group', { name: words.list.bulk.name });
    const total = numberIn(await bar.locator('b').innerText());
    await bar.getByRole('button', { name: words.list.bulk.approve }).click();
    await page.getByText(`${total.toLocaleString('en-GB')} records approved`).waitFor();
    const decided = await approved(page);
    expect(decided).toBeGreaterThan(0);
    const sent = await exported(page, /approved$/, 'For the systems');
    const csv = [...sent].filter(([name]) => name.endsWith('.csv'));
    expect(csv.length).toBeGreaterThan(0);
    const rows = csv.map(([, text]) => text.trim().split('\n').length - 1).reduce((sum, one) => sum + one, 0);
    expect(rows).toBeGreaterThanOrEqual(decided);
    const sheets = await exported(page, /approved$/, 'For spreadsheets');
    expect(sheets.size).toBeGreaterThan(0);
  });
});

interface Counts {
  readonly left: Record<string, number> & { read: number };
  readonly right: Record<string, number> & { read: number };
}

/** The side that does not win now is made to. */
async function flip(page: Page): Promise<void> {
  const other = page
    .getByRole('group', { name: design.direction.ifDiffer })
    .getByRole('button', { pressed: false });
  const name = await other.innerText();
  await other.click();
  await page.getByRole('button', { name, pressed: true }).waitFor();
}

function textEnding(files: ReadonlyMap<string, string>, ending: string): string {
  const found = [...files].find(([name]) => name.endsWith(ending));
  if (found === undefined) throw new Error(`no ${ending} among ${[...files.keys()].join(', ')}`);
  return found[1];
}
