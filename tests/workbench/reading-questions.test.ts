import { describe, expect, it } from 'vitest';
import type { ReadWarning } from '../../src/lib/conversation/index.ts';
import { choiceQuestions } from '../../src/lib/ui/sides/reading-questions.ts';

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
