import { describe, expect, test } from 'vitest';
import { drain, type ClassOfField, type SyncPlan } from '../../../src/lib/engine/index.ts';
import { fieldClasses } from '../../../src/lib/engine/differ/index.ts';
import { createTools } from '../../../src/lib/tools/index.ts';
import { Random } from '../../reference/random.ts';
import { KNOWN_FIELDS, knownField } from './fields.ts';
import { designOfFields, planOfFields, type Cells } from './plan-of-fields.ts';
import { slowClasses } from './slow-classes.ts';
import { valuePair } from './values.ts';

const tools = createTools();
const FIELDS = ['a', 'b', 'c', 'd'];
const TYPES = ['number', 'date', 'datetime', 'text'];

const design = (random: Random): unknown =>
  designOfFields(
    FIELDS.map((name) => ({ left: name, right: name })),
    FIELDS.filter(() => random.chance(0.4)).map((name) => ({ name, type: random.pick(TYPES) })),
  );

/** A field's pairs: of one known class, of few values that come often, of moments or amounts a step apart, or of all kinds. */
function cells(random: Random, count: number): Cells {
  const few = Array.from({ length: 2 + random.int(6) }, () => valuePair(random));
  const step = 1 + random.int(3);
  const known = knownField(random.int(KNOWN_FIELDS), count, random).pairs;
  const all = Array.from({ length: count }, () => valuePair(random));
  switch (random.int(5)) {
    case 0:
      return all.map((pair, at) => (random.chance(0.9) ? known[at]! : pair));
    case 1:
      return all.map((pair) => (random.chance(0.97) ? random.pick(few) : pair));
    case 2:
      return all.map((pair) => {
        const hour = random.int(20);
        const day = `2024-0${String(1 + random.int(9))}-11`;
        const of = (at: number): string => `${day} ${String(at).padStart(2, '0')}:00`;
        return random.chance(0.93) ? [of(hour), of(hour + step)] : pair;
      });
    case 3:
      return all.map((pair) => {
        const amount = 1 + random.int(9000);
        return random.chance(0.93) ? [String(amount * 10 ** step), String(amount)] : pair;
      });
    default:
      return all;
  }
}

function planOf(random: Random): SyncPlan {
  const count = 60 + random.int(240);
  const fields = FIELDS.map(() => cells(random, count).map(([l, r]): [string, string] => [l, r]));
  // Some pairs stand crosswise in two fields, as they are or a little changed.
  for (let at = 0; at < count; at++) {
    if (!random.chance(0.15)) continue;
    const [one, other] = random.shuffle(fields);
    const [l, r] = one![at]!;
    other![at] = random.chance(0.8) ? [r, l] : [`${r} `, l];
  }
  const named = Object.fromEntries(FIELDS.map((name, at) => [name, fields[at]!]));
  return planOfFields(named, design(random));
}

/** A transform is offered in place of a to-do: which, `transform-acts.test.ts` says. */
const withoutTransform = (one: ClassOfField): ClassOfField =>
  one.act.kind === 'transform' ? { ...one, act: { kind: 'to-do' } } : one;

describe('[DX1] [DX2] why the values of a field differ', () => {
  test.each([40, 41])('is to the last pair what their texts say one by one, seed %i', (seed) => {
    const random = new Random(seed);
    const seen = new Set<string>();
    for (let times = 0; times < 15; times++) {
      const { mappings, states, pairs } = planOf(random);
      for (const [at, on] of mappings.entries()) {
        const found = drain(fieldClasses(on, mappings, states[at]!, pairs, tools));
        const slow = drain(slowClasses(on, mappings, states[at]!, pairs, tools));
        expect(found.classes.map(withoutTransform)).toEqual(slow.classes);
        expect([...found.of]).toEqual([...slow.of]);
        expect(found.filled).toBe(slow.filled);
        for (const { is } of found.classes) seen.add(is);
      }
    }
    expect([...seen].sort().join(' ')).toContain('cut damaged');
    expect(seen.size).toBeGreaterThan(18);
  });
});

describe('[DX1] [S230] a table of labels among values that are the same', () => {
  const of = (times: number, l: string, r: string): [string, string][] =>
    Array.from({ length: times }, (): [string, string] => [l, r]);
  const classesOf = (cells: Cells): (readonly [string, number])[] => {
    const design = designOfFields([{ left: 'v', right: 'v' }], []);
    const { mappings, states, pairs } = planOfFields({ v: cells }, design);
    const found = drain(fieldClasses(mappings[0]!, mappings, states[0]!, pairs, tools));
    expect(found.classes).toEqual(
      drain(slowClasses(mappings[0]!, mappings, states[0]!, pairs, tools)).classes,
    );
    return found.classes.map(({ is, count }) => [is, count] as const);
  };

  test('values that are the same once, and labels of others mostly, are a table', () => {
    const rare = [...of(1, 'red', 'red'), ...of(1, 'blue', 'blue')];
    expect(classesOf([...rare, ...of(60, 'red', 'R7'), ...of(60, 'blue', 'B9')])).toEqual([['label', 120]]);
  });

  test('values that are the same mostly are none', () => {
    const often = [...of(70, 'red', 'red'), ...of(70, 'blue', 'blue')];
    expect(classesOf([...often, ...of(3, 'red', 'R7'), ...of(3, 'blue', 'B9')])).toEqual([['other', 6]]);
  });
});
