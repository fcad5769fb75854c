import { expect, test } from 'vitest';
import { tell, type Story } from './story.ts';

const HEAD = 'id,email,phone';

/** So many contacts on both sides, linked by e-mail; the first `over` have another phone on the right, the next the same in another form. */
function contacts(count: number, over: number, reformed = 0): Pick<Story, 'left' | 'right'> {
  const rows = Array.from({ length: count }, (_, n) => n);
  const right = (n: number): string =>
    n < over ? `9${String(n)}` : n < over + reformed ? ` ${String(n)} ` : String(n);
  return {
    left: [HEAD, ...rows.map((n) => `${String(n)},p${String(n)}@a.no,${String(n)}`)].join('\n'),
    right: [HEAD, ...rows.map((n) => `R${String(n)},p${String(n)}@a.no,${right(n)}`)].join('\n'),
  };
}

const stopped = async (story: Story): Promise<unknown[]> =>
  (await tell(story)).summary.warnings.filter(({ code }) => code === 'maxOverwritten');

const NAMED = { guards: { maxOverwritten: 0.5 } };

test('[KW11] stops where more first matches than its share would have a value overwritten', async () => {
  const warning = { code: 'maxOverwritten', sync: 's', count: 6, of: 10, limit: 0.5 };
  expect(await stopped({ ...contacts(10, 6), ...NAMED })).toEqual([warning]);
  expect(await stopped({ ...contacts(10, 5), ...NAMED })).toEqual([]);
  expect(await stopped({ ...contacts(10, 5, 5), ...NAMED })).toEqual([]);
  expect(await stopped({ ...contacts(10, 6), guards: { maxOverwritten: null } })).toEqual([]);
});

test('[KW11] is at its default looked at from a hundred records on, and not of pairs linked before', async () => {
  expect(await stopped(contacts(10, 6))).toEqual([]);
  expect(await stopped(contacts(100, 51))).toMatchObject([{ count: 51, of: 100, limit: 0.5 }]);
  const links = Array.from({ length: 10 }, (_, n) => ({
    sync: 's',
    left: String(n),
    right: `R${String(n)}`,
    by: 'key',
    values: { left: { phone: '' }, right: { phone: `9${String(n)}` } },
  }));
  expect(await stopped({ ...contacts(10, 6), ...NAMED, links })).toEqual([]);
  expect(await stopped({ ...contacts(10, 6), ...NAMED, links: links.slice(0, 5) })).toEqual([]);
  expect(await stopped({ ...contacts(10, 6), ...NAMED, links: links.slice(4, 10) })).toMatchObject([
    { count: 4, of: 4 },
  ]);
});
