import Worded from './support/Worded.svelte';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ColumnTable from '../../src/lib/ui/sides/ColumnTable.svelte';
import type { ColumnRow } from '../../src/lib/conversation/index.ts';

const column = (at: number): ColumnRow => ({
  name: `Column ${String(at)}`,
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
  dateOrder: null,
  decimal: null,
  rows: 10,
  filled: at === 3 ? 0 : 10,
  distinct: 10,
  distinctExact: true,
  repeats: 0,
  samples: ['a', 'b'],
});

it('of a wide file few columns are made; all are reached, and found by name', async () => {
  const columns = Array.from({ length: 120 }, (_, at) => column(at));
  const view = await render(Worded, {
    component: ColumnTable,
    given: { side: 'left', columns, text: '' },
  });
  const names = (): string[] =>
    [...view.container.querySelectorAll('tbody th')].map((cell) => cell.textContent);
  await expect.element(page.getByRole('rowheader', { name: 'Column 0', exact: true })).toBeVisible();
  expect(names().length).toBeLessThan(119);
  const more = page.getByRole('button', { name: /more columns/ });
  const last = (): number => {
    const button = more.query();
    if (button !== null) button.scrollIntoView();
    return names().length;
  };
  await expect.poll(last).toBe(119);
  expect(more.query()).toBe(null);
  await view.rerender({ given: { side: 'left', columns, text: '118' } });
  expect(names()).toEqual(['Column 118']);
});
