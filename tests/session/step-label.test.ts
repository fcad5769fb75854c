import { describe, expect, it } from 'vitest';
import type { DoneStep } from '../../src/lib/conversation/index.ts';
import { stepLabel, stepOf, suggestedLabel } from '../../workers/common/step-label.ts';

describe('steps of a design as they are kept', () => {
  const steps: readonly DoneStep[] = [
    { code: 'mapping-on', values: { field: 'Phone', on: false } },
    { code: 'suggested', values: { sync: 'a "b"' } },
    { code: 'reverted', values: {} },
    { code: 'text', values: { text: '{"code":"' } },
  ];
  it.each(steps)('$code comes back as it was', (step) => {
    expect(stepOf(stepLabel(step))).toEqual(step);
  });

  it('labels of an older version are their own words, but the suggestion’s, which says its sync', () => {
    expect(stepOf('Number of Employees: ask me → most recent')).toEqual({
      code: 'text',
      values: { text: 'Number of Employees: ask me → most recent' },
    });
    expect(stepOf('Suggested for contacts 2')).toEqual({ code: 'suggested', values: { sync: 'contacts 2' } });
    expect(stepOf(suggestedLabel('contacts 2'))).toEqual(stepOf('Suggested for contacts 2'));
    expect(stepOf('{"code":"broken')).toEqual({ code: 'text', values: { text: '{"code":"broken' } });
  });
});
