import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import type { PlanTalk } from '../../src/lib/workbench/plan/plan-talk.ts';
import { PlanScreen } from '../../src/lib/workbench/plan/plan-screen.svelte.ts';
import type { Problem } from '../../src/lib/conversation/index.ts';
import { said } from '../support/english.ts';
import { FixturePlan } from './plan-fixture/plan-fixture.ts';
import Stage from './plan-fixture/Stage.svelte';

beforeEach(() => page.viewport(1440, 900));
afterEach(() => cleanup());

/** A plan whose rows cannot be read until its disk is back. */
class LostRows extends FixturePlan {
  broken = true;
  override rows(sync: string, from: number, to: number): ReturnType<PlanTalk['rows']> {
    if (!this.broken) return super.rows(sync, from, to);
    return Promise.resolve({ ok: false, problem: LOST });
  }
}
const LOST: Problem = { code: 'damaged', what: 'record-set', where: 'companies' };

it('rows that cannot be read say so, and are asked for again when a person wants it', async () => {
  const fixture = new LostRows(50);
  const screen = new PlanScreen(fixture, fixture);
  render(Stage, { screen, fixture });
  await screen.follow(fixture.plan);
  await expect.element(page.getByRole('alert').getByText(said('problems').of(LOST).title)).toBeVisible();
  const cells = (): string => page.getByRole('grid').element().textContent ?? '';
  await expect.poll(cells).toContain('Could not be read');
  expect(cells()).not.toContain('Being read');
  fixture.broken = false;
  await page.getByRole('button', { name: 'Read them again' }).click();
  await expect.poll(cells).toContain('Bjerke Elektro 0');
  expect(page.getByRole('alert').elements()).toEqual([]);
});
