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
  const about = { planHash: 'h', tries: () => 1 };

  it('are all without choices', () => {
    expect(approvedLines(null, tools, about)(line)).toBe(true);
  });
  it('are those approved with exactly these writes; the last decision counts', () => {
    const is = (...decisions: Choices['decisions'][number][]) =>
      approvedLines(choices(decisions), tools, about)(line);
    expect(is()).toBe(false);
    expect(is(decided('approved', hash))).toBe(true);
    expect(is(decided('approved', tools.sha256(tools.encode('[]'))))).toBe(false);
    expect(is(decided('approved', hash), decided('held', hash))).toBe(false);
    expect(is(decided('rejected', hash), decided('approved', hash))).toBe(true);
  });
  it('[BL2] [BL6] [S81] of what may be created already only with an approval that knew it', () => {
    const held = { ...line, reasons: [{ code: 'handed-over', side: 'left', ids: ['R9'] } as const] };
    const given = (decision: Choices['decisions'][number], planHash: string | null = null) =>
      approvedLines({ ...choices([decision]), planHash }, tools, about)(held);
    expect(approvedLines(null, tools, about)(held)).toBe(false);
    expect(given(decided('approved', hash))).toBe(false);
    expect(given(decided('approved', hash), 'h')).toBe(true);
    expect(given({ ...decided('approved', hash), handedOver: 1 })).toBe(true);
    expect(given({ ...decided('approved', hash), handedOver: 0 })).toBe(false);
    expect(given({ ...decided('held', hash), handedOver: 1 })).toBe(false);
  });
});
