import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { said } from '../../support/english.ts';
import { serveApp, type ServedApp } from '../setup/app.ts';
import { ownFiles, type OwnFiles } from './support/exports.ts';
import { countsOf, exported, giveFiles, go, rail, type CountTable } from './support/steps.ts';

const design = said('design');
const APPS = { left: 'HubSpot', right: 'Salesforce' };
const WINS = { left: design.direction.wins(APPS.left), right: design.direction.wins(APPS.right) };
const ONLY = design.rules.directions(APPS)['left-to-right'];
const TWO_WAY = design.rules.directions(APPS).both;
/** Enough for a second worker, and for a plan that lasts longer than a person's next click. */
const RECORDS = 25_000;
let app: ServedApp;
let files: OwnFiles;
beforeAll(async () => {
  app = await serveApp();
  files = ownFiles(RECORDS);
});
afterAll(async () => {
  files.remove();
  await app.close();
});

describe('a person faster than the plan', () => {
  it('flips the winner again before the first plan ended, and edits on: the last design wins and is planned as if fresh', async () => {
    const { page, context, foreign, errors } = await app.open();
    await giveFiles(page, files.paths);
    // Before the first plan of all.
    await page.getByRole('link', { name: said('sides').goOn }).click();
    await press(page, [WINS.right, WINS.left, WINS.right]);
    const first = await plannedAsFresh(page, WINS.right);

    // Two flips in one turn; then with the first plan under way.
    await go(page, 'Design');
    await press(page, [WINS.left, WINS.right]);
    expect(await plannedAsFresh(page, WINS.right)).toEqual(first);
    await go(page, 'Design');
    await press(page, [WINS.left]);
    await page.waitForTimeout(40);
    await press(page, [WINS.right]);
    await page.waitForTimeout(90);
    await press(page, [WINS.left]);
    const other = await plannedAsFresh(page, WINS.left);
    expect(other.text).not.toBe(first.text);

    // Another rule while a plan runs: both edits count.
    await go(page, 'Design');
    await press(page, [WINS.right, ONLY]);
    const both = await plannedAsFresh(page, WINS.right);
    expect(both.text).not.toBe(first.text);
    await go(page, 'Design');
    await press(page, [TWO_WAY]);
    // What is undone is this edit, not one before it.
    await page.getByRole('button', { name: TWO_WAY, pressed: true }).waitFor();
    // Undone before its plan is there, and another made.
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: ONLY, pressed: true }).waitFor();
    await press(page, [TWO_WAY]);
    expect(await plannedAsFresh(page, WINS.right)).toEqual(first);
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });
});

/** Presses buttons and switches of the design one after the other without a pause. */
async function press(page: Page, names: readonly string[]): Promise<void> {
  const direction = page.getByRole('group', { name: design.direction.ifDiffer });
  await direction.getByRole('button').first().waitFor();
  await page.evaluate((wanted) => {
    const all = [...document.querySelectorAll<HTMLElement>('main button, main [role=switch], main input')];
    for (const name of wanted) {
      const found = all.find((one) => (one.ariaLabel ?? one.textContent ?? '').trim() === name);
      if (found === undefined) throw new Error(`nothing is named ${name}`);
      found.click();
    }
  }, names);
}

interface Planned {
  /** `plan.jsonl`. */
  readonly text: string;
  readonly counts: CountTable;
}

/** The plan that stands at last; after a reload, which forgets all that was remembered, it is the same. */
async function plannedAsFresh(page: Page, winner: string): Promise<Planned> {
  await rail(page, 'Plan');
  const hurried = await plan(page);
  await page.reload();
  expect(await plan(page)).toEqual(hurried);
  await go(page, 'Design');
  await page.getByRole('button', { name: winner, pressed: true }).waitFor();
  return hurried;
}

async function plan(page: Page): Promise<Planned> {
  await page.getByText(/^(Current|Not kept yet) · made/).waitFor();
  await page.getByText(said('plan').picture.addsUp).waitFor();
  const counts = await countsOf(page);
  for (const side of ['left', 'right'] as const) {
    expect(counts.outcomes.reduce((sum, one) => sum + one[side], 0)).toBe(RECORDS);
    expect(counts.read[side]).toBe(RECORDS);
  }
  const out = await exported(page, /Plan and project/, 'Plan files');
  return { text: out.get('plan.jsonl') ?? '', counts };
}
