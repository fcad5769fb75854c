import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { cleanup, render } from 'vitest-browser-svelte';
import Toast from '../../src/lib/ui/controls/Toast.svelte';
import Worded from './support/Worded.svelte';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

it('a second toast has its whole time, not what the first one left', async () => {
  const closed = vi.fn();
  const given = (text: string) => ({
    component: Toast,
    given: { toast: { text, onUndo: null }, onClose: closed },
  });
  const { rerender } = await render(Worded, given('One record approved'));
  vi.advanceTimersByTime(5_000);
  await rerender(given('Two records held'));
  vi.advanceTimersByTime(5_000);
  expect(closed).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(closed).toHaveBeenCalledOnce();
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
