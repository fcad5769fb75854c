import { describe, expect, it } from 'vitest';
import { approvedLines, writesHash } from '../../../src/lib/engine/approve/approved-lines.ts';
import type { Choices, Decision } from '../../../src/lib/engine/model/choices.ts';
import type { PlanLine } from '../../../src/lib/engine/model/line.ts';
import { createTools } from '../../../src/lib/tools/index.ts';

const line: PlanLine = {
  sync: 'contacts',
  outcome: 'update',
  left: { id: 'L1', row: 0 },
  right: { id: 'R1', row: 0 },
  link: null,
  writes: [{ side: 'right', field: 'Phone', from: '1', to: '2', because: 'winner' }],
  conflicts: [],
  reasons: [],
};

describe('approved subjects', () => {
  const tools = createTools();
  const decided = (decision: Decision, writes: string): Choices['decisions'][number] => ({
    sync: 'contacts',
    left: 'L1',
    right: 'R1',
    decision,
    writes,
    at: '',
  });
  const choices = (decisions: Choices['decisions']): Choices => ({
    format: 'drysync/choices@1',
    planHash: null,
    choices: [],
    links: [],
    decisions,
  });
  const hash = writesHash(line, tools);

  it('are all without choices', () => {
    expect(approvedLines(null, tools)(line)).toBe(true);
  });
  it('are those approved with exactly these writes; the last decision counts', () => {
    const is = (...decisions: Choices['decisions'][number][]) =>
      approvedLines(choices(decisions), tools)(line);
    expect(is()).toBe(false);
    expect(is(decided('approved', hash))).toBe(true);
    expect(is(decided('approved', tools.sha256(tools.encode('[]'))))).toBe(false);
    expect(is(decided('approved', hash), decided('held', hash))).toBe(false);
    expect(is(decided('rejected', hash), decided('approved', hash))).toBe(true);
  });
});
