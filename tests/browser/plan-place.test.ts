import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import { EVERYTHING, type PlanPlace } from '../../src/lib/workbench/place/plan-place.ts';
import { PlanScreen } from '../../src/lib/workbench/plan/plan-screen.svelte.ts';
import { FixturePlan } from './plan-fixture/plan-fixture.ts';
import Stage from './plan-fixture/Stage.svelte';

beforeEach(() => page.viewport(1440, 900));
afterEach(() => cleanup());

const CONFLICTS: PlanPlace = {
  sync: 'companies',
  part: 'records',
  filter: { ...EVERYTHING, outcomes: ['conflict'] },
  record: { left: '10013', right: 'XR13' },
  tab: 'explain',
};

const title = (): string => document.querySelector('.drawer h2')?.textContent ?? '';

it('a place asked for before there is a plan is the first that is shown', async () => {
  const fixture = new FixturePlan(50);
  const screen = new PlanScreen(fixture, fixture, fixture);
  expect(screen.place).toBeNull();
  await screen.go(CONFLICTS);
  render(Stage, { screen, fixture });
  await screen.follow(fixture.plan);
  expect(screen.place).toEqual(CONFLICTS);
  expect(screen.list.active).toBe(2);
  await expect.poll(title).toContain('Tvedt & Sønner 13');
});

it('the screen is where it was when it is shown again, after another plan too', async () => {
  const fixture = new FixturePlan(50);
  const screen = new PlanScreen(fixture, fixture, fixture);
  await screen.follow(fixture.plan);
  await screen.go(CONFLICTS);
  await screen.list.check(1, false);
  await screen.activate(2);
  const shown = render(Stage, { screen, fixture });
  await expect.poll(title).toContain('13');
  await (await shown).unmount();
  fixture.plan = { ...fixture.plan, planKey: 'another' };
  render(Stage, { screen, fixture });
  await screen.follow(fixture.plan);
  expect(screen.place).toEqual(CONFLICTS);
  expect([...screen.list.checked]).toEqual([8]);
  await expect.poll(title).toContain('13');
});

it('where another plan counts its records otherwise, nothing stays checked and the record is found by its ids', async () => {
  const fixture = new FixturePlan(50);
  const screen = new PlanScreen(fixture, fixture, fixture);
  await screen.follow(fixture.plan);
  await screen.go(CONFLICTS);
  await screen.list.check(2, false);
  fixture.plan = {
    ...fixture.plan,
    planKey: 'another',
    syncs: fixture.plan.syncs.map((one) => ({ ...one, numbering: 2 })),
  };
  await screen.follow(fixture.plan);
  expect(screen.list.checked.size).toBe(0);
  expect(screen.place).toEqual(CONFLICTS);
  expect(fixture.asked).toContain('find 10013 XR13');
});

it('a place with a closed drawer, and one whose sync is gone', async () => {
  const fixture = new FixturePlan(50);
  const screen = new PlanScreen(fixture, fixture, fixture);
  await screen.follow(fixture.plan);
  await screen.go({ ...CONFLICTS, record: null, tab: 'none' });
  expect(screen.place).toMatchObject({ record: null, tab: 'none' });
  expect(await screen.go({ ...CONFLICTS, sync: 'gone' })).toBe(false);
  expect(screen.place).toMatchObject({ sync: 'companies' });
});
