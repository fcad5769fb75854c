import { describe, expect, it } from 'vitest';
import { lineOf, tell, type Story, type Told } from './story.ts';

const JOIN = { left: 'first', right: 'name', transform: { kind: 'join', with: ['last'] } };

/** One pair: first and last name on the left, the full name on the right. */
const day = (
  [first, last]: readonly [string, string],
  name: string,
  before: Told | null = null,
  { sync, ...more }: Partial<Story> = {},
): Promise<Told> =>
  tell({
    left: `id,email,first,last\n1,a@x.no,${first},${last}\n`,
    right: `id,email,name\nA,a@x.no,${name}\n`,
    sync: { mappings: [JOIN], ...sync },
    ...(before === null ? {} : { links: before.links }),
    ...more,
  });

const writesOf = (told: Told) =>
  lineOf(told, '1').writes.map(({ side, field, to, because }) => [side, field, to, because]);
const joined = (transform: object) => ({ sync: { mappings: [{ ...JOIN, transform }] } });

describe('fields that are joined', () => {
  it.each([
    [['Anna', 'Nyhus'], 'Anna Nyhus'],
    [[' Anna ', ' Maria  Nyhus'], 'Anna Maria  Nyhus'],
    [['', 'Nyhus'], 'Nyhus'],
    [['Anna', '  '], 'Anna'],
  ] as const)('[FM10] [S222] %j becomes %s', async (names, full) => {
    expect(writesOf(await day(names, ''))).toEqual([['right', 'name', full, 'fill-blank']]);
    expect(writesOf(await day(names, full))).toEqual([]);
  });

  it('[S222] blank fields alone are a blank, which is no value', async () => {
    expect(writesOf(await day(['', ' '], 'Bo'))).toEqual([]);
  });

  it('[S222] several, in their order, with what stands between them', async () => {
    const to = { kind: 'join', with: ['email', 'last'], separator: '/' };
    expect(writesOf(await day(['Anna', 'Nyhus'], '', null, joined(to)))).toEqual([
      ['right', 'name', 'Anna/a@x.no/Nyhus', 'fill-blank'],
    ]);
    const bare = { kind: 'join', with: ['last'], separator: '' };
    expect(writesOf(await day(['A', 'B'], '', null, joined(bare)))[0]?.[2]).toBe('AB');
  });

  it('[S222] runs one way, out of the side that has the several, also on a create', async () => {
    const told = await tell({
      left: 'id,email,first,last\n1,a@x.no,Anna,Nyhus\n',
      right: 'id,email,name\nB,b@x.no,Bo Berg\n',
      sync: { mappings: [JOIN, { left: 'email', right: 'email' }] },
    });
    expect(lineOf(told, '1').writes).toContainEqual(
      expect.objectContaining({ side: 'right', field: 'name', to: 'Anna Nyhus', because: 'create' }),
    );
    expect(lineOf(told, 'B').writes.map(({ field }) => field)).toEqual(['email']);
    // From the right where the mapping says so.
    const turned = await tell({
      left: 'id,email,name\n1,a@x.no,\n',
      right: 'id,email,first,last\nA,a@x.no,Anna,Nyhus\n',
      sync: { mappings: [{ ...JOIN, left: 'name', right: 'first', direction: 'right-to-left' }] },
    });
    expect(writesOf(turned)).toEqual([['left', 'name', 'Anna Nyhus', 'fill-blank']]);
  });

  it('[FM10] [S222] no direction is left where the joined field takes nothing', async () => {
    const schema = { right: { name: { type: 'text', readOnly: true } } };
    await expect(day(['Anna', 'Nyhus'], '', null, { schema })).rejects.toThrow(
      /direction-empty.*left-to-right|left-to-right.*direction-empty/,
    );
  });

  it('[S222] is a text whatever the type of the first of them', async () => {
    const schema = { left: { first: { type: 'number' } }, right: { name: { type: 'text' } } };
    expect(writesOf(await day(['12', 'Nyhus'], '', null, { schema }))[0]?.[2]).toBe('12 Nyhus');
  });
});

describe('what is known of fields that are joined', () => {
  const both = { sync: { mappings: [JOIN, { left: 'first', right: 'email2' }] } };
  const beside = (first: string, last: string, right: string, before: Told | null): Promise<Told> =>
    tell({
      left: `id,email,first,last\n1,a@x.no,${first},${last}\n`,
      right: `id,email,name,email2\nA,a@x.no,${right}\n`,
      ...both,
      ...(before === null ? {} : { links: before.links }),
    });

  it('[CO4] [S222] a change of any of them is a change, and travels over what stands there', async () => {
    const seen = await day(['Anna', 'Nyhus'], 'Anna Nyhus');
    for (const names of [
      ['Anna', 'Berg'],
      ['Ane', 'Nyhus'],
    ] as const)
      expect(writesOf(await day(names, 'Anna Nyhus', seen, { sync: { winner: 'right' } }))).toEqual([
        ['right', 'name', names.join(' '), 'left-changed'],
      ]);
    expect(writesOf(await day(['Anna', 'Nyhus'], 'Anna N.', seen, { sync: { winner: 'right' } }))).toEqual(
      [],
    );
    // The same text out of other parts is no change.
    const moved = await day(['Anna Nyhus', ''], 'Anna N.', seen, { sync: { winner: 'right' } });
    expect(writesOf(moved)).toEqual([]);
  });

  it('[CO4] [S222] the first of them keeps an entry of its own for the mapping it has beside', async () => {
    const seen = await beside('Anna', 'Nyhus', 'Anna Nyhus,Anna', null);
    expect(seen.links).toMatchObject([
      {
        values: {
          left: { first: 'Anna', '[" ","first","last"]': 'Anna Nyhus' },
          right: { name: 'Anna Nyhus', email2: 'Anna' },
        },
      },
    ]);
    const next = await beside('Anna', 'Nyhus', 'Anna Nyhus,Ane', seen);
    expect(writesOf(next)).toEqual([['left', 'first', 'Ane', 'right-changed']]);
  });

  it('[BL2] [BL3] [S222] what was handed over is taken, and its source was the joined text', async () => {
    const first = await day(['Anna', 'Nyhus'], '');
    expect(first.links).toMatchObject([
      { sent: { right: { name: { from: '', to: 'Anna Nyhus', other: 'Anna Nyhus' } } } },
    ]);
    const second = await day(['Anna', 'Nyhus'], 'Anna Nyhus', first);
    expect(lineOf(second, '1').outcome).toBe('in-sync');
    expect(second.links[0]).not.toHaveProperty('sent');
    const edited = await day(['Anna', 'Berg'], 'ANNA NYHUS', first);
    expect(writesOf(edited)).toEqual([['right', 'name', 'Anna Berg', 'left-changed']]);
  });

  it('[S222] another join is another text: nothing is known of it', async () => {
    const seen = await day(['Anna', 'Nyhus'], 'Anna Nyhus');
    const other = joined({ kind: 'join', with: ['last'], separator: ', ' });
    const told = await day(['Anna', 'Nyhus'], 'Anna Nyhus', seen, other);
    expect(writesOf(told)).toEqual([['right', 'name', 'Anna, Nyhus', 'winner']]);
  });
});
