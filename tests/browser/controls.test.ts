import { createRawSnippet } from 'svelte';
import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Button from '../../src/lib/ui/controls/Button.svelte';
import ColumnTable from '../../src/lib/ui/sides/ColumnTable.svelte';
import Lazy from '../../src/lib/ui/controls/Lazy.svelte';
import { said } from '../support/english.ts';
import Worded from './support/Worded.svelte';

const shell = said('shell');
const piece = createRawSnippet<[string]>((word) => ({ render: () => `<p>${word()}</p>` }));

it('a piece that cannot be loaded is told, and comes when it is asked for again', async () => {
  let there = false;
  const load = (): Promise<{ default: string }> =>
    there ? Promise.resolve({ default: 'the drawer' }) : Promise.reject(new Error('gone'));
  const onClose = vi.fn();
  await render(Worded, { component: Lazy, given: { load, onClose, children: piece } });
  const told = page.getByRole('alert');
  await expect.element(told).toHaveTextContent(shell.pieceGone.title);
  await page.getByRole('button', { name: said('terms').close }).click();
  expect(onClose).toHaveBeenCalledOnce();
  there = true;
  await page.getByRole('button', { name: shell.tryAgain }).click();
  await expect.element(page.getByText('the drawer')).toBeVisible();
  expect(told.query()).toBe(null);
});

it('a button whose word is hidden is named by it, and hints at it with its key', async () => {
  const onclick = vi.fn();
  await render(Worded, {
    component: Button,
    given: { word: 'Next', icon: 'down', hidden: true, keys: 'J', onclick },
  });
  const button = page.getByRole('button', { name: 'Next' });
  await expect.element(button).toHaveAttribute('title', shell.withKey('Next', 'J'));
  await button.click();
  expect(onclick).toHaveBeenCalledOnce();
});

it('a table laid out row by row says its roles, of rows that come later too', async () => {
  const column = (name: string) => ({
    name,
    inferred: 'text',
    guess: {
      type: 'text',
      dateOrder: null,
      decimal: null,
      ask: null,
      fits: 1,
      of: 1,
      evidence: {},
      others: [],
    },
    rows: 10,
    filled: 10,
    distinct: 10,
    distinctExact: true,
    repeats: 0,
    samples: [],
  });
  const given = { side: 'left', columns: [column('A')], text: '' };
  const view = await render(Worded, { component: ColumnTable, given });
  await view.rerender({ given: { ...given, columns: [column('A'), column('B')] } });
  await vi.waitFor(() => expect(view.container.querySelectorAll('tbody [role="rowheader"]')).toHaveLength(2));
  const roles = [...view.container.querySelectorAll('table, thead, tbody, tr, th, td')].map((part) => [
    part.tagName,
    part.getAttribute('role'),
  ]);
  expect(roles.filter(([, role]) => role === null)).toEqual([]);
});
