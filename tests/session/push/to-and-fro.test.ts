import { describe, expect, it } from 'vitest';
import type { Side } from '../../../src/lib/engine/index.ts';
import type { PushItem, Result } from '../../../src/lib/push/index.ts';
import { ToAndFro } from '../../../workers/push/to-and-fro.ts';
import { itemOf } from '../../push/push-world.ts';

const SYNCS = [{ id: 'people', mappings: [{ left: 'name', right: 'full_name' }] }] as never;

const item = (side: Side, from: string, to: string): PushItem => {
  const field = side === 'left' ? 'name' : 'full_name';
  return {
    ...itemOf({ key: `${side} ${to}`, object: 'people', act: 'update', id: side === 'left' ? '1' : 'a' }),
    ...{ sync: 'people', side, subject: { left: '1', right: 'a' } },
    ...{ from: new Map([[field, from]]), values: new Map([[field, to]]) },
  };
};
const written = (one: PushItem): Result => ({
  ...{ item: one, is: 'written', id: one.id ?? 'a', created: false, reads: 'as-planned', found: null },
});

describe('a value that goes to and fro', () => {
  const find = (memory: ToAndFro, one: PushItem, pass: number) =>
    memory.find([one], pass, SYNCS).map(({ field }) => field);

  it('[S450] is the same text once more, also passes later', () => {
    const memory = new ToAndFro();
    memory.take([written(item('right', 'A', 'B'))], 1);
    expect(find(memory, item('right', 'A', 'B'), 2)).toEqual(['full_name']);
    expect(find(memory, item('right', 'C', 'B'), 9)).toEqual(['full_name']);
    expect(find(memory, item('right', 'A', 'B'), 13)).toEqual([]);
    expect(find(memory, item('right', 'B', 'C'), 2)).toEqual([]);
  });

  it('[S450] is there and back in two passes in a row, on one side or from one to the other', () => {
    const memory = new ToAndFro();
    memory.take([written(item('right', 'A', 'B'))], 1);
    expect(find(memory, item('right', 'B', 'A'), 2)).toEqual(['full_name']);
    expect(find(memory, item('right', 'B', 'A'), 3)).toEqual([]);
    expect(find(memory, item('left', 'B', 'C'), 2)).toEqual(['name']);
    expect(find(memory, item('left', 'B', 'C'), 3)).toEqual([]);
  });

  it('[S450] what was created is known by the id it was given; what was not written is not', () => {
    const memory = new ToAndFro();
    const create = { ...item('right', '', 'B'), act: 'create' as const, id: null, from: new Map() };
    memory.take([{ ...written(create), id: 'a' } as Result], 1);
    expect(find(memory, item('right', 'A', 'B'), 2)).toEqual(['full_name']);
    const refused = new ToAndFro();
    refused.take([{ item: item('right', 'A', 'B'), is: 'stale', found: null }], 1);
    expect(find(refused, item('right', 'A', 'B'), 2)).toEqual([]);
  });
});
