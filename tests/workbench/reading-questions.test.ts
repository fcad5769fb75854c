import { describe, expect, it } from 'vitest';
import { readDesign } from '../../src/lib/engine/index.ts';
import type { ColumnRow, ReadWarning } from '../../src/lib/conversation/index.ts';
import { choiceQuestions, columnQuestions } from '../../src/lib/ui/sides/reading-questions.ts';

const AS_FOUND = { encoding: null, delimiter: null, headerLine: null };
const short: ReadWarning = { code: 'short-rows', count: 30, lines: [2, 3] };
const kept: ReadWarning = { code: 'apostrophes-kept', count: 2, lines: [4], value: 'Name' };

describe('questions that a choice of reading answers', () => {
  it('[RD3] short rows are asked about once, filled by habit or rejected', () => {
    const filled = choiceQuestions({ warnings: [short], choices: AS_FOUND }, []);
    expect(filled).toMatchObject([{ is: 'short', count: 30, filled: true }]);
    const groups = [{ code: 'too-few-cells', count: 3, lines: [7, 8, 9] }] as const;
    const rejected = choiceQuestions({ warnings: [], choices: AS_FOUND }, groups);
    expect(rejected).toMatchObject([{ is: 'short', count: 3, lines: [7, 8, 9], filled: false }]);
    expect(rejected[0]?.answers.map(({ answer }) => answer)).toEqual([
      { does: 'read', choices: { short: 'fill' } },
      { does: 'read', choices: { short: 'reject' } },
    ]);
  });

  it('[RD9] apostrophes that are kept are asked about; what was chosen is asked no more', () => {
    const asked = choiceQuestions({ warnings: [short, kept], choices: AS_FOUND }, []);
    expect(asked.map(({ is }) => is)).toEqual(['short', 'apostrophes']);
    const choices = { ...AS_FOUND, short: 'reject', apostrophes: 'keep' } as const;
    expect(choiceQuestions({ warnings: [short, kept], choices }, [])).toEqual([]);
  });

  it('rows with too many cells are no question: no click tells which cell is whose', () => {
    const groups = [{ code: 'too-many-cells', count: 1, lines: [4] }] as const;
    expect(choiceQuestions({ warnings: [], choices: AS_FOUND }, groups)).toEqual([]);
  });
});

const at = (text: string, row: number) => ({ text, row });
const GUESS = { type: 'number', dateOrder: null, decimal: null, ask: 'decimal', fits: 9, of: 9, evidence: {}, others: [] } as const; // prettier-ignore
const column = (more: Partial<ColumnRow> = {}): ColumnRow => ({
  ...{ name: 'Amount', inferred: 'text', guess: GUESS, dateOrder: null, decimal: null },
  ...{ rows: 9, filled: 9, distinct: 9, distinctExact: true, repeats: 0, samples: ['1.250', '640'] },
  ...more,
});
/** A sync whose left side declares `fields`. */
function syncWith(fields: readonly unknown[]) {
  const read = readDesign({
    format: 'drysync/design@1',
    name: 'x',
    apps: { left: { name: 'HubSpot', kind: 'hubspot' }, right: { name: 'Salesforce', kind: 'salesforce' } },
    syncs: [
      {
        ...{ id: 'deals', kind: 'deals', left: { object: 'a' }, right: { object: 'b' } },
        ...{ direction: 'both', winner: 'left', matching: { method: 'none' } },
        mappings: [{ left: 'Amount', right: 'Sum' }],
        ...(fields.length === 0 ? {} : { schema: { left: { fields } } }),
      },
    ],
  });
  const sync = read.design?.syncs[0];
  if (sync === undefined) throw new Error(JSON.stringify(read));
  return sync;
}

describe('questions that a declared field answers', () => {
  it('a decimal sign no cell tells is asked with what each answer gives', () => {
    const [asked] = columnQuestions(syncWith([]), 'left', [column(), column({ name: 'Unused' })]);
    expect(asked).toMatchObject({ is: 'decimal', key: 'Amount', samples: ['1.250'] });
    expect(asked?.answers.map(({ name, gives }) => [name, gives])).toEqual([
      ['.', ['1.25']],
      [',', ['1250']],
      ['text', []],
    ]);
    expect(asked?.answers[1]?.answer).toMatchObject({
      does: 'declare',
      draft: { name: 'Amount', type: 'number', decimal: ',' },
    });
  });

  it('an order of dates no cell tells is asked, and asked no more once it is declared', () => {
    const guess = { ...GUESS, type: 'date', ask: 'date-order' } as const;
    const days = column({ guess, samples: ['03/04/2025'] });
    const [asked] = columnQuestions(syncWith([]), 'left', [days]);
    expect(asked?.answers.map(({ gives }) => gives)).toEqual([['2025-04-03'], ['2025-03-04'], []]);
    const declared = syncWith([{ name: 'Amount', type: 'date', dateOrder: 'dmy' }]);
    expect(columnQuestions(declared, 'left', [days])).toEqual([]);
  });

  it('[RD13] cells that are not what most are: text, or all of the type', () => {
    const guess = { ...GUESS, ask: null, decimal: '.', fits: 8, others: [at('n/a', 4)] } as const;
    const [asked] = columnQuestions(syncWith([]), 'left', [column({ guess })]);
    expect(asked?.is).toBe('misfits');
    expect(asked?.answers.map(({ name }) => name)).toEqual(['text', 'typed']);
    const declared = syncWith([{ name: 'Amount', type: 'text' }]);
    expect(columnQuestions(declared, 'left', [column({ guess })])).toEqual([]);
  });
});
