import { expect, it } from 'vitest';
import { payloadsOf, type PlanLine } from '../../../../src/lib/engine/index.ts';

const LINE: PlanLine = {
  sync: 'companies',
  outcome: 'update',
  left: { id: '7', row: 0 },
  right: { id: 'XR7', row: 0 },
  link: null,
  writes: [
    { side: 'right', field: 'City', from: '', to: 'Oslo', because: 'fill-blank' },
    { side: 'left', field: 'Name', from: 'Tvedt', to: 'Tvedt AS', because: 'right-changed' },
    { side: 'right', field: '__proto__', from: null, to: 'x', because: 'create' },
  ],
  conflicts: [],
  reasons: [],
};

it('a line is sent to each side it writes to, with what has to stand there', () => {
  const [left, right] = payloadsOf(LINE);
  expect(left).toMatchObject({ side: 'left', act: 'update', id: '7' });
  expect(JSON.parse(left!.json)).toEqual({
    id: '7',
    expects: { Name: 'Tvedt' },
    write: { Name: 'Tvedt AS' },
  });
  expect(right!.fields).toEqual([
    { name: 'City', to: 'Oslo', expects: '' },
    { name: '__proto__', to: 'x', expects: null },
  ]);
  expect(right!.json).toContain('"__proto__": "x"');
});

it('a create names no id, and is sent also where it has nothing to write', () => {
  const [only, ...others] = payloadsOf({ ...LINE, outcome: 'create', right: null, writes: [] });
  expect(others).toEqual([]);
  expect(only).toMatchObject({ side: 'right', act: 'create', id: null, fields: [] });
  expect(JSON.parse(only!.json)).toEqual({ create: {} });
});

it('nothing is sent where nothing is written', () => {
  expect(payloadsOf({ ...LINE, outcome: 'in-sync', writes: [] })).toEqual([]);
});
