import { describe, expect, it } from 'vitest';
import { PlanDiff, type SubjectDelta } from '../../../../src/lib/engine/plan/compare/plan-diff.ts';
import type { FieldWrite, PlanLine } from '../../../../src/lib/engine/model/line.ts';
import type { Outcome } from '../../../../src/lib/engine/model/outcome.ts';

const write = (field: string, to: string): FieldWrite => ({
  side: 'right',
  field,
  from: '',
  to,
  because: 'winner',
});

const line = (
  left: string | null,
  right: string | null,
  outcome: Outcome,
  ...writes: FieldWrite[]
): PlanLine => ({
  sync: 'c',
  outcome,
  left: left === null ? null : { id: left, row: 0 },
  right: right === null ? null : { id: right, row: 0 },
  link: null,
  writes,
  conflicts: [],
  reasons: [],
});

function compare(former: readonly PlanLine[], later: readonly PlanLine[]) {
  const diff = new PlanDiff();
  for (const each of former) diff.addFormer(each);
  const deltas: SubjectDelta[] = later.flatMap((each) => diff.addLater(each) ?? []);
  deltas.push(...diff.rest());
  return { deltas, moves: diff.moves() };
}

describe('comparing two plans', () => {
  it('says nothing of a plan and itself, and counts every subject', () => {
    const lines = [line('1', 'a', 'update', write('F', 'x')), line('2', null, 'create', write('F', 'y'))];
    expect(compare(lines, lines)).toEqual({
      deltas: [],
      moves: [
        { from: 'update', to: 'update', count: 1 },
        { from: 'create', to: 'create', count: 1 },
      ],
    });
  });

  it('lists a subject whose outcome or writes differ, with the fields', () => {
    const former = [line('1', 'a', 'update', write('F', 'x'), write('G', 'same'), write('H', 'gone'))];
    const later = [line('1', 'a', 'conflict', write('F', 'z'), write('G', 'same'), write('I', 'new'))];
    expect(compare(former, later).deltas).toEqual([
      {
        sync: 'c',
        left: '1',
        right: 'a',
        from: 'update',
        to: 'conflict',
        fields: [
          { side: 'right', field: 'F', from: 'x', to: 'z' },
          { side: 'right', field: 'I', from: null, to: 'new' },
          { side: 'right', field: 'H', from: 'gone', to: null },
        ],
      },
    ]);
  });

  it('a write for another reason differs too', () => {
    const former = [line('1', 'a', 'update', write('F', 'x'))];
    const later = [line('1', 'a', 'update', { ...write('F', 'x'), because: 'person' })];
    expect(compare(former, later).deltas[0]?.fields).toEqual([
      { side: 'right', field: 'F', from: 'x', to: 'x' },
    ]);
  });

  it('two lone records that become a pair are three subjects', () => {
    const { deltas, moves } = compare(
      [line('1', null, 'create'), line(null, 'a', 'create')],
      [line('1', 'a', 'in-sync')],
    );
    expect(deltas.map(({ left, right, from, to }) => [left, right, from, to])).toEqual([
      ['1', 'a', null, 'in-sync'],
      ['1', null, 'create', null],
      [null, 'a', 'create', null],
    ]);
    expect(moves).toEqual([
      { from: 'create', to: null, count: 2 },
      { from: null, to: 'in-sync', count: 1 },
    ]);
  });
});
