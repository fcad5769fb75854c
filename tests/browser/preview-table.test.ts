import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Worded from './support/Worded.svelte';
import PreviewTable from '../../src/lib/ui/sides/PreviewTable.svelte';

const header = Array.from({ length: 60 }, (_, at) => `Column ${String(at)}`);
const rows = Array.from({ length: 60 }, (_, row) => header.map((_, at) => `${String(row)}/${String(at)}`));
const preview = { header, rows };

it('of a wide file few cells are made; the last column and the last row are reached by scrolling', async () => {
  await render(Worded, { component: PreviewTable, given: { preview, label: 'The first rows' } });
  const region = page.getByRole('region', { name: 'The first rows' });
  await expect.element(region.getByText('0/0', { exact: true })).toBeVisible();
  const element = region.element();
  const cells = (): number => element.querySelectorAll('td').length;
  expect(cells()).toBeLessThan(1200);
  const end = (): void => {
    element.scrollTop = element.scrollHeight;
    element.scrollLeft = element.scrollWidth;
  };
  const last = (): string => {
    end();
    return element.querySelector('tr:last-child td:last-child')?.textContent ?? '';
  };
  await expect.poll(last).toBe('59/59');
});
