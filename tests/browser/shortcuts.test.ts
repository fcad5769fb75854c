import { afterEach, describe, expect, it, vi } from 'vitest';
import { byKey } from '../../src/lib/commands/commands.ts';
import { Shortcuts } from '../../src/lib/workbench/commands/shortcuts.svelte.ts';

afterEach(() => document.body.replaceChildren());

const press = (keys: Shortcuts, init: KeyboardEventInit, on: HTMLElement = document.body): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  on.addEventListener('keydown', (one) => keys.handle(one, 0), { once: true });
  on.dispatchEvent(event);
  return event;
};

describe('a key counts by what it writes, not by where it stands', () => {
  const rows: readonly (readonly [string, KeyboardEventInit])[] = [
    ['US: [', { key: '[' }],
    [
      'Norwegian, German on Windows: AltGr 8',
      { key: '[', ctrlKey: true, altKey: true, modifierAltGraph: true },
    ],
    ['Norwegian on Linux: AltGr 8', { key: '[', modifierAltGraph: true }],
    ['Norwegian on a Mac: Option 8', { key: '[', altKey: true }],
  ];
  it.each(rows)('%s', (_, init) => {
    const keys = new Shortcuts(null);
    const run = vi.fn();
    keys.add(byKey({ 'previous-tab': run }));
    expect(press(keys, init).defaultPrevented).toBe(true);
    expect(run).toHaveBeenCalledOnce();
  });

  it('with Alt a letter is the browser’s', () => {
    const keys = new Shortcuts(null);
    const run = vi.fn();
    keys.add(byKey({ approve: run, undo: run }));
    press(keys, { key: 'a', altKey: true });
    press(keys, { key: 'z', altKey: true, ctrlKey: true });
    expect(run).not.toHaveBeenCalled();
  });
});

it('nothing acts behind an open dialog, with Ctrl or without', () => {
  const keys = new Shortcuts(null);
  const run = vi.fn();
  keys.add(byKey({ undo: run, approve: run }));
  const dialog = document.createElement('dialog');
  const inside = document.createElement('button');
  dialog.append(inside);
  document.body.append(dialog);
  dialog.showModal();
  expect(press(keys, { key: 'z', ctrlKey: true }, inside).defaultPrevented).toBe(false);
  press(keys, { key: 'a' }, inside);
  expect(run).not.toHaveBeenCalled();
  dialog.close();
  press(keys, { key: 'z', ctrlKey: true });
  expect(run).toHaveBeenCalledOnce();
});
