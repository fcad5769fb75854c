import axe from 'axe-core';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import PlanStrip from '../../src/lib/ui/records/PlanStrip.svelte';
import { english, said } from '../support/english.ts';
import Worded from './support/Worded.svelte';

const counts = {
  create: 14_107,
  update: 9872,
  delete: 0,
  conflict: 86,
  'in-sync': 21_640,
  excluded: 9490,
  duplicate: 1869,
  failing: 599,
  ambiguous: 63,
  waits: 12,
};
const zero = { ...counts };
for (const name of Object.keys(zero) as (keyof typeof zero)[]) zero[name] = 0;
const delta = { ...zero, update: 312, conflict: -41, 'in-sync': -271 };
const candidate = {
  number: 8,
  kept: false,
  counts,
  delta,
  moves: { sync: 'companies', here: true, delta },
  changed: 312,
  milliseconds: 412,
};
const props = {
  plan: candidate,
  state: 'current' as const,
  changes: ['Number of Employees: ask me → most recent'],
  job: null,
  errors: 0,
  reason: '',
  disabled: false,
  hrefOf: (outcome: string) => `#${outcome}`,
  changedHrefOf: (sync: string) => `#changed-${sync}`,
  onRevert: () => undefined,
  onKeep: () => undefined,
  onReplan: () => undefined,
  onErrors: () => undefined,
};

const words = said('design').strip;
const strip = (more: Record<string, unknown>) =>
  render(Worded, { component: PlanStrip, given: { ...props, ...more } });

it('a change answers with its effect: rule in words, sums, chips, the records, keep and revert', async () => {
  let kept = 0;
  const screen = await strip({ onKeep: () => (kept += 1) });
  await expect.element(screen.getByText('Plan 8 with this change')).toBeVisible();
  await expect.element(screen.getByText('Number of Employees: ask me → most recent')).toBeInTheDocument();
  await expect
    .element(screen.getByText('+312 updates, −41 conflicts, −271 in sync', { exact: true }))
    .toBeVisible();
  await expect
    .element(screen.getByRole('link', { name: 'Show the 312 records' }))
    .toHaveAttribute('href', '#changed-companies');
  await expect.element(screen.getByRole('link', { name: /Update/ })).toHaveTextContent('9,872+312');
  await expect.element(screen.getByRole('status')).toHaveTextContent('Planned again: +312 updates');
  expect(screen.getByText('Delete').query()).toBeNull();
  await screen.getByRole('button', { name: 'Keep change' }).click();
  expect(kept).toBe(1);
  const { violations } = await axe.run(screen.container);
  expect(violations.map(({ id }) => id)).toEqual([]);
});

it('with design errors it says how many, and the counts show no change', async () => {
  const screen = await strip({ state: 'blocked', errors: 2 });
  await expect.element(screen.getByText('2 design errors', { exact: true })).toBeVisible();
  expect(screen.container.querySelector('em')).toBeNull();
});

it('while it plans again it has a bar and an honest estimate', async () => {
  const job = { done: 30, total: 100, left: 2100 };
  const screen = await strip({ state: 'planning', job });
  await expect.element(screen.getByText(words.about(2100))).toBeInTheDocument();
  await expect
    .element(screen.getByRole('status'))
    .toHaveTextContent(words.planning(english.speech.share(0.3)));
});

it('a plan that is out of date says why and can be made again', async () => {
  let asked = 0;
  const screen = await strip({
    state: 'out-of-date',
    reason: 'Salesforce was loaded again.',
    onReplan: () => (asked += 1),
  });
  await screen.getByRole('button', { name: 'Plan again' }).click();
  expect(asked).toBe(1);
});

it('counts that move in another sync are named there', async () => {
  const moves = { sync: 'contacts', here: false, delta };
  const screen = await strip({ plan: { ...candidate, delta: zero, moves } });
  await expect
    .element(screen.getByText('contacts: +312 updates, −41 conflicts, −271 in sync', { exact: true }))
    .toBeVisible();
});
