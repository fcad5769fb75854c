import { flushSync } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { cleanup, render } from 'vitest-browser-svelte';
import Toast from '../../src/lib/ui/controls/Toast.svelte';
import { PlanScreen } from '../../src/lib/workbench/plan/plan-screen.svelte.ts';
import { FixturePlan } from './plan-fixture/plan-fixture.ts';
import Stage from './plan-fixture/Stage.svelte';
import Worded from './support/Worded.svelte';

afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

it('a second toast has its whole time, not what the first one left', async () => {
  const fixture = new FixturePlan(50);
  const screen = new PlanScreen(fixture, fixture, fixture);
  render(Stage, { screen, fixture });
  await screen.follow(fixture.plan);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await screen.acts.decideAll('approved');
  flushSync();
  vi.advanceTimersByTime(5_000);
  await screen.acts.decideAll('held');
  flushSync();
  vi.advanceTimersByTime(5_000);
  expect(screen.acts.toast?.did).toBe('held');
  vi.advanceTimersByTime(1_000);
  expect(screen.acts.toast).toBeNull();
});

it('the region that is read out stands before there is something to say', async () => {
  const { container, rerender } = await render(Worded, {
    component: Toast,
    given: { toast: null, onClose: vi.fn() },
  });
  const region = container.querySelector('[role=status]');
  expect(region?.textContent?.trim()).toBe('');
  await rerender({ component: Toast, given: { toast: { text: 'Linked', onUndo: null }, onClose: vi.fn() } });
  expect(container.querySelector('[role=status]')).toBe(region);
  expect(region?.textContent).toContain('Linked');
});
