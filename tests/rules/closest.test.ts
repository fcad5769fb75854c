import { describe, expect, test } from 'vitest';
import { MOST_PAIRS } from '../../src/lib/engine/match/links/bind-closest.ts';
import { tell, type Story } from './story.ts';

const MAPPINGS = [
  { left: 'name', right: 'name' },
  { left: 'born', right: 'born' },
  { left: 'city', right: 'city' },
];
const HEAD = 'id,email,name,born,city';
const file = (rows: readonly string[]): string => `${[HEAD, ...rows].join('\n')}\n`;

/** What becomes of records that share keys under `closest`; `more`: over the sync, or beside it. */
const ends = async (
  left: readonly string[],
  right: readonly string[],
  sync: Readonly<Record<string, unknown>> = {},
  more: Partial<Story> = {},
): Promise<readonly string[]> =>
  (await tell({ left: file(left), right: file(right), ...more, sync: { ...contested(), ...sync } })).ends;

const identifiers = { email: { left: 'email', right: 'email' } };
const contested = (of: object = {}) => ({
  mappings: MAPPINGS,
  matching: { method: 'default', identifiers, contested: 'closest', ...of },
});

const MIA = '1,holt@fjord.no,Mia,2015-04-02,Oslo';
const OLA = '2,holt@fjord.no,Ola,1984-01-11,Oslo';
const PER = '3,holt@fjord.no,Per,1990-05-05,Bergen';
const as = (id: string, row: string): string => row.replace(/^\d/, id);

describe('several records of one key', () => {
  test('[KW10] bind in order of agreement, each with the one it agrees with most', async () => {
    expect(await ends([MIA, OLA], [as('B', OLA), as('A', MIA)])).toEqual(['1=A: in-sync', '2=B: in-sync']);
    expect(await ends([MIA, OLA], [as('B', OLA)])).toEqual(['2=B: in-sync', '1: duplicate']);
    expect(await ends([MIA, OLA], [as('B', OLA)], contested({ contested: 'first' }))).toEqual([
      '1=B: update',
      '2: duplicate',
    ]);
    expect(await ends([MIA, OLA], [as('B', OLA)], { matching: { method: 'default', identifiers } })).toEqual([
      '1=B: update',
      '2: duplicate',
    ]);
  });

  test('[KW10] the most fields first, then the first of the left, then of the right', async () => {
    const near = 'B,holt@fjord.no,Mia,2015-04-02,Bergen';
    const far = 'A,holt@fjord.no,Mia,2001-01-01,Bergen';
    expect(await ends([MIA], [far, near])).toEqual(['1=B: update', 'A: duplicate']);
    expect(await ends([MIA, as('2', MIA)], [as('A', MIA)])).toEqual(['1=A: in-sync', '2: duplicate']);
    expect(await ends([MIA], [as('A', MIA), as('B', MIA)])).toEqual(['1=A: in-sync', 'B: duplicate']);
    expect(await ends([MIA, as('2', MIA)], [as('A', MIA), as('B', MIA)])).toEqual([
      '1=A: in-sync',
      '2=B: in-sync',
    ]);
  });

  test('[S82] those that agree in nothing but the key are duplicates, but for the first where nobody agrees', async () => {
    const kari = 'C,holt@fjord.no,Kari,2002-02-02,Molde';
    expect(await ends([OLA, PER], [as('B', OLA), kari])).toEqual([
      '2=B: in-sync',
      '3: duplicate',
      'C: duplicate',
    ]);
    expect(await ends([PER, MIA], [kari])).toEqual(['3=C: update', '1: duplicate']);
  });

  test('[S82] blanks, constants and the fields of the key itself are no agreement', async () => {
    const blank = ['1,holt@fjord.no,Mia,,', 'B,holt@fjord.no,Per,2001-01-01,'] as const;
    const all = { mappings: [...MAPPINGS, { left: 'email', right: 'email' }] };
    expect(await ends([blank[0], OLA], [blank[1]], all)).toEqual(['1=B: update', '2: duplicate']);
    const kari = 'C,holt@fjord.no,Kari,2002-02-02,Molde';
    expect(await ends([MIA, OLA], [as('B', OLA), kari], all)).toEqual([
      '2=B: in-sync',
      '1: duplicate',
      'C: duplicate',
    ]);
    const constant = { left: 'city', right: 'city', transform: { kind: 'constant', value: 'Bergen' } };
    expect(
      await ends([MIA, OLA], [as('C', PER), as('B', OLA)], { mappings: [MAPPINGS[0], constant] }),
    ).toEqual(['2=B: update', '1: duplicate', 'C: duplicate']);
  });

  test('[S82] equal is what the merge calls equal: forms, and what a transform makes', async () => {
    const low = 'B,holt@fjord.no,ola,1984-01-11,oslo';
    const [name, born, city] = MAPPINGS;
    const mappings = [{ ...name, same: ['case'] }];
    expect(await ends([MIA, OLA], [low], { mappings })).toEqual(['2=B: in-sync', '1: duplicate']);
    expect(await ends([MIA, OLA], [low], { mappings: [name] })).toEqual(['1=B: update', '2: duplicate']);
    const lower = { ...name, direction: 'left-to-right', transform: { kind: 'case', to: 'lower' } };
    expect(await ends([MIA, OLA], [low], { mappings: [lower] })).toEqual(['2=B: in-sync', '1: duplicate']);
    expect(await ends([MIA, OLA], [low], { mappings: [lower, born, city] })).toEqual([
      '2=B: update',
      '1: duplicate',
    ]);
  });

  test('[S82] where one is linked already those that agree bind all the same, no others', async () => {
    const links = [{ sync: 's', left: '1', right: 'A', by: 'key', values: { left: {}, right: {} } }];
    const pair = [as('A', MIA), as('B', OLA)];
    expect(await ends([MIA, OLA], pair, {}, { links })).toEqual(['1=A: in-sync', '2=B: in-sync']);
    expect(await ends([MIA, PER], pair, {}, { links })).toEqual([
      '1=A: in-sync',
      '3: duplicate',
      'B: duplicate',
    ]);
  });

  test('[S82] a pair that a person called different does not bind', async () => {
    const choices = { links: [{ sync: 's', left: '2', right: 'B', verdict: 'different', at: '' }] };
    const rights = [as('B', OLA), 'C,holt@fjord.no,Ola,2001-01-01,Molde'];
    expect(await ends([MIA, OLA], rights, {}, { choices })).toEqual(['1=B: update', '2=C: update']);
  });

  test('[S82] with several keys what another key says counts where it is not the one that binds', async () => {
    const keys = ['email', 'city'].map((field) => ({
      fields: [{ left: field, right: field, normalize: ['text'] }],
    }));
    const matching = { method: 'keys', keys, ambiguous: 'first-key', contested: 'closest' };
    const right = 'B,holt@fjord.no,Ida,2001-01-01,Bergen';
    expect(await ends([MIA, PER], [right], { matching })).toEqual(['3=B: update', '1: duplicate']);
  });

  test('[S82] a key that more pairs have than are compared binds the first, as without the setting', async () => {
    const size = Math.sqrt(MOST_PAIRS);
    const rows = (letter: string, from: number, count: number): string[] =>
      Array.from({ length: count }, (_, i) => `${letter}${String(i)},holt@fjord.no,N${String(from + i)},,`);
    const few = await ends(rows('l', 1, size), rows('r', size, size));
    expect(few.slice(0, 2)).toEqual([`l${String(size - 1)}=r0: in-sync`, 'l0: duplicate']);
    const many = await ends(rows('l', 1, size + 1), rows('r', size, size));
    expect(many.slice(0, 2)).toEqual(['l0=r0: update', 'l1: duplicate']);
  });

  test('[KW10] a duplicate names the record of its side that is bound', async () => {
    const { lines } = await tell({
      left: file([PER, MIA, OLA]),
      right: file([as('B', OLA)]),
      sync: contested(),
    });
    expect(lines.slice(1).map(({ reasons }) => reasons[0]?.ids)).toEqual([['2'], ['2']]);
  });
});
