import { describe, expect, test } from 'vitest';
import { tell, type Story } from './story.ts';

const CODES: readonly string[] = [
  'contested',
  'nothing-in-common',
  'key-twice',
  'maybe-recreated',
  'one-of-several',
  'crossed-keys',
];

const warned = async (story: Story): Promise<Record<string, number>> => {
  const { warnings } = (await tell(story)).summary;
  return Object.fromEntries(
    warnings.flatMap(({ code, count }) => (CODES.includes(code) ? [[code, count]] : [])),
  );
};

/** What the lines say of it, by the ids of their records. */
async function said(story: Story): Promise<[string, unknown][]> {
  const { lines } = await tell(story);
  return lines.flatMap(({ left, right, reasons }) =>
    reasons
      .filter(({ code }) => CODES.includes(code))
      .map((reason): [string, unknown] => [`${left?.id ?? ''}=${right?.id ?? ''}`, reason]),
  );
}

const MAPPINGS = [
  { left: 'name', right: 'name' },
  { left: 'born', right: 'born' },
];
const HEAD = 'id,email,name,born';
const story = (left: readonly string[], right: readonly string[], more: Partial<Story> = {}): Story => ({
  left: `${[HEAD, ...left].join('\n')}\n`,
  right: `${[HEAD, ...right].join('\n')}\n`,
  ...more,
  sync: { mappings: MAPPINGS, ...more.sync },
});

describe('a shared key', () => {
  test('[KW1] is contested where the pair it binds overwrites a value', async () => {
    const shared = ['1,holt@fjord.no,Mia,2015-04-02', '2,holt@fjord.no,Ola,1984-01-11'];
    const parent = ['A,holt@fjord.no,Ola,2015-04-02'];
    expect(await warned(story(shared, parent))).toEqual({ contested: 1 });
    expect(await said(story(shared, parent))).toEqual([
      ['1=A', { code: 'contested', side: 'left', field: 'email', value: 'holt@fjord.no', ids: ['2'] }],
    ]);
    expect(await said(story(parent, shared))).toEqual([
      ['A=1', { code: 'contested', side: 'right', field: 'email', value: 'holt@fjord.no', ids: ['2'] }],
    ]);
    expect(await warned(story(parent, shared))).toEqual({ contested: 1 });
    expect(await warned(story(shared.slice(0, 1), parent))).toEqual({});
    expect(await warned(story(shared, ['A,holt@fjord.no,Mia,2015-04-02']))).toEqual({});
    expect(await warned(story(shared, ['A,holt@fjord.no,Mia,']))).toEqual({});
  });

  test('[KW2] with nothing else in common is said', async () => {
    const one = ['1,post@fjord.no,Mia,2015-04-02'];
    expect(await warned(story(one, ['A,post@fjord.no,Ola,1984-01-11']))).toEqual({ 'nothing-in-common': 1 });
    expect(await said(story(one, ['A,post@fjord.no,Ola,1984-01-11']))).toEqual([
      ['1=A', { code: 'nothing-in-common', side: 'left', field: 'email', value: 'post@fjord.no' }],
    ]);
    expect(await warned(story(one, ['A,post@fjord.no,Mia,1984-01-11']))).toEqual({});
    expect(await warned(story(one, ['A,post@fjord.no,Ola,']))).toEqual({});
  });
});

test('[KW6] a key an update gives to a second record of a side', async () => {
  const mapped = { sync: { mappings: [{ left: 'email', right: 'email' }, ...MAPPINGS] } };
  const links = [
    {
      sync: 's',
      left: '1',
      right: 'A',
      by: 'key',
      values: { left: { email: 'old@fjord.no' }, right: { email: 'old@fjord.no' } },
    },
  ];
  const left = ['1,new@fjord.no,Mia,2015-04-02'];
  const right = ['A,old@fjord.no,Mia,2015-04-02', 'B,new@fjord.no,Ola,1984-01-11'];
  expect(await warned(story(left, right, { ...mapped, links }))).toEqual({ 'key-twice': 1 });
  expect(await said(story(left, right, { ...mapped, links }))).toEqual([
    ['1=A', { code: 'key-twice', side: 'right', field: 'email', ids: ['B'] }],
  ]);
  expect(await warned(story(left, right.slice(0, 1), { ...mapped, links }))).toEqual({});
});

test('[KW7] records of the other app made again under new ids', async () => {
  const link = (left: string, right: string): object => ({
    sync: 's',
    left,
    right,
    by: 'key',
    values: { left: {}, right: {} },
  });
  const left = ['1,a@fjord.no,Mia,2015-04-02', '2,b@fjord.no,Ola,1984-01-11', '3,c@fjord.no,Eva,1990-01-01'];
  const right = ['X,a@fjord.no,Mia,2015-04-02', 'B,b@fjord.no,Ola,1984-01-11'];
  const links = [link('1', 'A'), link('2', 'B'), link('3', 'C')];
  expect(await warned(story(left, right, { links }))).toEqual({ 'maybe-recreated': 1 });
  expect(await said(story(left, right, { links }))).toEqual([
    ['1=', { code: 'maybe-recreated', side: 'left', field: 'email', value: 'a@fjord.no', ids: ['X'] }],
  ]);
});

describe('[KW12] linked pairs with the keys of each other', () => {
  const link = (left: string, right: string): object => ({
    sync: 's',
    left,
    right,
    by: 'key',
    values: { left: {}, right: {} },
  });
  const links = [link('1', 'A'), link('2', 'B'), link('3', 'C')];
  const mapped = { links, sync: { mappings: [{ left: 'email', right: 'email' }, ...MAPPINGS] } };
  const right = ['A,a@fjord.no,Mia,2015-04-02', 'B,b@fjord.no,Ola,1984-01-11', 'C,c@fjord.no,Eva,1990-01-01'];

  test('ids that were swapped, or given to the next one', async () => {
    const swapped = [
      '1,b@fjord.no,Ola,1984-01-11',
      '2,a@fjord.no,Mia,2015-04-02',
      '3,c@fjord.no,Eva,1990-01-01',
    ];
    expect(await warned(story(swapped, right, mapped))).toMatchObject({ 'crossed-keys': 2 });
    expect(
      (await said(story(swapped, right, mapped))).filter(
        ([, reason]) => (reason as { code: string }).code === 'crossed-keys',
      ),
    ).toEqual([
      ['1=A', { code: 'crossed-keys', side: 'left', field: 'email', value: 'b@fjord.no', ids: ['B'] }],
      ['1=A', { code: 'crossed-keys', side: 'right', field: 'email', value: 'a@fjord.no', ids: ['2'] }],
      ['2=B', { code: 'crossed-keys', side: 'left', field: 'email', value: 'a@fjord.no', ids: ['A'] }],
      ['2=B', { code: 'crossed-keys', side: 'right', field: 'email', value: 'b@fjord.no', ids: ['1'] }],
    ]);
    const moved = [
      '1,new@fjord.no,Liv,1970-01-01',
      '2,a@fjord.no,Mia,2015-04-02',
      '3,b@fjord.no,Ola,1984-01-11',
    ];
    expect(await warned(story(moved, right, mapped))).toMatchObject({ 'crossed-keys': 3 });
  });

  test('are none where a pair agrees by a key, or its key is nobody’s', async () => {
    const shared = [
      '1,b@fjord.no,Mia,2015-04-02',
      '2,b@fjord.no,Ola,1984-01-11',
      '3,c@fjord.no,Eva,1990-01-01',
    ];
    expect(await warned(story(shared, right, mapped))).not.toHaveProperty('crossed-keys');
    const edited = ['1,new@fjord.no,Mia,2015-04-02', '2,other@fjord.no,Ola,1984-01-11'];
    expect(await warned(story(edited, right, mapped))).not.toHaveProperty('crossed-keys');
    const blank = ['1,,Ola,1984-01-11', '2,a@fjord.no,Mia,2015-04-02', '3,c@fjord.no,Eva,1990-01-01'];
    expect(await warned(story(blank, right, mapped))).toMatchObject({ 'crossed-keys': 2 });
  });
});

describe('[KW13] several addresses in a cell', () => {
  const right = ['A,anna@fjord.no,Anna,1990-01-01', 'B,bo@fjord.no,Bo,1984-01-11'];

  test.each(['; ', ', ', ' / ', ' ', '|', ';'])(
    'one of which is a record’s of the other side, parted by "%s"',
    async (by) => {
      const left = [`1,"anna@fjord.no${by}anna@home.no",Anna,1990-01-01`, '2,bo@fjord.no,Bo,1984-01-11'];
      expect(await warned(story(left, right))).toEqual({ 'one-of-several': 2 });
      expect(await said(story(left, right))).toEqual([
        [
          '1=',
          {
            ...{ code: 'one-of-several', side: 'left', field: 'email' },
            ...{ value: `anna@fjord.no${by}anna@home.no`, ids: ['A'] },
          },
        ],
        ['=A', { code: 'one-of-several', side: 'right', field: 'email', value: 'anna@fjord.no', ids: ['1'] }],
      ]);
    },
  );

  test('is said of the create alone where the other record is linked', async () => {
    const left = ['1,anna@fjord.no,Anna,1990-01-01', '2,Anna <anna@fjord.no>; x@home.no,Anna,1990-01-01'];
    expect(await said(story(left, right.slice(0, 1)))).toMatchObject([['2=', { ids: ['A'] }]]);
  });

  test('nothing is said of one address, of several that are nobody’s, or where both sides have the same', async () => {
    expect(await warned(story(['1,anna@home.no,Anna,1990-01-01'], right))).toEqual({});
    expect(await warned(story(['1,cy@fjord.no; cy@home.no,Cy,1990-01-01'], right))).toEqual({});
    const both = 'anna@fjord.no; anna@home.no';
    expect(await warned(story([`1,${both},Anna,1990-01-01`], [`A,${both},Anna,1990-01-01`]))).toEqual({});
  });
});
