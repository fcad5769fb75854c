import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { PushCounts, PushLine } from '../../src/lib/conversation/index.ts';
import Timeline from '../../src/lib/ui/push/Timeline.svelte';
import { LineWalk } from '../../src/lib/workbench/push/line-walk.svelte.ts';
import { said } from '../support/english.ts';
import Worded from './support/Worded.svelte';

const words = said('push').line;
const NOTHING = { create: 0, update: 0, remove: 0, restore: 0 };
const WAITS: PushCounts = {
  'read-back': 0,
  written: 0,
  sent: 0,
  refused: 0,
  unknown: 0,
  stale: 0,
  waiting: 10,
  'not-sent': 0,
};
const NONE = { count: 0, names: [] };
const BATCHES = 3;

const lineAt = (at: number): PushLine => ({
  batches: BATCHES,
  canary: 1,
  jobs: 1,
  reached: 0,
  strip: [1, 2, 3].map((from) => ({
    from,
    to: from,
    sides: {
      left: { acts: NOTHING, counts: { ...WAITS, waiting: 0 } },
      right: { acts: { ...NOTHING, create: 10 }, counts: WAITS },
    },
  })),
  at,
  batch:
    at === 0
      ? null
      : {
          isCanary: at === 1,
          isJob: at === 3,
          side: 'right',
          sync: 'contacts',
          object: 'contacts',
          act: 'create',
          records: { count: 10, names: [`Ada ${String(at)}`] },
          clears: 0,
          counts: WAITS,
          times: null,
        },
  cut: {
    written: { left: NOTHING, right: { ...NOTHING, create: at * 10 } },
    lost: { refused: 0, unknown: 0, stale: 0, sent: 0 },
    notSent: 30 - at * 10,
    half: NONE,
    unlinked: NONE,
    missing: at === 1 ? { count: 2, names: ['Bo', 'Cy'] } : NONE,
  },
});

it('the time line is walked by the arrow keys, one batch at a time, and says what a cut would leave', async () => {
  const walk = new LineWalk(
    (at) => Promise.resolve({ ok: true, value: lineAt(at ?? 1) }),
    () => undefined,
  );
  await walk.look();
  const given = () => ({
    line: walk.line!,
    at: walk.at,
    apps: { left: 'HubSpot', right: 'Salesforce' },
    rehearsed: true,
    onWalk: (to: number) => {
      void walk.walk(to).then(() => screen.rerender({ component: Timeline, given: given() }));
    },
  });
  const screen = await render(Worded, { component: Timeline, given: given() });
  const slider = page.getByRole('slider', { name: words.slider });
  await expect.element(slider).toHaveAttribute('aria-valuetext', words.at(1, BATCHES));
  await expect.element(page.getByText('Bo', { exact: true })).toBeVisible();
  (slider.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(slider).toHaveAttribute('aria-valuetext', words.at(2, BATCHES));
  await expect.element(page.getByText('Ada 2')).toBeVisible();
  await expect.element(page.getByText(words.whole)).toBeVisible();
  await userEvent.keyboard('{End}');
  await expect.element(page.getByText('Ada 3')).toBeVisible();
  await expect.element(page.getByText(words.job)).toBeVisible();
  await expect.element(page.getByText(words.stopJob)).toBeVisible();
  await expect.element(page.getByRole('button', { name: words.next })).toBeDisabled();
  await userEvent.keyboard('{Home}');
  await expect.element(page.getByText(words.none)).toBeVisible();
  await page.getByRole('button', { name: words.next }).click();
  await expect.element(page.getByText(words.first)).toBeVisible();
  await expect.element(page.getByText(words.job)).not.toBeInTheDocument();
});

it('shows a batch of which some are written and some are read back already', async () => {
  const line = lineAt(1);
  const [first, ...others] = line.strip;
  const counts = { ...WAITS, waiting: 0, written: 4, 'read-back': 6 };
  const right = { ...first!.sides.right, counts };
  const given = {
    line: { ...line, strip: [{ ...first!, sides: { ...first!.sides, right } }, ...others] },
    at: 1,
    apps: { left: 'HubSpot', right: 'Salesforce' },
    rehearsed: false,
    onWalk: () => undefined,
  };
  const screen = await render(Worded, { component: Timeline, given });
  expect(screen.container.querySelectorAll('rect.ok').length).toBe(2);
});

it('is where the push is until a person walks, and again once they are back there', async () => {
  const asked: (number | null)[] = [];
  let reached = 1;
  const walk = new LineWalk(
    (at) => {
      asked.push(at);
      return Promise.resolve({ ok: true, value: { ...lineAt(at ?? reached), reached } });
    },
    () => undefined,
  );
  await walk.look();
  reached = 2;
  await walk.look();
  expect(walk.at).toBe(2);
  await walk.walk(1);
  await walk.look();
  expect(walk.at).toBe(1);
  await walk.walk(2);
  reached = 3;
  await walk.look();
  expect(walk.at).toBe(3);
  expect(asked).toEqual([null, null, 1, 1, null, null]);
});
