import axe from 'axe-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import { EVERYTHING } from '../../src/lib/workbench/place/plan-place.ts';
import { PlanList } from '../../src/lib/workbench/plan/plan-list.svelte.ts';
import { PlanScreen } from '../../src/lib/workbench/plan/plan-screen.svelte.ts';
import { said } from '../support/english.ts';
import { FixturePlan } from './plan-fixture/plan-fixture.ts';
import Stage from './plan-fixture/Stage.svelte';

const words = said('plan');

beforeEach(() => page.viewport(1440, 900));
afterEach(() => cleanup());

async function open(size: number): Promise<{ fixture: FixturePlan; screen: PlanScreen }> {
  const fixture = new FixturePlan(size);
  const screen = new PlanScreen(fixture, fixture, fixture);
  render(Stage, { screen, fixture });
  await screen.follow(fixture.plan);
  await expect.element(page.getByText(/in this filter$/).first()).toBeVisible();
  await expect.element(page.getByRole('group', { name: words.list.bulk.name })).toBeVisible();
  await expect.element(page.getByRole('grid')).toBeVisible();
  return { fixture, screen };
}
const grid = (): HTMLElement => page.getByRole('grid').element() as HTMLElement;
const rows = (): HTMLElement[] => [...grid().querySelectorAll<HTMLElement>('[role=row][aria-rowindex]')];
const activeRow = (): HTMLElement | null =>
  document.getElementById(grid().getAttribute('aria-activedescendant') ?? '');
const title = (): string => document.querySelector('.drawer h2')?.textContent ?? '';

it('reaches the last of 1,000,000 rows by bar and by key, and draws few rows', async () => {
  await open(1_000_000);
  expect(grid().getAttribute('aria-rowcount')).toBe('1000001');
  expect(grid().scrollHeight).toBeLessThanOrEqual(8_000_100);
  grid().scrollTop = grid().scrollHeight;
  await expect.poll(() => rows().at(-1)?.getAttribute('aria-rowindex')).toBe('1000001');
  await expect.poll(() => rows().at(-1)?.textContent ?? '').toContain('999999');
  const last = rows().at(-1)!.getBoundingClientRect();
  expect(Math.abs(last.bottom - grid().getBoundingClientRect().bottom)).toBeLessThan(2);
  expect(rows().length).toBeLessThan(60);
  grid().focus();
  await userEvent.keyboard('{Home}');
  await expect.poll(() => activeRow()?.getAttribute('aria-rowindex')).toBe('2');
  await userEvent.keyboard('{End}{ArrowUp}');
  await expect.poll(() => activeRow()?.getAttribute('aria-rowindex')).toBe('1000000');
  await expect.poll(title).toContain('999998');
});

it('what is to be known of the change files is said, with no undo', async () => {
  const { fixture, screen } = await open(20);
  await screen.changeFiles('systems', true, 1);
  expect(screen.acts.toast).toBe(null);
  fixture.made = [
    { name: 'left-updates.csv', blob: new Blob(), rows: 4 },
    { name: 'about-the-change-files.txt', blob: new Blob(), rows: 2 },
  ];
  await screen.changeFiles('systems', true, 2);
  expect(screen.acts.toast).toEqual({ count: 2, did: 'noted' });
});

it('a move made while another list is fetched is not taken back when the list is there', async () => {
  const fixture = new FixturePlan(50);
  const list = new PlanList(fixture);
  await list.show('companies', EVERYTHING, 1);
  await list.rowAt(0);
  await list.rowAt(20);
  const showing = list.show('companies', { ...EVERYTHING, scope: 'written' }, 1);
  list.activate(20);
  await showing;
  expect(list.active).toBe(20);
});

it('a turn of the wheel moves by its pixels, also where the bar is scaled', async () => {
  await open(1_000_000);
  grid().dispatchEvent(new WheelEvent('wheel', { deltaY: 320, cancelable: true, bubbles: true }));
  await expect.poll(() => rows()[1]?.getAttribute('aria-rowindex')).toBe(String(10 - 6 + 2));
});

it('keyboard only: move, decide, choose a side, undo; a decision moves on by itself', async () => {
  const { fixture, screen } = await open(50);
  grid().focus();
  await expect.poll(title).toContain('Bjerke Elektro 0');
  await userEvent.keyboard('a');
  await expect.poll(() => fixture.decided.get(0)).toBe('approved');
  await expect.poll(title).toContain('Havgard Seafood 1');
  await userEvent.keyboard('j');
  await expect.poll(title).toContain('Norrland Skog 2');
  await userEvent.keyboard('h');
  await expect.poll(() => fixture.decided.get(2)).toBe('held');
  await expect.poll(title).toContain('Tvedt & Sønner 3');
  await userEvent.keyboard('<');
  await expect.poll(() => fixture.chosen.get(3)).toBe('left');
  expect(title()).toContain('Tvedt & Sønner 3');
  await userEvent.keyboard('a');
  await expect.poll(title).toContain('Kystlaks Holding 4');
  await userEvent.keyboard('n');
  await expect.poll(title).toContain('Tvedt & Sønner 8');
  await userEvent.keyboard('e');
  await expect
    .element(page.getByRole('tab', { name: words.record.tabs.explain }))
    .toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.querySelector('.drawer')).toBeNull();
  expect(document.activeElement).toBe(grid());
  await userEvent.keyboard('{Enter}');
  await expect.poll(title).toContain('Tvedt & Sønner 8');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => fixture.asked).toContain('undo');
  expect(screen.list.active).toBe(8);
});

it('a filter keeps the record in hand where it is still listed, else takes the next', async () => {
  const { screen } = await open(50);
  await screen.activate(13);
  await screen.filter({ ...screen.list.filter, outcomes: ['conflict'] });
  expect(screen.list.active).toBe(2);
  await expect.poll(title).toContain('Tvedt & Sønner 13');
  await screen.filter({ ...screen.list.filter, outcomes: ['in-sync'] });
  expect(screen.list.activeRow?.outcome).toBe('in-sync');
});

it('the whole filter is decided in one step, with an undo in the toast', async () => {
  const { fixture } = await open(50);
  await page
    .getByRole('group', { name: words.list.bulk.name })
    .getByRole('button', { name: words.list.bulk.approve })
    .click();
  await expect.poll(() => fixture.decided.size).toBe(30);
  await expect.element(page.getByText(words.list.toasts.approved(50))).toBeVisible();
  await page.getByRole('button', { name: said('terms').undo }).click();
  await expect.poll(() => fixture.decided.size).toBe(0);
});

it('what is checked is decided alone', async () => {
  const { fixture } = await open(50);
  grid().focus();
  await userEvent.keyboard('xjj{Shift>}x{/Shift}');
  await expect.element(page.getByText(words.list.bulk.checked(3))).toBeVisible();
  await page
    .getByRole('group', { name: words.list.bulk.nameChecked })
    .getByRole('button', { name: words.list.bulk.reject })
    .click();
  await expect
    .poll(() => [...fixture.decided])
    .toEqual([
      [0, 'rejected'],
      [1, 'rejected'],
      [2, 'rejected'],
    ]);
});

it('cells of the picture are filters: Space toggles, arrows move, V folds', async () => {
  const { screen } = await open(50);
  const cell = page.getByRole('button', { name: /^Create/ });
  (cell.element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
  await expect.poll(() => screen.list.filter.outcomes).toEqual(['create']);
  await userEvent.keyboard('{ArrowDown}{Shift>} {/Shift}');
  await expect.poll(() => screen.list.filter.outcomes).toEqual(['create', 'update']);
  await userEvent.keyboard('v');
  await expect.element(page.getByRole('group', { name: words.glance })).toBeVisible();
});

it('names and values are data, never markup', async () => {
  const { screen } = await open(50);
  await screen.activate(3);
  await expect.element(page.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  expect(document.querySelector('.drawer img')).toBeNull();
  expect(document.querySelector('.facets b')).toBeNull();
});

for (const theme of ['light', 'dark'] as const) {
  it(`axe finds nothing on records, explain, as sent and fields, ${theme}`, async () => {
    document.documentElement.dataset['theme'] = theme;
    const { screen } = await open(50);
    await screen.activate(3);
    await expect.poll(title).toContain('3');
    for (const tab of ['fields', 'explain', 'sent'] as const) {
      screen.record.show(tab);
      await faultless();
    }
    await screen.showPart('fields');
    screen.impact.show('Name');
    await faultless();
    await page.viewport(1024, 768);
    await screen.showPart('records');
    await faultless();
  });
}

/** What moves has come to rest: a colour half way is no colour of ours. */
async function still(): Promise<void> {
  const moving = (): Animation[] =>
    document.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
  await frame();
  for (let all = moving(); all.length > 0; all = moving()) {
    await Promise.allSettled(all.map(({ finished }) => finished));
    await frame();
  }
}

const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));

async function faultless(): Promise<void> {
  await still();
  const { violations } = await axe.run(document.querySelector('main')!, {
    rules: { region: { enabled: false } },
  });
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
  ).toEqual([]);
}

it('a record that a choice takes out of the filter stays in the drawer for the next key', async () => {
  const { fixture, screen } = await open(50);
  await screen.filter({ ...screen.list.filter, outcomes: ['conflict'] });
  await screen.activate(1);
  await expect.poll(title).toContain('Tvedt & Sønner 8');
  grid().focus();
  await userEvent.keyboard('>');
  await expect.element(page.getByText(words.record.notListed)).toBeVisible();
  expect(title()).toContain('Tvedt & Sønner 8');
  await userEvent.keyboard('a');
  await expect.poll(() => [...fixture.decided]).toEqual([[8, 'approved']]);
  await expect.poll(title).toContain('Tvedt & Sønner 13');
});
