import { describe, expect, it } from 'vitest';
import { changeFileName, csvRow, csvStart, inert, isChangeFileName } from '../../src/lib/formats/index.ts';
import { ChangeRows } from '../../src/lib/engine/plan/out/change-rows.ts';
import type { FieldWrite, PlanLine } from '../../src/lib/engine/model/line.ts';
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

/** The change files of these lines by name, as rows of cells. */
function files(kind: string, lines: readonly PlanLine[]): Record<string, (readonly string[])[]> {
  const rows = new ChangeRows(sync!, { left: 'file', right: kind });
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
    const rows = new ChangeRows(sync!, { left: 'file', right: 'hubspot' });
    expect(rows.unsayable(lines[1]!)).toEqual([
      { sync: 'contacts', side: 'right', id: 'R2', field: 'Phone', cause: 'clear' },
    ]);
  });

  it('Salesforce Data Loader: #N/A clears, so that text cannot be said', () => {
    expect(files('salesforce', lines)['right-updates.csv']).toEqual([
      ['Nr', 'Email', 'Phone', 'Account'],
      ['R1', 'e', '', 'A'],
      ['R2', '', '#N/A', ''],
    ]);
    const rows = new ChangeRows(sync!, { left: 'file', right: 'salesforce' });
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

describe('[change files] names', () => {
  const file = { sync: '../a', side: 'left', kind: 'creates', group: null, header: [] } as const;
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

describe('[change files] cells', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+47 900', "'+47 900"],
    ['-cmd', "'-cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ['-5', '-5'],
    ['-1,000.50', '-1,000.50'],
    ['a=b', 'a=b'],
    ['', ''],
  ])('for spreadsheets %j is %j', (text, cell) => {
    expect(inert(text)).toBe(cell);
  });

  it('for systems are exact', () => {
    expect(csvRow(['=1', ' a ', 'x"y', 'a,b', 'l\nm', ''], 'systems')).toBe(
      '=1," a ","x""y","a,b","l\nm",\r\n',
    );
    expect(csvRow([''], 'systems')).toBe('""\r\n');
    expect(csvStart('systems')).toBe('');
    expect(csvStart('spreadsheets')).toBe('\ufeff');
  });
});
