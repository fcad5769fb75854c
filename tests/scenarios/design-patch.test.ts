import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDesign, readDesign } from '../../src/lib/engine/index.ts';
import { designOf, patched } from './design-patch.ts';
import { readScenarios } from './scenario.ts';

describe('a scenario’s design', () => {
  it('is patched member by member; null takes away, a list is replaced or changed by position', () => {
    const base = { a: { b: 1, c: 2 }, list: [{ x: 1, y: 1 }, { x: 2 }] };
    expect(patched(base, { a: { b: null, d: 3 } })).toEqual({ ...base, a: { c: 2, d: 3 } });
    expect(patched(base, { list: [3] })).toEqual({ ...base, list: [3] });
    expect(patched(base, { list: { 0: { y: null }, 2: { x: 3 } } })).toEqual({
      ...base,
      list: [{ x: 1 }, { x: 2 }, { x: 3 }],
    });
    expect(() => patched(base, { list: { 3: 0 } })).toThrow('no position 3');
    expect(base).toEqual({ a: { b: 1, c: 2 }, list: [{ x: 1, y: 1 }, { x: 2 }] });
  });

  it('is whole, or the shared one with a patch, or there is none', () => {
    expect(designOf('{"a":1}', '{"b":2}', null)).toEqual({ b: 2 });
    expect(designOf('{"a":1}', null, '{"b":2}')).toEqual({ a: 1, b: 2 });
    expect(designOf('{"a":1}', null, null)).toBeNull();
  });

  it('stands once in each folder, and the shared one has no errors', () => {
    const both = readScenarios(import.meta.dirname).filter(
      ({ name }) =>
        existsSync(join(import.meta.dirname, name, 'design.drysync.json')) ===
        existsSync(join(import.meta.dirname, name, 'design.patch.json')),
    );
    expect(both.map(({ name }) => name)).toEqual([]);
    const base = readFileSync(join(import.meta.dirname, 'base', 'design.drysync.json'), 'utf8');
    const reading = readDesign(JSON.parse(base));
    expect(reading.ok && checkDesign(reading.design, new Map()).errors).toEqual([]);
  });
});
