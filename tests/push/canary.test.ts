import { describe, expect, it } from 'vitest';
import { CANARY_MOST, canaryOf, type PushItem } from '../../src/lib/push/index.ts';
import { kindsOf } from '../../src/lib/push/plan/canary.ts';
import { itemOf, texts } from './push-world.ts';
import { randomWorld } from './random-plan.ts';
import { overSeeds } from './seeds.ts';

const change = (key: string, values: Readonly<Record<string, string>>): PushItem =>
  itemOf({ key, object: 'people', act: 'update', id: key, values: texts(values) });

describe('the canary', () => {
  it('covers each act, each field and a clear, by few records', () => {
    const items = [
      ...Array.from({ length: 40 }, (_, n) => change(`a${String(n)}`, { name: 'x' })),
      change('note', { note: 'x' }),
      change('cleared', { name: '' }),
      itemOf({ key: 'gone', object: 'people', act: 'remove', id: 'gone' }),
      ...Array.from({ length: 40 }, (_, n) => change(`b${String(n)}`, { name: 'x' })),
    ];
    expect(canaryOf(items)).toEqual({ keys: ['note', 'cleared', 'gone'], uncovered: 0 });
  });

  it('covers both sides and each object by themselves', () => {
    const items = [
      change('a', { name: 'x' }),
      { ...change('b', { name: 'x' }), side: 'left' as const },
      { ...change('c', { name: 'x' }), object: 'companies' },
    ];
    expect(canaryOf(items)).toEqual({ keys: ['a', 'b', 'c'], uncovered: 0 });
  });

  it('brings the parents a record waits for, before it', () => {
    const parent = itemOf({ key: 'p', object: 'companies', act: 'create', values: texts({ name: 'x' }) });
    const child = itemOf({
      key: 'c',
      object: 'people',
      act: 'create',
      values: texts({ name: 'x' }),
      refs: new Map([['company', 'p']]),
    });
    expect(canaryOf([parent, child]).keys).toEqual(['p', 'c']);
  });

  it('is at most 25 records, and says what found no place', () => {
    const items = Array.from({ length: 60 }, (_, n) => change(String(n), { [`field${String(n)}`]: 'x' }));
    const { keys, uncovered } = canaryOf(items);
    expect(keys.length).toBe(CANARY_MOST);
    expect(uncovered).toBe(60 - CANARY_MOST);
  });

  it('shows all that a plan has, whatever it is', async () => {
    await overSeeds(20, async (seed) => {
      const { items } = randomWorld(seed, { changes: 20, creates: 20 }).plan;
      const { keys, uncovered } = canaryOf(items);
      expect(uncovered).toBe(0);
      const shown = items.filter(({ key }) => keys.includes(key));
      expect(new Set(shown.flatMap(kindsOf))).toEqual(new Set(items.flatMap(kindsOf)));
      expect(shown.map(({ key }) => key)).toEqual(keys);
      for (const { refs } of shown) for (const key of refs.values()) expect(keys).toContain(key);
    });
  });
});
