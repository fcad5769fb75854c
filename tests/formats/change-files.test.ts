import { describe, expect, it } from 'vitest';
import { changeFileName, isChangeFileName } from '../../src/lib/formats/index.ts';
import { ChangeRows } from '../../src/lib/engine/plan/out/change-rows.ts';
import type { FieldWrite, PlanLine } from '../../src/lib/engine/model/line.ts';
import { addressable } from '../../src/lib/engine/index.ts';
import type { ObjectSync } from '../../src/lib/engine/model/design.ts';
import type { IdDamage } from '../../src/lib/engine/model/id-damage.ts';
import { designOf } from '../engine/design/design-of.ts';

const [sync] = designOf({
  right: { object: 'Contact', idField: 'Nr' },
  mappings: [
    { left: 'Mail', right: 'Email' },
    { left: 'Off', right: 'Off', enabled: false },
    { left: 'Other', right: 'Email', enabled: false },
    { left: 'Tel', right: 'Phone' },
    { left: 'Firm', right: 'Account' },
  ],
}).syncs;

const write = (side: 'left' | 'right', field: string, to: string, from: string | null = 'x'): FieldWrite => ({
  side,
  field,
  from,
  to,
  because: 'winner',
});

const line = (id: string, writes: FieldWrite[], outcome: PlanLine['outcome'] = 'update'): PlanLine => ({
  sync: 'contacts',
  outcome,
  left: { id: `L${id}`, row: 0 },
  right: outcome === 'create' ? null : { id: `R${id}`, row: 0 },
  link: null,
  writes,
  conflicts: [],
  reasons: [],
});

const rowsFor = (
  kind: string,
  right: readonly string[] = RIGHT,
  of: ObjectSync = sync!,
  damage: IdDamage | null = null,
) =>
  new ChangeRows(
    of,
    { left: 'file', right: kind },
    {
      left: { columns: columnsOf(['Id', 'Mail', 'Tel', 'Firm']), idDamage: null },
      right: { columns: columnsOf(right), idDamage: damage },
    },
  );

const RIGHT = ['Nr', 'Email', 'Phone', 'Account'];
const columnsOf = (header: readonly string[]) => ({ names: addressable(header), header });

/** The change files of these lines by name, as rows of cells. */
function files(
  kind: string,
  lines: readonly PlanLine[],
  rows = rowsFor(kind),
): Record<string, (readonly string[])[]> {
  for (const each of lines) rows.survey(each);
  const made: Record<string, (readonly string[])[]> = {};
  for (const file of rows.files()) made[changeFileName(file, false)] = [file.header];
  for (const each of lines) {
    for (const { file, cells } of rows.rows(each)) made[changeFileName(file, false)]?.push(cells);
  }
  return made;
}

const lines = [
  line('1', [write('right', 'Account', 'A'), write('right', 'Email', 'e')]),
  line('2', [write('right', 'Phone', '')]),
  line('3', [write('right', 'Email', 'n', null)], 'create'),
  line('4', [write('left', 'Tel', '5'), write('right', 'Account', '#N/A')]),
  line('5', []),
];

describe('[change files] blank semantics of each target', () => {
  it('HubSpot: a blank leaves the value, so a clear cannot be said', () => {
    expect(files('hubspot', lines)).toEqual({
      'left-updates.csv': [
        ['Id', 'Tel', 'Changed fields'],
        ['L4', '5', 'Tel'],
      ],
      'right-creates.csv': [['Email'], ['n']],
      'right-updates.csv': [
        ['Nr', 'Email', 'Account'],
        ['R1', 'e', 'A'],
        ['R4', '', '#N/A'],
      ],
    });
    const rows = rowsFor('hubspot');
    expect(rows.unsayable(lines[1]!)).toEqual([
      { sync: 'contacts', side: 'right', id: 'R2', isNew: false, field: 'Phone', cause: 'clear' },
    ]);
  });

  it('Salesforce Data Loader: #N/A clears, so that text cannot be said', () => {
    expect(files('salesforce', lines)['right-updates.csv']).toEqual([
      ['Nr', 'Email', 'Phone', 'Account'],
      ['R1', 'e', '', 'A'],
      ['R2', '', '#N/A', ''],
    ]);
    const rows = rowsFor('salesforce');
    expect(rows.unsayable(lines[3]!).map(({ cause }) => cause)).toEqual(['reads-as-clear']);
  });

  it('Odoo: a blank empties, so rows are grouped by their set of fields', () => {
    const made = files('odoo', [
      ...lines,
      line('6', [write('right', 'Account', 'B'), write('right', 'Email', 'f')]),
    ]);
    expect(made['right-updates.csv']).toBeUndefined();
    expect(made['right-updates-1.csv']).toEqual([
      ['Nr', 'Email', 'Account'],
      ['R1', 'e', 'A'],
      ['R6', 'f', 'B'],
    ]);
    expect(made['right-updates-2.csv']).toEqual([
      ['Nr', 'Phone'],
      ['R2', ''],
    ]);
    expect(made['right-updates-3.csv']).toEqual([
      ['Nr', 'Account'],
      ['R4', '#N/A'],
    ]);
    expect(files('odoo', [lines[0]!])).toHaveProperty(['right-updates.csv']);
  });

  it('plain: a last column names what a row writes, clears included', () => {
    expect(files('pipedrive', lines)).toMatchObject({
      'right-creates.csv': [
        ['Email', 'Changed fields'],
        ['n', 'Email'],
      ],
      'right-updates.csv': [
        ['Nr', 'Email', 'Phone', 'Account', 'Changed fields'],
        ['R1', 'e', '', 'A', 'Account;Email'],
        ['R2', '', '', '', 'Phone'],
        ['R4', '', '', '#N/A', 'Account'],
      ],
    });
  });
});

describe('[RD16] a repeated header is written back under its own name, by position', () => {
  const twice = (mappings: readonly { left: string; right: string }[]) =>
    designOf({ right: { object: 'Contact', idField: 'Nr' }, mappings }).syncs[0]!;
  const phones = twice([
    { left: 'Tel', right: 'Phone [2]' },
    { left: 'Mail', right: 'Email' },
    { left: 'Firm', right: 'Phone' },
  ]);
  const header = ['Nr', 'Phone', 'Email', 'Phone', 'Phone'];

  it('the columns of one name stand in the order of the file', () => {
    const both = [
      line('1', [
        write('right', 'Phone [2]', '2'),
        write('right', 'Email', 'e'),
        write('right', 'Phone', '1'),
      ]),
    ];
    expect(files('hubspot', both, rowsFor('hubspot', header, phones))).toEqual({
      'right-updates.csv': [
        ['Nr', 'Phone', 'Phone', 'Email'],
        ['R1', '1', '2', 'e'],
      ],
    });
  });

  it('one before it stands there too, blank, where only the second is written', () => {
    const second = [
      line('1', [write('right', 'Phone [2]', '2')]),
      line('2', [write('right', 'Phone [2]', '5', null)], 'create'),
    ];
    expect(files('hubspot', second, rowsFor('hubspot', header, phones))).toEqual({
      'right-creates.csv': [
        ['Phone', 'Phone'],
        ['', '5'],
      ],
      'right-updates.csv': [
        ['Nr', 'Phone', 'Phone'],
        ['R1', '', '2'],
      ],
    });
    const named = files('file', second, rowsFor('file', header, phones));
    expect(named['right-updates.csv']).toEqual([
      ['Nr', 'Phone', 'Phone', 'Changed fields'],
      ['R1', '', '2', 'Phone [2]'],
    ]);
  });

  it('where a blank would empty the one before it, it is said instead', () => {
    const rows = rowsFor('odoo', header, phones);
    expect(rows.unsayable(line('1', [write('right', 'Phone [2]', '2')]))).toMatchObject([
      { cause: 'shared-name' },
    ]);
    expect(files('odoo', [line('1', [write('right', 'Phone [2]', '2')])], rows)).toEqual({});
  });

  it('a header that ends in a number of its own keeps it', () => {
    const own = twice([{ left: 'Tel', right: 'Phone [2]' }]);
    const written = [line('1', [write('right', 'Phone [2]', '2')])];
    expect(files('hubspot', written, rowsFor('hubspot', ['Nr', 'Phone', 'Phone [2]'], own))).toEqual({
      'right-updates.csv': [
        ['Nr', 'Phone [2]'],
        ['R1', '2'],
      ],
    });
  });

  it('the id stands first, also where its name comes again', () => {
    const own = twice([{ left: 'Tel', right: 'Nr [2]' }]);
    const written = [line('1', [write('right', 'Nr [2]', '2')])];
    expect(files('hubspot', written, rowsFor('hubspot', ['Nr', 'Phone', 'Nr'], own))).toEqual({
      'right-updates.csv': [
        ['Nr', 'Nr'],
        ['R1', '2'],
      ],
    });
  });

  it('a column without a name cannot be written, and is said', () => {
    const own = twice([{ left: 'Tel', right: ' [2]' }]);
    const rows = rowsFor('hubspot', ['Nr', '', ''], own);
    expect(rows.unsayable(line('1', [write('right', ' [2]', '2')]))).toMatchObject([{ cause: 'no-name' }]);
  });
});

describe('[RD10][S76] updates are held where nothing finds the records', () => {
  const written = [
    line('1', [write('right', 'Email', 'e'), write('left', 'Mail', 'm')]),
    line('2', [write('right', 'Email', 'n', null)], 'create'),
    line('3', [write('right', 'Phone', '')]),
  ];
  const held = (rows: ChangeRows) => {
    const made = Object.keys(files('hubspot', written, rows));
    return { made, held: rows.held(), unsaid: written.flatMap((one) => rows.unsayable(one)) };
  };

  it('without an id field', () => {
    const [own] = designOf({ right: { object: 'Contact', idField: null }, mappings: sync!.mappings }).syncs;
    expect(held(rowsFor('hubspot', RIGHT, own))).toEqual({
      made: ['left-updates.csv', 'right-creates.csv'],
      held: [{ sync: 'contacts', side: 'right', field: null, damage: null, records: 2 }],
      unsaid: [],
    });
  });

  it('with ids a spreadsheet took for numbers', () => {
    const damage = { how: 'scientific', count: 3, sample: '1.2E+15' } as const;
    expect(held(rowsFor('hubspot', RIGHT, sync, damage))).toEqual({
      made: ['left-updates.csv', 'right-creates.csv'],
      held: [{ sync: 'contacts', side: 'right', field: 'Nr', damage, records: 2 }],
      unsaid: [],
    });
  });
});

describe('[change files] names', () => {
  const file = { sync: '../a', side: 'left', kind: 'creates', group: null, header: [], fields: [] } as const;
  it('carry the sync where there are several, and never leave the folder', () => {
    expect(changeFileName(file, false)).toBe('left-creates.csv');
    expect(changeFileName(file, true)).toBe('%2E.%2Fa-left-creates.csv');
    expect(changeFileName({ ...file, sync: 'deals', group: 2 }, true)).toBe('deals-left-creates-2.csv');
  });
  it('are known again', () => {
    expect(isChangeFileName('right-updates-3.csv', ['a'])).toBe(true);
    expect(isChangeFileName('a-right-updates.csv', ['a', 'b'])).toBe(true);
    expect(isChangeFileName('my-right-updates.csv', ['a', 'b'])).toBe(false);
    expect(isChangeFileName('plan.jsonl', ['a'])).toBe(false);
  });
});
