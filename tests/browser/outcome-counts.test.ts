import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { SyncCounts } from '../../src/lib/engine/index.ts';
import OutcomeCounts from '../../src/lib/ui/OutcomeCounts.svelte';
import { OUTCOME_ORDER } from '../../src/lib/ui/words.ts';

const zero = Object.fromEntries(['read', ...OUTCOME_ORDER].map((name) => [name, 0])) as SyncCounts['left'];
const counts: SyncCounts = {
  left: { ...zero, read: 5, create: 2, update: 3 },
  right: { ...zero, read: 4, update: 3, failing: 1 },
  writes: { left: { create: 0, update: 1, delete: 0 }, right: { create: 2, update: 2, delete: 0 } },
  fields: [],
  reasons: {},
};

const show = (given: SyncCounts) =>
  render(OutcomeCounts, {
    title: 'Contacts',
    apps: { left: 'HubSpot', right: 'Salesforce' },
    objects: { left: 'contacts', right: 'Contact' },
    counts: given,
    outcomes: OUTCOME_ORDER,
  });

it('the sum stands below each column', async () => {
  const screen = await show(counts);
  await expect
    .element(screen.getByRole('row', { name: /adds up to the records read/ }))
    .toHaveTextContent(/5.*4/);
  await expect.element(screen.getByRole('row', { name: /would be written here/ })).toHaveTextContent(/1.*4/);
});

it('says so where a column does not add up', async () => {
  const screen = await show({ ...counts, left: { ...counts.left, read: 6 } });
  await expect.element(screen.getByText('does not add up to the records read')).toBeInTheDocument();
});

it('delete is shown only where there is one', async () => {
  const screen = await show(counts);
  expect(screen.getByText('Delete').query()).toBeNull();
});
