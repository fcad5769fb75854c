import { describe, expect, it } from 'vitest';
import type { FilterCondition } from '../../src/lib/engine/index.ts';
import { conditionOf, startCondition } from '../../src/lib/ui/design/condition-draft.ts';

const field = 'F';
const CONDITIONS: readonly FilterCondition[] = [
  { field, op: 'unknown' },
  { field, op: 'in', values: ['a b', 'c'] },
  { field, op: 'between', from: '1', to: '2' },
  { field, op: 'last-days', days: 0 },
  { field, op: 'starts-with', value: 'x' },
];

describe('a condition while it is being written', () => {
  it('says the condition it began from', () => {
    for (const is of CONDITIONS) expect(conditionOf(startCondition(is, 'other'))).toEqual({ is });
  });

  it('begins with a field and no value, and says what it lacks', () => {
    const draft = startCondition(null, field);
    expect(conditionOf(draft)).toEqual({ lacks: 'value' });
    expect(conditionOf({ ...draft, op: 'known' })).toEqual({ is: { field, op: 'known' } });
    expect(conditionOf({ ...draft, op: 'in', values: ' \n' })).toEqual({ lacks: 'value' });
    expect(conditionOf({ ...draft, op: 'between', from: '1' })).toEqual({ lacks: 'value' });
    expect(conditionOf({ ...draft, op: 'last-days', days: '1.5' })).toEqual({ lacks: 'days' });
  });

  it('keeps the values of an operator while another is tried', () => {
    const draft = {
      ...startCondition({ field, op: 'eq', value: 'x' }, field),
      op: 'in' as const,
      values: 'a\nb',
    };
    expect(conditionOf({ ...draft, op: 'ne' })).toEqual({ is: { field, op: 'ne', value: 'x' } });
    expect(conditionOf(draft)).toEqual({ is: { field, op: 'in', values: ['a', 'b'] } });
  });
});
