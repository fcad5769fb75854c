import { describe, expect, test } from 'vitest';
import { createValues, requiredFields, writtenText } from '../../../src/lib/engine/merge/targets.ts';
import { planOf } from '../plan/plan-of.ts';

const schema = {
  left: { fields: [] },
  right: {
    fields: [
      { name: 'Must', type: 'text', required: true },
      { name: 'Since', type: 'date' },
      { name: 'Lost', type: 'text', required: true },
      { name: 'Made', type: 'text', required: true, readOnly: true },
    ],
  },
};
const { mappings, sync } = planOf(
  {
    schema,
    mappings: [
      { left: 'Email', right: 'Mail' },
      { left: 'Day', right: 'Since' },
      { left: 'Need', right: 'Must' },
      { left: 'Note', right: 'Text', direction: 'right-to-left' },
    ],
  },
  {
    left: ['Id Email Day Need Note', 'L1 a@acme.com 2026-01-02 x note', 'L2 · · · note'],
    right: ['Id Mail Since Must Lost Text Made', 'R1 a@acme.com · · · text ·'],
  },
);

describe('what a create writes', () => {
  test('[CO6] every mapped, non-blank value that may flow there, in mapping order', () => {
    expect(createValues(mappings, 'right', 0)).toEqual([
      { mapping: 0, to: 'a@acme.com' },
      { mapping: 1, to: '2026-01-02' },
      { mapping: 2, to: 'x' },
    ]);
    expect(createValues(mappings, 'right', 1)).toEqual([]);
  });

  test('[FM9] required fields of the target that take a value, with the mapping that fills them', () => {
    expect(requiredFields(sync, mappings, 'right').map(({ def, mapping }) => [def.name, mapping])).toEqual([
      ['Must', 2],
      ['Lost', -1],
    ]);
    expect(requiredFields(sync, mappings, 'left')).toEqual([]);
  });
});

test("[FM8] what is written of a pair is the source's text, a blank as a blank", () => {
  expect(writtenText(mappings[3]!, 'left', 0, 0)).toBe('text');
  expect(writtenText(mappings[1]!, 'right', 0, 0)).toBe('2026-01-02');
  expect(writtenText(mappings[1]!, 'left', 0, 0)).toBe('');
});
