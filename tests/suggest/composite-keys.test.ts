import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../src/lib/engine/suggest/evidence.ts';
import { RecordSetBuilder } from '../../src/lib/engine/columns/build.ts';
import { suggest, toDesignFile, type SuggestSide } from '../../src/lib/engine/suggest/index.ts';
import { SUGGESTED } from '../../src/cli/words.ts';
import { withCells } from './made-side.ts';

const many = (count: number, of: (i: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => of(i));
const FIRST = ['Rosa', 'Hugo', 'Inês', 'Dirk', 'Zoé', 'Otto', 'Nadia', 'Petra'];
const TOWNS = ['Faro', 'Lille', 'Breda', 'Kassel', 'Porto', 'Namur', 'Evora'];

/** Rows from `from` on, each a pair of values no other row has; `of`: how many of the first there are. */
const grid = (first: (i: number) => string, second: (i: number) => string, of: number, from: number, count = 50) =>
  [many(count, (i) => first((i + from) % of)), many(count, (i) => second(Math.floor((i + from) / of)))] as const; // prettier-ignore

const keysOf = (left: SuggestSide, right: SuggestSide): unknown => {
  const { syncs } = toDesignFile(suggest({ left, right })) as { syncs: { matching: unknown }[] };
  return syncs[0]?.matching;
};

describe('[MA4] a key of two fields', () => {
  it.each([
    ['first and last name', 'first_name', 'last_name', (i: number) => FIRST[i]!, (i: number) => `Bakker${String.fromCharCode(97 + i)}`, 8, 'name', 'name'], // prettier-ignore
    ['order number and line', 'order_number', 'line', (i: number) => String(i + 1), (i: number) => `SO-${String(1000 + i)}`, 4, 'name', 'text'], // prettier-ignore
    ['shop name and town', 'shop_name', 'area', (i: number) => TOWNS[i]!, (i: number) => `Shop ${String.fromCharCode(65 + i)}`, 7, 'name', 'text'], // prettier-ignore
  ])('%s identify together', (_, named, other, small, large, of) => {
    // The one of many values is the last or first name of the pair.
    const [a, b] = named === 'first_name' ? [named, other] : [other, named];
    const side = (from: number): SuggestSide => {
      const [one, two] = grid(small, large, of, from);
      return withCells([
        [a, one],
        [b, two],
        ['state', many(50, (i) => ['open', 'closed'][i % 2]!)],
      ]);
    };
    const said = suggest({ left: side(0), right: side(10) });
    expect(said.method).toBe('keys');
    const note = said.notes.find(({ code }) => code === 'composite-key');
    expect(note).toMatchObject({ repeats: 0, overlap: 0.8 });
    const fields = said.keys.flatMap((key) => [key, ...key.and]).map(({ left }) => left);
    expect(fields.sort()).toEqual([a, b].sort());
    expect(SUGGESTED.note(note!, said.names)).toMatch(/do together: no two rows looked at share both, and 80\s?% of them are on both sides/); // prettier-ignore
  });

  it('is written into the design as one key of two pairs', () => {
    const [one, two] = grid((i) => FIRST[i]!, (i) => `Moreira${String(i)}`, 8, 0); // prettier-ignore
    const side = withCells([
      ['first_name', one],
      ['last_name', two],
    ]);
    expect(keysOf(side, side)).toMatchObject({
      method: 'keys',
      keys: [{ fields: [{ left: 'first_name' }, { left: 'last_name' }] }],
    });
  });

  it.each([
    ['rows share both', (i: number) => Math.floor(i / 2), 0],
    ['no pair is on both sides', (i: number) => i, 8],
  ])('is none where %s', (_, at, shift) => {
    const side = (add: number): SuggestSide =>
      withCells([
        ['first_name', many(64, (i) => FIRST[(at(i) + add) % 8]!)],
        ['last_name', many(64, (i) => `Moreira${String(Math.floor((at(i) + add) / 8) * (add === 0 ? 2 : 1) * 3 % 24)}`)], // prettier-ignore
      ]);
    const said = suggest({ left: side(0), right: side(shift) });
    expect(said.notes.map(({ code }) => code)).not.toContain('composite-key');
  });

  it('is none where one field is enough, or the fields are amounts and days', () => {
    const [one, two] = grid((i) => FIRST[i]!, (i) => `Moreira${String(i)}`, 8, 0); // prettier-ignore
    const enough = withCells([
      ['first_name', one],
      ['last_name', two],
      ['customer number', many(50, (i) => `K${String(i)}`)],
    ]);
    expect(suggest({ left: enough, right: enough }).keys.map(({ and }) => and)).toEqual([[]]);
    const amounts = withCells([
      ['price', many(50, (i) => (1.5 + (i % 8)).toFixed(2))],
      ['start date', many(50, (i) => `2024-01-${String(10 + Math.floor(i / 8))}`)],
    ]);
    expect(suggest({ left: amounts, right: amounts }).method).toBe('none');
  });

  it('of many rows repeats are counted up from those looked at', () => {
    const side = (names: number): SuggestSide => {
      const builder = new RecordSetBuilder(['first_name', 'last_name']);
      for (let i = 0; i < 20_000; i++)
        builder.add([FIRST[i % 8]!, `Moreira${String(Math.floor(i / 8) % names)}`], i);
      const set = builder.finish();
      return { file: 'x.csv', header: set.header, rows: set.rows, columns: evidenceOf(set) };
    };
    const all = side(20_000);
    expect(suggest({ left: all, right: all }).keys).toMatchObject([{ overlap: null, and: [{}] }]);
    const some = side(1500);
    expect(suggest({ left: some, right: some }).method).toBe('none');
  });
});
