import { describe, expect, test } from 'vitest';
import { EDITS, Memo, differencesOf, drain, type ClassOfField } from '../../../src/lib/engine/index.ts';
import { createTools } from '../../../src/lib/tools/index.ts';
import { designOfFields, planOfFields, type Cells } from './plan-of-fields.ts';

const tools = createTools();

const designOf = (direction: string, type?: string): unknown =>
  designOfFields([{ left: 'v', right: 'v', direction }], [{ name: 'v', type }]);

const classes = (cells: Cells, design: unknown): readonly ClassOfField[] =>
  drain(differencesOf(planOfFields({ v: cells }, design), tools, new Memo())).fields[0]!.classes;

/** What is offered of the class that most are of, and how many differ once it is carried out. */
function offered(cells: Cells, design: unknown): { act: unknown; left: number } {
  const found = [...classes(cells, design)]
    .filter(({ is }) => is !== 'case')
    .sort((a, b) => b.count - a.count)[0];
  const { act } = found!;
  if (act.kind === 'to-do') return { act: null, left: found!.count };
  const after = classes(cells, EDITS.takeAway(design, 0, 0, act).json);
  return {
    act: act.kind === 'transform' ? act.transform : act,
    left: after.reduce((sum, { count }) => sum + count, 0),
  };
}

const many = (pairs: Cells, times: number): Cells => Array.from({ length: times }, () => pairs).flat();
const equal = (count: number): Cells =>
  Array.from({ length: count }, (_, i) => [`same ${String(i % 9)}`, `same ${String(i % 9)}`] as const);

describe('[DX2] transforms and value maps are offered where nothing less takes a class away', () => {
  /** Enough that differs otherwise, so that no table of labels explains the field. */
  const REST: Cells = [...equal(60), ...many([['same 1', 'SAME 1']], 15)];
  const STATES: Cells = [
    ['Paying', 'Customer'],
    ['Churned', 'Former'],
  ];

  test('a map of the values that always stand with one value', () => {
    const found = offered([...many(STATES, 10), ...REST], designOf('both'));
    expect(found).toEqual({ act: { kind: 'value-map', map: STATES, otherwise: 'keep' }, left: 15 });
  });

  test('[S211] two values of one only where nothing goes back', () => {
    const cells: Cells = [...many([...STATES, ['On trial', 'Customer']], 10), ...REST];
    expect(offered(cells, designOf('both')).act).toBeNull();
    expect(offered(cells, designOf('left-to-right'))).toMatchObject({ act: { kind: 'value-map' }, left: 15 });
  });

  test('[S211] no map that would change what is equal, and none of values that hardly come twice', () => {
    const cells = [...many(STATES, 10), ...REST];
    expect(offered([...cells, ['Paying', 'Paying']], designOf('both')).act).toBeNull();
    expect(offered([...cells, ['paying', 'Former']], designOf('left-to-right')).act).toBeNull();
    expect(offered([...STATES, ...REST], designOf('both')).act).toBeNull();
  });

  const NAMES: Cells = Array.from(
    { length: 20 },
    (_, i) => [`Ola${String(i)} Berg`, `Ola${String(i)}`] as const,
  );

  test('[S210] a part of a text, where the mapping goes that way alone', () => {
    const found = offered(NAMES, designOf('left-to-right'));
    expect(found).toEqual({ act: { kind: 'split', at: ' ', take: 'first' }, left: 0 });
    expect(offered(NAMES, designOf('both')).act).toBeNull();
    const turned = NAMES.map(([left, right]) => [right, left] as const);
    expect(offered(turned, designOf('right-to-left')).left).toBe(0);
    expect(offered(turned, designOf('left-to-right')).act).toBeNull();
  });

  test('[S210] not where it would part what is equal', () => {
    expect(offered([...NAMES, ['Kari Dahl', 'Kari Dahl']], designOf('left-to-right')).act).toBeNull();
  });

  test('[S210] fewer decimals', () => {
    const cells = Array.from({ length: 20 }, (_, i) => {
      const amount = (100 + i) * 1.0371;
      return [amount.toFixed(4), amount.toFixed(1)] as const;
    });
    expect(offered(cells, designOf('left-to-right', 'number'))).toMatchObject({
      act: { kind: 'number-format', decimals: 1 },
      left: 0,
    });
  });
});
