import { describe, expect, it } from 'vitest';
import { EDITS, type FieldDraft } from '../../src/lib/engine/index.ts';
import type { OpenQuestion, ReadingChoices } from '../../src/lib/conversation/index.ts';
import { bookOf, sheetOf } from '../support/workbook.ts';
import { AS_FOUND, csv, importInto, JOB, SessionWorld, value, type Tab } from './session-world.ts';

/** A project with these two files of companies; what they leave open, and what is left of it after an act. */
async function asked(left: File, right: File, choices: ReadingChoices = AS_FOUND) {
  const tab = await new SessionWorld().tab();
  const id = value(await tab.session.createProject('Acme'));
  value(await tab.session.openProject(id, JOB));
  await importInto(tab, id, 'companies', 'left', left, choices);
  await importInto(tab, id, 'companies', 'right', right);
  const head = value(await tab.session.refresh(JOB));
  return { tab, id, json: head.design.json, open: head.design.questions };
}

const brief = (open: readonly OpenQuestion[]) =>
  open.map((one) => `${one.side} ${one.is}${'column' in one ? ` ${one.column}` : ''}`);

const DRAFT: FieldDraft = {
  ...{ name: '', type: 'text', required: false, requiredWhen: [], unique: false, readOnly: false },
  ...{ maxLength: null, options: null, dateOrder: null, decimal: null, format: null, country: null },
};
async function declare(tab: Tab, json: unknown, draft: Partial<FieldDraft>) {
  const { json: next, step } = EDITS.field(json, 0, 'left', { ...DRAFT, ...draft });
  return brief(value(await tab.session.saveDesign(next, step)).questions);
}

describe('the sheets of a workbook', () => {
  const table = (names: readonly string[]): string =>
    sheetOf([['Company name', 'City'], ...names.map((name) => [name, 'Oslo'])]);
  const book = (hidden: boolean): File => {
    const sheets = [
      { name: 'Companies', xml: table(['Nord AS', 'Dal ApS']) },
      { name: 'Archive', xml: table(['Vik AB']), ...(hidden ? { state: 'hidden' } : {}) },
      { name: 'About', xml: sheetOf([['Made by hand']]) },
    ];
    return new File([bookOf({ sheets }) as Uint8Array<ArrayBuffer>], 'l.xlsx');
  };
  const right = csv('r.csv', 'Company name,City', 'Nord AS,Oslo', 'Dal ApS,Oslo');

  it('[S170] several in sight that hold tables are asked about until one is chosen', async () => {
    const { open, id, tab } = await asked(book(false), right);
    expect(open).toEqual([
      { sync: 'companies', side: 'left', is: 'sheet', sheet: 'Companies', sheets: ['Companies', 'Archive'] },
    ]);
    await importInto(tab, id, 'companies', 'left', book(false), { ...AS_FOUND, sheet: 'Archive' });
    const head = value(await tab.session.refresh(JOB));
    expect(head.design.questions).toEqual([]);
  });

  it('[S170] a hidden one and notes are not', async () => {
    expect((await asked(book(true), right)).open).toEqual([]);
  });
});

const NAMES = ['Nord AS', 'Dal ApS', 'Vik AB', 'Berg AS', 'Fjell AS', 'Elv AS', 'Ur AS', 'Sund AB'];
const WORDS = ['red;blue', 'blue', 'red', 'green;red', 'green;blue', 'blue;red', 'red', 'green'];
/** Companies with one column more. */
const file = (name: string, column: string, cells: readonly string[]): File =>
  csv(name, `Company name,${column}`, ...cells.map((cell, at) => `${NAMES[at]!},"${cell}"`));
const OPEN = ['1.234', '2.500', '1.250', '9.100', '8.111', '1.999', '3.500', '7.250'];
const TOLD = ['1234', '2500', '1250', '9100', '8111', '1999', '3500', '7250'];

describe('what files leave open', () => {
  it('[RD12] a decimal sign nothing tells is asked until the field is declared', async () => {
    const shown = file('l.csv', 'Annual Revenue', OPEN);
    const { tab, json, open } = await asked(shown, file('r.csv', 'Annual Revenue', OPEN));
    expect(brief(open)).toEqual(['left decimal Annual Revenue', 'right decimal Annual Revenue']);
    const rest = await declare(tab, json, { name: 'Annual Revenue', type: 'number', decimal: ',' });
    expect(rest).toEqual(['right decimal Annual Revenue']);
  });

  it.each([
    ['the numbers of the other side', file('r.csv', 'Annual Revenue', TOLD), 'other-side', ','],
    [
      'the other numbers of the file',
      csv(
        'r.csv',
        'Company name,Annual Revenue,Fee',
        ...OPEN.map((cell, at) => `${NAMES[at]!},${cell},"1,5"`),
      ),
      'columns',
      ',',
    ],
  ])('[RD12] a sign told by %s is asked to be confirmed', async (_, right, by, decimal) => {
    const isLeft = by === 'other-side';
    const { open } = await asked(file('l.csv', 'Annual Revenue', OPEN), right);
    const told = open.filter((one) => one.is === 'decimal-told');
    expect(told).toMatchObject([{ side: isLeft ? 'left' : 'right', column: 'Annual Revenue', decimal, by }]);
  });

  it('[RD12] what was told is asked no more once a person says it, or the other way; undo asks again', async () => {
    for (const decimal of [',', '.'] as const) {
      const files = [file('l.csv', 'Annual Revenue', OPEN), file('r.csv', 'Annual Revenue', TOLD)] as const;
      const { tab, json, open } = await asked(...files);
      expect(brief(open)).toEqual(['left decimal-told Annual Revenue']);
      expect(await declare(tab, json, { name: 'Annual Revenue', type: 'number', decimal })).toEqual([]);
      const back = value(await tab.session.undo('2026-01-01'));
      expect(brief(back.design?.questions ?? [])).toEqual(['left decimal-told Annual Revenue']);
    }
  });

  it('[RD14] lists of words are asked about, whether they were taken for such or not', async () => {
    const { tab, json, open } = await asked(file('l.csv', 'Tags', WORDS), file('r.csv', 'Tags', WORDS));
    expect(brief(open)).toEqual(['left multi-select Tags', 'right multi-select Tags']);
    expect(await declare(tab, json, { name: 'Tags', type: 'text' })).toEqual(['right multi-select Tags']);
    const commas = WORDS.map((words) => words.replace(';', ', '));
    const other = await asked(file('l.csv', 'Tags', commas), file('r.csv', 'Tags', commas));
    expect(other.open[0]).toMatchObject({ is: 'multi-select', sign: ',' });
    expect(await declare(other.tab, other.json, { name: 'Tags', type: 'text' })).toEqual([
      'right multi-select Tags',
    ]);
  });

  it('a file taken for windows-1252 is asked about with its lines, until an encoding is chosen', async () => {
    const text = ['Company name,City', ...NAMES.map((name) => `${name},Troms\xf8`)].join('\n');
    const foreign = () => new File([Uint8Array.from(text, (sign) => sign.charCodeAt(0))], 'l.csv');
    const right = file('r.csv', 'City', NAMES);
    const { tab, open } = await asked(foreign(), right);
    expect(open).toMatchObject([{ is: 'encoding', count: 8, lines: [2, 3, 4, 5, 6, 7, 8, 9] }]);
    const looked = value(await tab.session.looked('companies', 'left', { lines: [2, 9] }));
    expect(looked).toEqual({
      header: ['Company name', 'City'],
      total: 2,
      rows: [
        { line: 2, texts: ['Nord AS', 'Tromsø'] },
        { line: 9, texts: ['Sund AB', 'Tromsø'] },
      ],
    });
    const chosen = await asked(foreign(), right, { ...AS_FOUND, encoding: 'windows-1252' });
    expect(chosen.open).toEqual([]);
  });

  it('[RD1] labels under the header are asked about, until a person says what they are', async () => {
    const rows = NAMES.map((name, at) => `${String(at)},${name},${TOLD[at]!}`);
    const left = csv('l.csv', 'Id,Company name,Revenue', 'hs_id,company_name,annual_revenue', ...rows);
    const right = file('r.csv', 'Revenue', TOLD);
    const { open } = await asked(left, right);
    expect(open.filter(({ is }) => is === 'labels')).toEqual([
      {
        ...{ sync: 'companies', side: 'left', is: 'labels', count: 1, lines: [2], others: 8 },
        says: 'hs_id · company_name · annual_revenue',
      },
    ]);
    for (const labels of ['drop', 'keep'] as const) {
      const said = await asked(left, right, { ...AS_FOUND, labels });
      expect(said.open.filter(({ is }) => is === 'labels')).toEqual([]);
    }
  });

  it('[RD3] short rows are asked about, filled by habit or rejected', async () => {
    const right = file('r.csv', 'City', NAMES);
    const few = csv('l.csv', 'Company name,City', ...NAMES.map((name) => `${name},Oslo`), 'Alone AS');
    expect((await asked(few, right)).open).toMatchObject([
      { is: 'short', filled: false, count: 1, lines: [10] },
    ]);
    const rows = Array.from({ length: 40 }, (_, at) => `C${String(at)}${at % 3 === 0 ? '' : ',Oslo'}`);
    const habit = csv('l.csv', 'Company name,City', ...rows);
    expect((await asked(habit, right)).open).toMatchObject([{ is: 'short', filled: true, count: 14 }]);
    expect((await asked(habit, right, { ...AS_FOUND, short: 'reject' })).open).toEqual([]);
  });

  it('[RD9] apostrophes that are kept are asked about until a person says what they are', async () => {
    const cells = ["'t Hoen", "'123", ...NAMES.slice(2)];
    const [left, right] = [file('l.csv', 'City', cells), file('r.csv', 'City', NAMES)];
    expect((await asked(left, right)).open).toMatchObject([{ is: 'apostrophes', count: 2, field: 'City' }]);
    expect((await asked(left, right, { ...AS_FOUND, apostrophes: 'keep' })).open).toEqual([]);
  });
});

describe('the rows a question is about', () => {
  it('[RD13] are those whose cell is not of the type, or is, the column first', async () => {
    const cells = [...TOLD.slice(0, 7), 'on request'];
    const { tab, open } = await asked(
      file('l.csv', 'Annual Revenue', cells),
      file('r.csv', 'Annual Revenue', TOLD),
    );
    expect(brief(open)).toEqual(['left misfits Annual Revenue']);
    const column = 'Annual Revenue';
    const others = value(await tab.session.looked('companies', 'left', { column, of: 'others' }));
    expect(others).toEqual({
      header: ['Annual Revenue', 'Company name'],
      total: 1,
      rows: [{ line: 9, texts: ['on request', 'Sund AB'] }],
    });
    const of = value(await tab.session.looked('companies', 'left', { column, of: 'type' }));
    expect([of.total, of.rows[0]]).toEqual([7, { line: 2, texts: ['1234', 'Nord AS'] }]);
    expect(value(await tab.session.looked('companies', 'left', { column, of: 'filled' })).total).toBe(8);
  });

  it('of more than are shown all are counted', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => `C${String(at)},${String(at)}.5`);
    const { tab } = await asked(
      csv('l.csv', 'Company name,Annual Revenue', ...rows),
      file('r.csv', 'Annual Revenue', TOLD),
    );
    const look = { column: 'Annual Revenue', of: 'type' } as const;
    const looked = value(await tab.session.looked('companies', 'left', look));
    expect([looked.total, looked.rows.length]).toEqual([300, 200]);
  });
});
