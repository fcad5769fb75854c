import { describe, expect, test } from 'vitest';
import { tell, type Story, type Told } from './story.ts';

const rows = (head: string, lines: readonly string[]): string => `${[head, ...lines].join('\n')}\n`;
const contacts = (
  cells: readonly (readonly [string, string])[],
  sync: object = {},
  more: Partial<Story> = {},
): Story => ({
  left: rows(
    'id,email,v',
    cells.map(([v], i) => `${String(i)},p${String(i)}@fjell.no,"${v}"`),
  ),
  right: rows(
    'id,email,v',
    cells.map(([, v], i) => `R${String(i)},p${String(i)}@fjell.no,"${v}"`),
  ),
  ...more,
  sync: { mappings: [{ left: 'v', right: 'v' }], ...sync },
});

const warned = ({ summary }: Told, code: string): unknown[] =>
  summary.warnings.filter((one) => one.code === code).map(({ sync: _, ...said }) => said);

const told = (story: Story): Promise<Told> => tell(story, true);

/** A customer's phones and dates after a spreadsheet. */
function twin(count: number): (readonly [string, string])[] {
  return Array.from({ length: count }, (_, i) => {
    const phone = `+1-${String(200 + i)}-555-${String(1000 + i)}`;
    return i % 3 === 0 ? [phone, String(1 - 200 - i - 555 - 1000 - i)] : [phone, phone];
  });
}

describe('[DX3] what differs nearly everywhere, and writes that make data worse', () => {
  test('a spreadsheet’s arithmetic is damage, and worse where it wins', async () => {
    const damaged = await told(contacts(twin(30), { winner: 'right' }));
    expect(damaged.summary.counts['s']?.fields[0]).toMatchObject({ differ: { damaged: 10 } });
    expect(warned(damaged, 'worse-overwrites-better')).toEqual([
      { code: 'worse-overwrites-better', field: 'v', count: 10 },
    ]);
    expect(warned(await told(contacts(twin(30))), 'worse-overwrites-better')).toEqual([]);
  });

  test('dates in another order are named, many or few', async () => {
    const dates = (count: number): (readonly [string, string])[] =>
      Array.from({ length: count }, (_, i) => [`2020-08-${String(10 + i)}`, `${String(10 + i)}-08-2020`]);
    const said = (count: number) => [
      { code: 'differs-mostly', field: 'v', count, pairs: count, is: 'date-form' },
    ];
    expect(warned(await told(contacts(dates(21))), 'differs-mostly')).toEqual(said(21));
    expect(warned(await told(contacts(dates(3))), 'differs-mostly')).toEqual(said(3));
    expect(warned(await told(contacts(dates(2))), 'differs-mostly')).toEqual([]);
    const mixed: (readonly [string, string])[] = [...dates(5), ['same', 'same']];
    expect(warned(await told(contacts(mixed)), 'differs-mostly')).toEqual([]);
  });

  test('three that have nothing in common are no class', async () => {
    const cells: (readonly [string, string])[] = [
      ['a1', 'b2'],
      ['c3', 'd4'],
      ['e5', 'f6'],
    ];
    expect(warned(await told(contacts(cells)), 'differs-mostly')).toEqual([]);
  });

  test('local times against UTC: the hours are named, summer and winter', async () => {
    const schema = { left: { v: { type: 'datetime' } }, right: { v: { type: 'datetime' } } };
    const cells: (readonly [string, string])[] = [
      ['2026-03-05 09:00', '2026-03-05T08:00:00.000Z'],
      ['2026-07-01 14:30', '2026-07-01T12:30:00.000Z'],
      ['2026-12-24 10:15', '2026-12-24T09:15:00.000Z'],
    ];
    expect(warned(await told(contacts(cells, {}, { schema })), 'differs-mostly')).toEqual([
      { code: 'differs-mostly', field: 'v', count: 3, pairs: 3, is: 'shift', hours: [-2, -1] },
    ]);
  });

  test('a word for nothing that overwrites, and one that fills', async () => {
    const cells: (readonly [string, string])[] = [
      ['', '[not provided]'],
      ['Dahl', '[[Unknown]]'],
      ['Vik', 'Vik'],
      ['-', 'N/A'],
    ];
    expect(warned(await told(contacts(cells, { winner: 'right' })), 'worse-overwrites-better')).toEqual([
      { code: 'worse-overwrites-better', field: 'v', count: 2 },
    ]);
    expect(warned(await told(contacts(cells)), 'worse-overwrites-better')).toEqual([
      { code: 'worse-overwrites-better', field: 'v', count: 1 },
    ]);
  });
});

describe('[DX4] what stands apart', () => {
  const apartOf = async (
    sync: object,
    values: readonly [string, string],
    was?: readonly [string, string],
  ) => {
    const link = { sync: 's', left: '0', right: 'R0', by: 'key' };
    const links =
      was === undefined ? undefined : [{ ...link, values: { left: { v: was[0] }, right: { v: was[1] } } }];
    const story = contacts([values], sync, links === undefined ? {} : { links });
    return (await told(story)).summary.counts['s']?.fields[0]?.apart;
  };

  test('by its cause', async () => {
    const oneWay = { mappings: [{ left: 'v', right: 'v', direction: 'left-to-right', conflict: 'right' }] };
    expect(await apartOf(oneWay, ['a', 'b'])).toEqual({ direction: 1 });
    expect(await apartOf({}, ['a', 'b'], ['a', 'b'])).toEqual({ unchanged: 1 });
    expect(await apartOf({}, ['', 'b'], ['a', 'b'])).toEqual({ cleared: 1 });
    const stays = { mappings: [{ left: 'v', right: 'v', conflict: 'fill-blank' }] };
    expect(await apartOf(stays, ['a', 'b'])).toEqual({ accepted: 1 });
    expect(await apartOf({}, ['a', 'b'])).toEqual({});
  });
});

test('[DX2] updates that only change the form of a value are counted', async () => {
  const cells: (readonly [string, string])[] = [
    ['OLA', 'Ola'],
    ['Eva', 'Liv'],
    ['Bo', 'Bo'],
  ];
  const { summary } = await told(contacts(cells));
  expect(summary.counts['s']).toMatchObject({ onlyForm: 1, left: { update: 2 } });
});
