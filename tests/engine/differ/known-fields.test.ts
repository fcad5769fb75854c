import { describe, expect, test } from 'vitest';
import { Memo, differencesOf, drain, EDITS, type Differences } from '../../../src/lib/engine/index.ts';
import { createTools } from '../../../src/lib/tools/index.ts';
import { Random } from '../../reference/random.ts';
import { KNOWN_FIELDS, knownField, type KnownField } from './fields.ts';
import { designOfFields, planOfFields } from './plan-of-fields.ts';

const tools = createTools();
const COUNT = 60;

const designOf = ({ type }: KnownField): unknown =>
  designOfFields([{ left: 'v', right: 'v' }], [{ name: 'v', type }]);

const differ = ({ pairs }: KnownField, design: unknown): Differences =>
  drain(differencesOf(planOfFields({ v: pairs }, design), tools, new Memo()));

describe('[DX1] fields of known class, forty and more', () => {
  test.each([11, 1207])('nineteen of twenty pairs are in the right one, seeds from %i', (seed) => {
    const wrong: string[] = [];
    let [right, all] = [0, 0];
    for (let at = 0; at < KNOWN_FIELDS; at++) {
      const field = knownField(at, COUNT, new Random(seed + at));
      const [found] = differ(field, designOf(field)).fields;
      for (const { is, count, samples } of found!.classes) {
        all += count;
        if (is === field.is) right += count;
        else wrong.push(`${String(at)} ${field.is} taken for ${is}: ${JSON.stringify(samples[0])}`);
      }
      expect(
        found!.classes.map(({ is }) => is),
        `field ${String(at)}`,
      ).toContain(field.is);
    }
    expect(all).toBeGreaterThan(KNOWN_FIELDS * COUNT * 0.8);
    expect(right / all, wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  test('every pair that is filled and different is of exactly one', () => {
    for (let at = 0; at < KNOWN_FIELDS; at++) {
      const field = knownField(at, COUNT, new Random(5 + at));
      const { fields } = differ(field, designOf(field));
      const classed = fields[0]!.of.filter((code) => code !== 0).length;
      expect(fields[0]!.classes.reduce((sum, { count }) => sum + count, 0)).toBe(classed);
      expect(fields[0]!.filled).toBe(COUNT);
    }
  });
});

describe('[DX2] what is offered', () => {
  test.each([23, 905])('takes away what it says, seeds from %i', (seed) => {
    let offered = 0;
    for (let at = 0; at < KNOWN_FIELDS; at++) {
      const field = knownField(at, COUNT, new Random(seed + at));
      const design = designOf(field);
      for (const { is, act, samples } of differ(field, design).fields[0]!.classes) {
        expect(samples.length).toBeGreaterThan(0);
        expect(samples.length).toBeLessThanOrEqual(3);
        if (act.kind === 'to-do') continue;
        offered++;
        const after = differ(field, EDITS.takeAway(design, 0, 0, act).json).fields[0]!.classes;
        expect(after.find((one) => one.is === is)?.count ?? 0, `${is} of field ${String(at)}`).toBe(0);
      }
    }
    expect(offered).toBeGreaterThan(15);
  });
});
