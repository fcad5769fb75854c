import { describe, expect, it } from 'vitest';
import { columnOf } from '../../src/lib/engine/columns/records.ts';
import { idDamage } from '../../src/lib/engine/profile/index.ts';
import { suggest, toDesignFile, type SuggestNote } from '../../src/lib/engine/suggest/index.ts';
import { PLAIN } from '../../src/lib/words/in-files.ts';
import { suggestNotes } from '../../src/lib/words/en/suggest-notes.ts';
import { withCells } from './made-side.ts';

const { note: sentence } = suggestNotes(PLAIN);
const NAMES = ['Nord', 'Dal', 'Vik', 'Berg', 'Fjell'];

/** Two files of five companies with one more column each: what is noted of the right one, and declared. */
function noted(left: readonly string[], right: readonly string[], name = 'Annual Revenue') {
  const said = suggest({
    left: withCells([
      ['Company name', NAMES.slice(0, left.length)],
      [name, left],
    ]),
    right: withCells([
      ['Name', NAMES.slice(0, right.length)],
      [name, right],
    ]),
    kind: 'companies',
  });
  const notes = said.notes.filter(
    (note): note is SuggestNote & { side: 'right' } => 'side' in note && note.side === 'right',
  );
  return { notes, declared: said.schema.right, said };
}

const codes = ({ notes }: ReturnType<typeof noted>): string[] => notes.map(({ code }) => code);

describe('RD12: numbers that can be read two ways', () => {
  it.each([
    ['the same numbers', ['1234', '2500', '1250', '900'], ['1.234', '2.500', '1.250', ''], ','],
    ['the same numbers with a comma', ['1234', '2500', '1250', '900'], ['1,234', '2,500', '1,250', ''], '.'],
    ['amounts of the same size', ['1400', '2900', '1900'], ['1.234', '2.500', '1.250'], ','],
    ['small amounts', ['1.2', '2.5', '1.25'], ['1.234', '2.500', '1.250'], '.'],
  ])('are decided by %s of the other side', (_, left, right, decimal) => {
    const found = noted(left, right);
    expect(found.declared).toMatchObject([{ name: 'Annual Revenue', type: 'number', decimal }]);
    expect(codes(found)).toEqual(['decimal-told']);
  });

  it.each([
    [';', ',', 'parts its cells by “;”'],
    [',', null, null],
    [null, null, null],
  ])('with cells parted by %j the sign is %j', (delimiter, decimal, words) => {
    const of = (cells: readonly string[]) => withCells([['Annual Revenue', cells]]);
    const left = of(['1.234', '2.500', '1.250']);
    const right = { ...of(['1.834', '2.900', '1.950']), delimiter };
    const said = suggest({ left, right });
    expect(said.schema.right.map((field) => field.decimal)).toEqual(decimal === null ? [] : [decimal]);
    const note = said.notes.find((one) => 'side' in one && one.side === 'right')!;
    expect(note).toMatchObject({ code: decimal === null ? 'decimal-unknown' : 'decimal-told' });
    if (words !== null) expect(sentence(note, { left: 'a', right: 'b' })).toContain(words);
  });

  it('what parts the cells says nothing where other columns tell the sign', () => {
    const of = (cells: readonly string[]) =>
      withCells([
        ['Annual Revenue', cells],
        ['Rate', ['1.5', '2.25', '0.5']],
      ]);
    const right = { ...of(['1.834', '2.900', '1.950']), delimiter: ';' };
    const said = suggest({ left: of(['1.234', '2.500', '1.250']), right });
    expect(said.notes).toContainEqual({ code: 'decimal-told', side: 'right', field: 'Annual Revenue', sample: '1.834', decimal: '.', by: 'columns' }); // prettier-ignore
  });

  it('else are asked, and not declared', () => {
    const found = noted(['1.234', '2.500', '1.250'], ['1.834', '2.900', '1.950']);
    expect(found.declared).toEqual([]);
    expect(found.notes).toEqual([
      { code: 'decimal-unknown', side: 'right', field: 'Annual Revenue', sample: '1.834' },
    ]);
    expect(sentence(found.notes[0]!, { left: 'a', right: 'b' })).toContain(
      'b: Annual Revenue can be read two ways (1.834)',
    );
  });
});

describe('[RD13] a column has its type from nine tenths on, or all but one of at least four', () => {
  it.each([
    [
      ['2024-03-12', '2024-04-05', '2024-11-02'],
      ['12/03/2024', '05/04/2024', '30/02/2024', '13/01/2024'],
      'date',
      'dmy',
    ],
    [['2024-03-12', '2024-04-05'], ['2024-03-12', '2024-04-05', '2024-11-02', 'soon'], 'date', 'ymd'],
  ])('%j and %j', (left, right, type, dateOrder) => {
    const found = noted(left, right, 'Founded on');
    expect(found.declared).toMatchObject([{ name: 'Founded on', type, dateOrder }]);
    expect(found.notes).toMatchObject([{ code: 'not-of-type', type, count: 1, of: 4 }]);
  });

  it('the others are listed with their lines', () => {
    const found = noted(['12', '13', '14'], ['12', '13', 'n/a', '15', '16']);
    expect(found.notes).toMatchObject([{ code: 'not-of-type', first: [{ text: 'n/a', row: 2 }] }]);
    expect(sentence(found.notes[0]!, { left: 'a', right: 'b' })).toBe(
      'b: Annual Revenue: 1 of 5 values is no number (n/a, line 2); the others compare as numbers. Correct these, or declare the field as text.',
    );
  });

  it.each([
    ['postal codes', [...Array.from({ length: 40 }, (_, i) => String(70_000 + i)), '06652', '03902']],
    [
      'one of them again and again',
      [...Array.from({ length: 40 }, (_, i) => String(70_000 + i)), '03902', '03902'],
    ],
  ])('digits that begin with a nought are codes, which are no numbers: %s', (_, codes) => {
    expect(noted(codes, codes, 'Region')).toMatchObject({ notes: [], declared: [] });
  });

  it('a single one among numbers is listed', () => {
    expect(noted(['12', '13', '14'], ['12', '13', '014', '15', '16']).notes).toMatchObject([
      { code: 'not-of-type', first: [{ text: '014' }] },
    ]);
  });

  it('two of five that are none make it text', () => {
    expect(noted(['12', '13'], ['12', '13', 'n/a', 'none', '16'])).toMatchObject({
      notes: [{ code: 'mixed-types' }],
      declared: [],
    });
  });
});

describe('[RD14] cells of parts of a small vocabulary are a multi-select', () => {
  const cells = (sign: string): string[] => [
    'red',
    `red${sign}blue`,
    'blue',
    `blue${sign}green${sign}red`,
    `green${sign}red`,
  ];

  it('declared where the parts stand at a semicolon', () => {
    const found = noted(cells(';'), cells('; '), 'Colours');
    expect(found.declared).toMatchObject([{ name: 'Colours', type: 'multi-select' }]);
    expect(codes(found)).toEqual(['multi-select']);
    expect(JSON.stringify(toDesignFile(found.said))).toContain('"type":"multi-select"');
  });

  it.each([',', '|'])('said where they stand at %s', (sign) => {
    const found = noted(cells(sign), cells(sign), 'Colours');
    expect(found.declared).toEqual([]);
    expect(found.notes).toEqual([{ code: 'multi-select', side: 'right', field: 'Colours', sign }]);
  });

  it('the semicolon of an entity parts nothing', () => {
    const found = noted(
      ['R&amp;D', 'Food', 'R&amp;D', 'Food', 'R&amp;D'],
      ['R&D', 'Food', 'R&D', 'Food', 'R&D'],
      'Industry',
    );
    expect(found.declared).toEqual([]);
    expect(codes(found)).not.toContain('multi-select');
  });

  it('amounts with thousands are none', () => {
    const deals = [
      'Acme - 1,200 Widgets',
      'Acme - 1,500 Widgets',
      'Nord - 1,200 Widgets',
      'Nord - 2,500 Widgets',
    ];
    expect(noted(deals, deals, 'Deal')).toMatchObject({ notes: [], declared: [] });
  });

  it('sentences are none', () => {
    const notes = [
      'Called, no answer',
      'Met him, liked it',
      'Sent offer, waits',
      'Lost, too dear',
      'Won, at last',
    ];
    expect(noted(notes, notes, 'Remarks')).toMatchObject({ notes: [], declared: [] });
  });
});

describe('[RD10] ids and codes that a spreadsheet took for numbers', () => {
  const damage = (...cells: string[]): unknown => idDamage([columnOf(cells)]);

  it.each([
    [['1.23457E+17', '1.23457E+17'], { how: 'scientific', count: 2, sample: '1.23457E+17' }],
    // S477
    [['1001.0', '', '1002.0'], { how: 'decimals', count: 2, sample: '1001.0' }],
    [['1001.0', '1002'], null],
    [['1001.0', '1002.5'], null],
    [['1001.0'], null],
    [['7000', '3,5E+12'], { how: 'scientific', count: 1, sample: '3,5E+12' }],
    [['1234567890123450', '9876543210987650'], { how: 'cut-digits', count: 2, sample: '1234567890123450' }],
    [['123456789012345000'], { how: 'cut-digits', count: 1, sample: '123456789012345000' }],
    [['1234567890123450', '9876543210987651'], null],
    [['1234567890123450'], null],
    [['1000000', '2E3X', '12E', '3e'], null],
    [['', '003Qz00000AbCdE'], null],
  ])('%j', (cells, found) => {
    expect(damage(...cells)).toEqual(found);
  });

  it('[S477] ids that all end in .0 are named as well', () => {
    const left = withCells([
      ['Id', ['1001.0', '1002.0', '1003.0']],
      ['Name', ['a', 'b', 'c']],
    ]);
    expect(suggest({ left, right: left, kind: 'companies' }).notes).toContainEqual({
      code: 'ids-damaged',
      side: 'left',
      field: 'Id',
      how: 'decimals',
      count: 3,
      sample: '1001.0',
    });
  });

  it('an id column so damaged is named', () => {
    const left = withCells([
      ['Id', ['1.23457E+17', '1.33457E+17']],
      ['Name', ['a', 'b']],
    ]);
    const { notes } = suggest({ left, right: left, kind: 'companies' });
    expect(notes).toContainEqual({
      code: 'ids-damaged',
      side: 'left',
      field: 'Id',
      how: 'scientific',
      count: 2,
      sample: '1.23457E+17',
    });
  });

  it('codes that lost their noughts against the other side are named', () => {
    const found = noted(['000123', '000124', '000205'], ['123', '124', '205'], 'Customer number');
    expect(found.notes).toEqual([
      { code: 'zeros-lost', side: 'right', field: 'Customer number', other: '000123', sample: '123' },
    ]);
    expect(noted(['000123', '124'], ['000123', '124'], 'Customer number').notes).toEqual([]);
  });
});

describe('[MA4] what is said of keys', () => {
  it('that HubSpot would not match by a web address, and that nothing tells records apart', () => {
    const of = (name: string, cells: readonly string[]): readonly [string, readonly string[]] => [
      name,
      cells,
    ];
    const left = withCells([
      of('Company name', NAMES),
      of(
        'Company Domain Name',
        NAMES.map((n) => `${n}.no`),
      ),
    ]);
    const right = withCells([
      of('Name', NAMES),
      of(
        'Website',
        NAMES.map((n) => `https://${n}.no`),
      ),
    ]);
    expect(suggest({ left, right, kind: 'companies' }).notes).toContainEqual({
      code: 'web-address-key',
      side: 'right',
      field: 'Website',
    });
    const deals = withCells([
      of('Deal Name', ['a', 'a', 'a', 'a', 'b']),
      of('Amount', ['1', '2', '3', '4', '5']),
    ]);
    expect(suggest({ left: deals, right: deals, kind: 'deals' }).notes).toEqual([{ code: 'no-key' }]);
  });

  it('a contact’s e-mail is unique in HubSpot', () => {
    const left = withCells([
      ['Record ID', ['1', '2']],
      ['Lifecycle Stage', ['lead', 'lead']],
      ['Email', ['a@x.no', 'b@x.no']],
    ]);
    const { schema } = suggest({ left, right: left, kind: 'contacts' });
    expect(schema.left).toContainEqual({
      name: 'Email',
      type: 'text',
      dateOrder: null,
      decimal: null,
      unique: true,
    });
  });
});
