import { describe, expect, it } from 'vitest';
import { suggest, type SuggestNote } from '../../src/lib/engine/suggest/index.ts';
import { suggestNotes } from '../../src/lib/words/en/suggest-notes.ts';
import { PLAIN } from '../../src/lib/words/in-files.ts';
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

describe('[FM7] [S121] a field whose values come in inconsistent types is kept as text, and says so', () => {
  const WHOLE = ['12', '13', '14', '15', '16'];

  it('with examples of both', () => {
    const found = noted(WHOLE, ['12', 'open', '14', 'tbd', '16']);
    expect(found.declared).toEqual([]);
    expect(found.notes).toEqual([
      {
        code: 'mixed-types',
        side: 'right',
        field: 'Annual Revenue',
        type: 'number',
        count: 3,
        of: 5,
        first: [
          { text: '12', row: 0 },
          { text: '14', row: 2 },
          { text: '16', row: 4 },
        ],
        others: [
          { text: 'open', row: 1 },
          { text: 'tbd', row: 3 },
        ],
      },
    ]);
    expect(sentence(found.notes[0]!, { left: 'a', right: 'b' })).toBe(
      'b: Annual Revenue holds values of several types: 3 of 5 are numbers (12, line 0; 14, line 2; 16, line 4), the others are not (open, line 1; tbd, line 3). It is kept as text; another type would refuse those others.',
    );
  });

  it.each([
    ['half of the cells', WHOLE, ['12', '13', 'open', 'tbd'], ['mixed-types']],
    ['fewer than half', WHOLE, ['12', '13', 'open', 'tbd', 'later'], []],
    ['fewer than four cells', ['12', '13', '14'], ['12', '13', 'open'], []],
    ['days and numbers', WHOLE, ['2026-01-02', '2026-01-03', '2026-01-05', '12', '14'], ['mixed-types']],
    ['codes with noughts before them', WHOLE, ['12', '13', '014', '015', '16'], []],
  ])('%s', (_, left, right, said) => {
    expect(codes(noted(left, right))).toEqual(said);
  });

  it('not of fields that hold codes by their name', () => {
    const phones = ['22334455', '22334456', '+47 22 33', 'none'];
    expect(codes(noted(phones, phones, 'Phone'))).toEqual([]);
  });
});
