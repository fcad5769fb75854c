import { expect, test } from 'vitest';
import type { CheckResult } from '../../src/lib/engine/index.ts';
import { tell, type Story } from './story.ts';

const FIELDS = 'id,email,phone,stage,out,owner,segment';
const MAPPINGS = ['phone', 'stage', 'out', 'owner', 'segment'].map((name) => ({ left: name, right: name }));
const STAGES = {
  stage: { type: 'single-select', options: ['lead', { value: 'mql', label: 'Qualified' }, 'customer'] },
};

/** Contacts as rows without ids: e-mail, phone, stage, opt-out, owner, segment. */
const side = (letter: string, rows: readonly string[]): string =>
  [FIELDS, ...rows.map((row, n) => `${letter}${String(n)},${row}`)].join('\n');

const story = (left: readonly string[], right: readonly string[], ...checks: readonly object[]): Story => ({
  left: side('A', left),
  right: side('B', right),
  sync: { mappings: MAPPINGS, blanks: { propagateClears: 'always' } },
  schema: { left: STAGES, right: STAGES },
  checks: checks.map((check, n) => ({ id: `c${String(n)}`, name: `Check ${String(n)}`, ...check })),
});

async function results(told: Story): Promise<readonly CheckResult[]> {
  return (await tell(told)).summary.checks ?? [];
}

const counts = (sync: string | null, count: object) => ({ count: { sync, ...count } });
const numbers = async (told: Story): Promise<unknown> =>
  (await results(told)).map(({ state, number, looked }) => [state, number, looked]);

test('[S400] a check counts what passes a filter of the plan, and holds inside its bounds', async () => {
  const creates = counts('s', { outcomes: ['create'], directions: ['to-right'] });
  const rows = ['a@a.no,1,,,,', 'b@a.no,1,,,,', 'c@a.no,1,,,,'];
  const bounds = [
    {},
    { atMost: 2 },
    { atMost: 3 },
    { atLeast: 3 },
    { atLeast: 4 },
    { atLeast: 1, atMost: 3 },
  ];
  const told = story(rows, [], ...bounds.map((allowed) => ({ ...creates, allowed })));
  expect((await results(told)).map(({ state }) => state)).toEqual([
    'broken',
    'broken',
    'holds',
    'holds',
    'broken',
    'holds',
  ]);
  // A bound of a share is of what is looked at.
  const share = (atMost: number) => ({
    ...counts('s', { writes: [{ field: 'owner', change: 'any' }] }),
    allowed: { atMost, unit: 'percent' },
  });
  const owned = story(['a@a.no,1,,,Kari,', 'b@a.no,1,,,,', 'c@a.no,1,,,,'], [], share(33.3), share(33.4));
  expect((await results(owned)).map(({ state }) => state)).toEqual(['broken', 'holds']);
});

test('[S400] a check of no sync counts in all of them, and says how many in each', async () => {
  const everywhere = counts(null, { writes: [{ change: 'clears' }] });
  expect(await results(story(['a@a.no,1,,,,'], ['a@a.no,2,,,,'], everywhere))).toMatchObject([
    { state: 'holds', number: 0, syncs: [{ sync: 's', number: 0, looked: 1 }] },
  ]);
});

test('[S401] a fill, an overwrite and a clear are told apart, by field and by side', async () => {
  const writes = (...asked: readonly object[]) => counts('s', { writes: asked });
  const told = story(
    // Filled there, filled here, overwritten there, the same.
    ['a@a.no,1,,,,', 'b@a.no,,,,,', 'c@a.no,1,,,,', 'd@a.no,1,,,,'],
    ['a@a.no,,,,,', 'b@a.no,2,,,,', 'c@a.no,2,,,,', 'd@a.no,1,,,,'],
    writes({ field: 'phone', change: 'fills' }),
    writes({ field: 'phone', change: 'fills', side: 'left' }),
    writes({ change: 'overwrites' }),
    writes({ change: 'overwrites', side: 'left' }),
    writes({ field: 'owner', change: 'any' }),
    writes({ change: 'any' }),
    writes({ field: 'phone', change: 'fills' }, { change: 'overwrites' }),
  );
  expect((await results(told)).map(({ number }) => number)).toEqual([2, 1, 1, 0, 0, 3, 0]);
  const link = {
    sync: 's',
    left: 'A0',
    right: 'B0',
    by: 'key',
    values: { left: { phone: '1' }, right: { phone: '1' } },
  };
  const cleared = story(
    ['a@a.no,,,,,'],
    ['a@a.no,1,,,,'],
    writes({ change: 'clears' }),
    writes({ change: 'overwrites' }),
  );
  expect(await numbers({ ...cleared, links: [link] })).toEqual([
    ['broken', 1, 1],
    ['holds', 0, 1],
  ]);
});

test('[S401] from one value to another, as the field reads it; a blank text asks for a blank', async () => {
  const from = (asked: object) => counts('s', { writes: [{ change: 'values', ...asked }] });
  const told = story(
    ['a@a.no,1,mql,no,,', 'b@a.no,1,lead,no,,', 'c@a.no,1,lead,no,,', 'd@a.no,1,lead,no,,'],
    ['a@a.no,1,lead,yes,,', 'b@a.no,1,lead,TRUE,,', 'c@a.no,1,lead,,,'],
    from({ field: 'out', from: 'yes', to: 'no' }),
    from({ field: 'out', to: false }),
    from({ field: 'out', from: '', to: 'no' }),
    // By value or label of an option.
    from({ field: 'stage', from: 'LEAD', to: 'Qualified' }),
  );
  const declared = { ...STAGES, out: { type: 'boolean' } };
  const asBoolean = { ...told, schema: { left: declared, right: declared } };
  expect((await results(asBoolean)).map(({ number }) => number)).toEqual([2, 4, 1, 1]);
});

test('[S401] backwards is to an earlier value of an order: the check’s own, else the options of the field', async () => {
  const back = (order?: readonly string[]) =>
    counts('s', {
      writes: [{ field: 'stage', change: 'backwards', ...(order === undefined ? {} : { order }) }],
    });
  const told = story(
    // Back, forward, no option, the same.
    ['a@a.no,1,lead,,,', 'b@a.no,1,customer,,,', 'c@a.no,1,lead,,,', 'd@a.no,1,lead,,,'],
    ['a@a.no,1,customer,,,', 'b@a.no,1,Qualified,,,', 'c@a.no,1,gone,,,', 'd@a.no,1,lead,,,'],
    back(),
    back(['customer', 'Qualified', 'lead']),
    back(['gone', 'lead']),
    back(['lead', 'gone']),
  );
  expect((await results(told)).map(({ number }) => number)).toEqual([1, 1, 0, 1]);
});

test('[S401] a create without a field is one that writes no value of it', async () => {
  const blank = (field: string, more: object = {}) =>
    counts('s', { writes: [{ field, change: 'created-blank', ...more }] });
  const told = story(
    // The last one is not created: it has no key.
    ['a@a.no,1,,,Kari,', 'b@a.no,1,,,,', ',1,,,,'],
    ['z@a.no,1,,,,'],
    blank('owner'),
    blank('owner', { side: 'right' }),
    blank('phone'),
  );
  expect((await results(told)).map(({ number }) => number)).toEqual([2, 1, 0]);
});

test('[S402] looked at are those whose records pass; where writes are asked for, of those what the filter passes', async () => {
  const vip = { side: 'right', field: 'segment', op: 'eq', value: 'VIP' };
  const told = story(
    ['a@a.no,1,,,,VIP', 'b@a.no,1,,,,VIP', 'c@a.no,1,,,,', 'd@a.no,1,,,,VIP'],
    ['a@a.no,2,,,,VIP', 'b@a.no,1,,,,vip', 'c@a.no,2,,,,'],
    counts('s', { writes: [{ change: 'overwrites' }], where: [vip] }),
    counts('s', { outcomes: ['update'], writes: [{ change: 'overwrites' }] }),
    counts('s', { outcomes: ['update'], where: [vip] }),
    counts('s', { outcomes: ['create'] }),
  );
  const all = (await numbers(told)) as [string, number, number][];
  expect(all.map(([, number, looked]) => [number, looked])).toEqual([
    [2, 2],
    [3, 3],
    [2, 2],
    [1, 4],
  ]);
});

test('[S403] checks change nothing of a plan', async () => {
  const check = counts('s', { writes: [{ change: 'any' }] });
  const [plain, checked] = await Promise.all(
    [[], [check]].map((checks) => tell(story(['a@a.no,1,,,,'], ['a@a.no,2,,,,'], ...checks))),
  );
  expect(checked!.lines).toEqual(plain!.lines);
  expect(plain!.summary.checks).toBeUndefined();
  expect(checked!.summary.checks).toHaveLength(1);
});
