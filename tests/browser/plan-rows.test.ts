import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
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
  const screen = new PlanScreen(fixture, fixture, fixture);
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

it('checking all leaves the rows on the screen as they are, and asks for all of them at once', async () => {
  const fixture = new FixturePlan(9_000);
  const screen = new PlanScreen(fixture, fixture, fixture);
  render(Stage, { screen, fixture });
  await screen.follow(fixture.plan);
  await expect.poll(() => screen.list.at(3)).not.toBeNull();
  const asked = fixture.asked.length;
  await screen.list.checkAll();
  expect(screen.list.checked.size).toBe(9_000);
  expect(fixture.asked.slice(asked)).toEqual(['rows 0']);
  expect(screen.list.at(3)?.subject).toBe(3);
});

it('all are checked by a key in the list, and by the head’s own button', async () => {
  const fixture = new FixturePlan(50);
  const screen = new PlanScreen(fixture, fixture, fixture);
  render(Stage, { screen, fixture });
  await screen.follow(fixture.plan);
  await expect.element(page.getByRole('grid')).toBeVisible();
  (page.getByRole('grid').element() as HTMLElement).focus();
  await userEvent.keyboard('{Control>}a{/Control}');
  await expect.poll(() => screen.list.checked.size).toBe(50);
  const head = page.getByRole('button', { name: said('plan').list.checkNone }).first();
  (head.element() as HTMLElement).focus();
  expect(document.activeElement).toBe(head.element());
  await userEvent.keyboard(' ');
  await expect.poll(() => screen.list.checked.size).toBe(0);
});

it('a finger moves the list by its pixels, also where the bar is scaled', async () => {
  const fixture = new FixturePlan(1_000_000);
  const screen = new PlanScreen(fixture, fixture, fixture);
  render(Stage, { screen, fixture });
  await screen.follow(fixture.plan);
  await expect.poll(() => screen.list.at(0)).not.toBeNull();
  await expect.element(page.getByRole('grid')).toBeVisible();
  const grid = page.getByRole('grid').element();
  const touch = (type: string, clientY: number) => {
    const touches = [new Touch({ identifier: 1, target: grid, clientY })];
    const event = new TouchEvent(type, { touches, cancelable: true, bubbles: true });
    grid.dispatchEvent(event);
    return event;
  };
  touch('touchstart', 600);
  expect(touch('touchmove', 440).defaultPrevented).toBe(true);
  touch('touchmove', 280);
  const second = (): string | null | undefined =>
    grid.querySelectorAll('[role=row][aria-rowindex]')[1]?.getAttribute('aria-rowindex');
  await expect.poll(second).toBe(String(10 - 6 + 2));
});

it('L links, parts or takes back: what the open record offers', async () => {
  const fixture = new FixturePlan(50);
  const chosen: string[] = [];
  fixture.choose = (_sync, choice) => {
    if (choice.kind === 'link') chosen.push(`${choice.left} ${choice.right} ${choice.verdict}`);
    return Promise.resolve(true);
  };
  const screen = new PlanScreen(fixture, fixture, fixture);
  render(Stage, { screen, fixture });
  await screen.follow(fixture.plan);
  await expect.poll(() => document.querySelector('.drawer h2')).not.toBeNull();
  await expect.element(page.getByRole('grid')).toBeVisible();
  (page.getByRole('grid').element() as HTMLElement).focus();
  await userEvent.keyboard('l');
  await expect.poll(() => chosen).toEqual(['10000 XR0 different']);
});
