import { describe, expect, it } from 'vitest';
import { readDesign } from '../../src/lib/engine/index.ts';
import type { ColumnRow, OpenQuestion } from '../../src/lib/conversation/index.ts';
import { foreignWords } from '../../src/lib/ui/sides/encodings-asked.ts';
import { questionCards } from '../../src/lib/ui/sides/reading-questions.ts';

const GUESS = { type: 'number', dateOrder: null, decimal: null, ask: 'decimal', fits: 9, of: 9, evidence: {}, others: [] } as const; // prettier-ignore
const column = (more: Partial<ColumnRow> = {}): ColumnRow => ({
  ...{ name: 'Amount', inferred: 'text', guess: GUESS, dateOrder: null, decimal: null },
  ...{ rows: 9, filled: 9, distinct: 9, distinctExact: true, repeats: 0, samples: ['1.250', '640'] },
  ...more,
});
const at = { sync: 'deals', side: 'left' } as const;
/** The card of one question. */
function card(open: OpenQuestion, of: ColumnRow = column(), foreign: readonly string[] = []) {
  const [made] = questionCards([open], { columns: [of], fields: [], foreign });
  if (made === undefined) throw new Error('no card');
  return made;
}

describe('questions that a choice of reading answers', () => {
  it('[RD3] short rows: filled up or rejected; those that are filled can be looked at', () => {
    const short = { ...at, is: 'short', count: 30, lines: [2, 3] } as const;
    const filled = card({ ...short, filled: true });
    expect(filled.answers.map(({ answer }) => answer)).toEqual([
      { does: 'read', choices: { short: 'fill' } },
      { does: 'read', choices: { short: 'reject' } },
    ]);
    expect(filled.look).toEqual({ at: { lines: [2, 3] }, count: 30 });
    expect(card({ ...short, filled: false }).look).toBeNull();
  });

  it('[RD1] labels under the header: left out, a record, or the header; of several rows none is taken for it', () => {
    const labels = { ...at, is: 'labels', says: 'hs_id · name', others: 8 } as const;
    const one = card({ ...labels, count: 1, lines: [2] });
    expect(one.answers.map(({ name, answer }) => [name, answer])).toEqual([
      ['labels', { does: 'read', choices: { labels: 'drop' } }],
      ['records', { does: 'read', choices: { labels: 'keep' } }],
      ['header', { does: 'read', choices: { headerLine: 2 } }],
    ]);
    expect(one.look).toEqual({ at: { lines: [2] }, count: 1 });
    const two = card({ ...labels, count: 2, lines: [2, 3] });
    expect(two.answers.map(({ name }) => name)).toEqual(['labels', 'records']);
  });

  it('an encoding that was assumed: what the same bytes are in others, one click each', () => {
    const foreign = foreignWords(['Bjørn Ås', 'plain', 'Bjørn']);
    expect(foreign).toEqual(['Bjørn', 'Ås']);
    const asked = card({ ...at, is: 'encoding', count: 2, lines: [2, 4] }, column(), foreign);
    expect(asked.answers.map(({ name, gives }) => [name, ...gives])).toEqual([
      ['windows-1252', 'Bjørn', 'Ås'],
      ['windows-1250', 'Bjřrn', 'Ĺs'],
      ['windows-1251', 'Bjшrn', 'Еs'],
      ['macintosh', 'Bj¯rn', '≈s'],
    ]);
    expect(asked.answers[1]?.answer).toEqual({ does: 'read', choices: { encoding: 'windows-1250' } });
  });
});

describe('questions that a declared field answers', () => {
  it('a decimal sign no cell tells is asked with what each answer gives', () => {
    const samples = ['words', '1.250', '640'];
    const asked = card({ ...at, is: 'decimal', column: 'Amount' }, column({ samples }));
    expect(asked).toMatchObject({ key: 'Amount', samples: ['1.250'] });
    expect(asked.answers.map(({ name, gives }) => [name, gives])).toEqual([
      ['.', ['1.25']],
      [',', ['1250']],
      ['text', []],
    ]);
    expect(asked.answers[1]?.answer).toMatchObject({
      does: 'declare',
      draft: { name: 'Amount', type: 'number', decimal: ',' },
    });
    expect(asked.look).toEqual({ at: { column: 'Amount', of: 'type' }, count: 9 });
  });

  it('[RD12] a sign that was told stands first, the other way is one click', () => {
    const told = { ...at, is: 'decimal-told', column: 'Amount', by: 'columns' } as const;
    const names = (decimal: '.' | ',') => card({ ...told, decimal }).answers.map(({ name }) => name);
    expect(names(',')).toEqual([',', '.', 'text']);
    expect(names('.')).toEqual(['.', ',', 'text']);
  });

  it('an order of dates no cell tells is asked with the days it gives', () => {
    const guess = { ...GUESS, type: 'date', ask: 'date-order' } as const;
    const days = column({ guess, samples: ['03/04/2025'] });
    const { answers } = card({ ...at, is: 'date-order', column: 'Amount' }, days);
    expect(answers.map(({ gives }) => gives)).toEqual([['2025-04-03'], ['2025-03-04'], []]);
  });

  it('[RD13] cells that are not what most are: text, or all of the type', () => {
    const others = [{ text: 'n/a', row: 4 }];
    const guess = { ...GUESS, ask: null, decimal: '.', fits: 8, others } as const;
    const asked = card({ ...at, is: 'misfits', column: 'Amount' }, column({ guess }));
    expect(asked.answers.map(({ name }) => name)).toEqual(['text', 'typed']);
    expect(asked.look).toEqual({ at: { column: 'Amount', of: 'others' }, count: 1 });
  });

  it('[RD14] lists at `;` are lists or text; at another sign they can only stay text', () => {
    const tags = column({ samples: ['red;blue', 'green'] });
    const list = { ...at, is: 'multi-select', column: 'Amount' } as const;
    const asked = card({ ...list, sign: ';' }, tags);
    expect(asked.answers.map(({ name, gives }) => [name, gives])).toEqual([
      ['list', ['red + blue']],
      ['text', []],
    ]);
    expect(asked.answers[0]?.answer).toMatchObject({ draft: { type: 'multi-select' } });
    expect(card({ ...list, sign: ',' }, tags).answers.map(({ name }) => name)).toEqual(['text']);
  });

  it('what is declared beside the answer stays', () => {
    const read = readDesign({
      format: 'drysync/design@1',
      name: 'x',
      apps: { left: { name: 'A', kind: 'hubspot' }, right: { name: 'B', kind: 'salesforce' } },
      syncs: [
        {
          ...{ id: 'deals', kind: 'deals', left: { object: 'a' }, right: { object: 'b' } },
          ...{ direction: 'both', winner: 'left', matching: { method: 'none' } },
          mappings: [{ left: 'Amount', right: 'Sum' }],
          schema: { left: { fields: [{ name: 'Amount', type: 'number', required: true }] } },
        },
      ],
    });
    const fields = read.design?.syncs[0]?.schema.left?.fields ?? [];
    const open = { ...at, is: 'decimal', column: 'Amount' } as const;
    const [made] = questionCards([open], { columns: [column()], fields, foreign: [] });
    expect(made?.answers[0]?.answer).toMatchObject({ draft: { required: true, decimal: '.' } });
  });
});
