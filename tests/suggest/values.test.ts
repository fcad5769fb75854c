import { describe, expect, it } from 'vitest';
import { RecordSetBuilder } from '../../src/lib/engine/columns/build.ts';
import { evidenceOf } from '../../src/lib/engine/suggest/evidence.ts';
import { evidenceOfTexts, suggest, toDesignFile } from '../../src/lib/engine/suggest/index.ts';
import { pairsOf, withCells } from './made-side.ts';

const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${String(i + 1000)}`);

describe('what the cells say', () => {
  it('evidence of a column: type, fill, distinct, repeats, samples', () => {
    const evidence = evidenceOfTexts([' A ', 'a', '', 'B', 'Ø']);
    expect(evidence).toMatchObject({
      type: 'text',
      rows: 5,
      filled: 4,
      distinct: 3,
      repeats: 1,
      samples: ['A', 'a', 'B', 'Ø'],
    });
  });

  it('evidence does not depend on segments and counts every row', () => {
    const make = (segmentRows: number): unknown => {
      const builder = new RecordSetBuilder(['Email', 'Country'], segmentRows);
      for (let i = 0; i < 9000; i++) builder.add([`p${String(i)}@x.no`, i % 3 === 0 ? '' : 'NO'], i);
      return evidenceOf(builder.finish());
    };
    expect(make(97)).toEqual(make(16_384));
    expect(make(97)).toMatchObject([
      { rows: 9000, filled: 9000, repeats: 0 },
      { distinct: 1, filled: 6000 },
    ]);
  });

  it.each([
    [['26-08-2020', '01-02-2021'], { form: 'date', dateOrder: 'dmy' }],
    [['4/25/2025 21:05', '4/8/2025 7:05'], { form: 'datetime', dateOrder: 'mdy' }],
    [['01.02.2021', '03.04.2021'], { form: 'date', dateOrder: null }],
    [['1.234,50', '12,5'], { form: 'number', decimal: ',' }],
    [['043-797-5229', '915.112.1727'], { form: 'text' }],
    [['06652', '75424'], { form: 'text' }],
    [['a@x.no', 'b@y.no'], { form: 'email' }],
    [['', ''], { form: 'none' }],
  ])('form of %j', (cells, guess) => {
    expect(evidenceOfTexts(cells).guess).toEqual(guess);
  });

  it('[S10] [S68] declares only the fields whose dates or decimals need it', () => {
    const left = withCells([
      ['Deal Name', ['A', 'B', 'C']],
      ['Amount', ['1234.5', '2', '3']],
      ['Close Date', ['2024-01-31', '2024-02-01', '2024-02-02']],
    ]);
    const right = withCells([
      ['Name', ['A', 'B', 'C']],
      ['Amount', ['1.234,5', '2', '3']],
      ['Close Date', ['31.01.2024', '01.02.2024', '02.02.2024']],
    ]);
    const said = suggest({ left, right, kind: 'deals' });
    expect(said.schema.left).toEqual([]);
    expect(said.schema.right).toEqual([
      { name: 'Amount', type: 'number', dateOrder: null, decimal: ',', unique: false },
      { name: 'Close Date', type: 'date', dateOrder: 'dmy', decimal: null, unique: false },
    ]);
    expect(toDesignFile(said)).toMatchObject({
      syncs: [
        {
          requireValidEmail: null,
          schema: {
            left: null,
            right: {
              fields: [
                { name: 'Amount', type: 'number', decimal: ',' },
                { name: 'Close Date', type: 'date', dateOrder: 'dmy' },
              ],
            },
          },
        },
      ],
    });
  });

  it('equal values pair columns whose names say nothing, unless the names say something else', () => {
    const codes = numbered('K-', 40);
    const left = withCells([
      ['Email', numbered('a', 40)],
      ['Zzz', codes],
    ]);
    const right = withCells([
      ['Email', numbered('a', 40)],
      ['Qqq', codes],
    ]);
    expect(pairsOf(suggest({ left, right }))).toContain('Zzz = Qqq');
    const named = withCells([
      ['Email', numbered('a', 40)],
      ['Fax', codes],
    ]);
    const other = withCells([
      ['Email', numbered('a', 40)],
      ['Country', codes],
    ]);
    expect(pairsOf(suggest({ left: named, right: other }))).toEqual(['Email = Email']);
  });

  it('a column that holds the other side’s ids is suggested as id pair', () => {
    const left = withCells([
      ['Record ID', numbered('', 30)],
      ['Email', numbered('a', 30)],
      ['Salesforce Contact ID', numbered('003AA', 30)],
      ['Lifecycle Stage', numbered('s', 30)],
    ]);
    const right = withCells([
      ['Id', numbered('003AA', 30)],
      ['IsDeleted', numbered('x', 30)],
      ['Email', numbered('b', 30)],
    ]);
    expect(suggest({ left, right }).idPair).toEqual({
      side: 'left',
      field: 'Salesforce Contact ID',
      overlap: 1,
    });
  });

  it('record ids of two files are mapped, but switched off while they may be two numberings', () => {
    const emails = numbered('a', 30);
    const file = (ids: readonly string[]): ReturnType<typeof withCells> =>
      withCells([
        ['ID', ids],
        ['Email', emails],
        ['First Name', emails],
      ]);
    const ids = (left: readonly string[], right: readonly string[]): unknown =>
      suggest({ left: file(left), right: file(right) }).mappings.find((m) => m.left === 'ID');
    expect(ids(numbered('', 30), numbered('', 30))).toMatchObject({ enabled: false, notes: ['record-ids'] });
    expect(ids(numbered('C-', 30), numbered('C-', 30))).toMatchObject({ enabled: true, notes: [] });
    expect(ids(numbered('C-', 30), numbered('D-', 30))).toBeUndefined();
  });

  it('[S68] stages whose values have nothing in common are suggested switched off', () => {
    const left = withCells([
      ['Deal Name', ['a', 'b']],
      ['Deal Stage', ['Won', 'Lost']],
    ]);
    const right = withCells([
      ['Deal Name', ['a', 'b']],
      ['Stage', ['closedwon', 'closedlost']],
    ]);
    const stage = suggest({ left, right, kind: 'deals' }).mappings.find((m) => m.left === 'Deal Stage');
    expect(stage).toMatchObject({ enabled: false, notes: ['values-differ'] });
  });

  describe('[S122] columns of stages are offered for a stage map, which the design has none of unasked', () => {
    const deals = (columns: readonly (readonly [string, readonly string[]])[]) =>
      withCells([['Deal Name', ['a', 'b']], ...columns]);
    const said = (right: ReturnType<typeof deals>, kind: 'deals' | 'companies' = 'deals') => {
      const left = deals([
        ['Pipeline', ['Sales', 'Sales']],
        ['Deal Stage', ['Won', 'Lost']],
      ]);
      const found = suggest({ left, right, kind });
      expect(found.notes.filter(({ code }) => code === 'stages')).toEqual(
        found.stages === null ? [] : [{ code: 'stages', ...found.stages }],
      );
      expect(toDesignFile(found)).not.toHaveProperty('syncs.0.stages');
      return found.stages;
    };
    const left = { pipeline: 'Pipeline', stage: 'Deal Stage', status: null };

    it('with the pipeline, where a side has one, and the share they have in common', () => {
      expect(said(deals([['Stage', ['Won', 'Open']]]))).toEqual({
        left,
        right: { pipeline: null, stage: 'Stage', status: null },
        overlap: 0.5,
      });
    });

    it('with a status that keeps won and lost [ST4], no other', () => {
      const withStatus = (words: readonly string[]) =>
        said(
          deals([
            ['Stage', ['Offer', 'Talk']],
            ['Status', words],
          ]),
        )?.right.status;
      expect(withStatus(['won', 'open'])).toBe('Status');
      expect(withStatus(['active', 'on hold'])).toBeNull();
    });

    it('not of a kind without stages, nor where a side has no such column', () => {
      expect(said(deals([['Stage', ['Won', 'Open']]]), 'companies')).toBeNull();
      expect(said(deals([['Amount', ['1', '2']]]))).toBeNull();
    });
  });

  it('[S68] an id column with repeats or gaps is no id', () => {
    const side = withCells([
      ['Contact ID', ['1', '1', '2', '']],
      ['Email', ['a@x.no', 'b@x.no', 'c@x.no', 'd@x.no']],
    ]);
    expect(suggest({ left: side, right: side }).idFields.left).toBeNull();
  });
});
