import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkDesign } from '../../src/lib/engine/design/check/check-design.ts';
import { pairFault, waysOfTypes } from '../../src/lib/engine/show.ts';
import { FIELD_TYPES, type FieldType } from '../../src/lib/engine/model/field.ts';
import { designOf } from '../engine/design/design-of.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/rules/TYPES.md'), 'utf8');

/** The codes a mapping of two types gives in a sync of this direction. */
function codesOf(left: FieldType, right: FieldType, direction: string): string[] {
  const design = designOf({
    direction,
    mappings: [{ left: 'A', right: 'B' }],
    schema: {
      left: { fields: [{ name: 'A', type: left }] },
      right: { fields: [{ name: 'B', type: right }] },
    },
  });
  return checkDesign(design, new Map()).errors.map(({ code }) => code);
}

function signOf(left: FieldType, right: FieldType): string {
  const goes = (direction: string): boolean => codesOf(left, right, direction).length === 0;
  if (goes('left-to-right')) return goes('right-to-left') && goes('both') ? '⇔' : '→';
  return goes('right-to-left') ? '←' : '–';
}

it('[FM3][FM4][FM5][S11] the table of types says what the check of a design does', () => {
  const rows = PAGE.split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('| -'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(rows[0]?.slice(1)).toEqual(FIELD_TYPES);
  expect(rows.slice(1)).toEqual(
    FIELD_TYPES.map((left) => [left, ...FIELD_TYPES.map((right) => signOf(left, right))]),
  );
});

it('[FM3][FM4][FM5] the table of the workbench says the same', () => {
  const SIGNS = { both: '⇔', 'left-to-right': '→', 'right-to-left': '←', none: '–' };
  for (const left of FIELD_TYPES)
    for (const right of FIELD_TYPES)
      expect([left, right, SIGNS[waysOfTypes(left, right) ?? 'none']]).toEqual([
        left,
        right,
        signOf(left, right),
      ]);
});

it('[FM5] what a pair would be refused for is what its mapping is refused for', () => {
  const fields = (type: FieldType) => ({ fields: [{ name: 'A', type }] });
  for (const [left, right] of [
    ['number', 'text'],
    ['date', 'number'],
    ['calculated', 'calculated'],
    ['text', 'text'],
  ] as const) {
    const design = designOf({
      mappings: [{ left: 'A', right: 'A' }],
      schema: { left: fields(left), right: fields(right) },
    });
    const [error] = checkDesign(design, new Map()).errors;
    expect(pairFault(design.syncs[0]!, { left: 'A', right: 'A' })).toEqual(error?.fault ?? null);
  }
});

it('[FM5][DI2] says why: other types, one way only, and two that take no value', () => {
  expect(codesOf('number', 'date', 'both')).toEqual(['incompatible']);
  expect(codesOf('number', 'text', 'both')).toEqual(['incompatible']);
  expect(codesOf('number', 'text', 'left-to-right')).toEqual([]);
  expect(codesOf('calculated', 'text', 'both')).toEqual([]);
  expect(codesOf('calculated', 'calculated', 'both')).toEqual(['direction-empty']);
});
