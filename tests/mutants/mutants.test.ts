import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MUTANTS } from './all.ts';
import { applied, pathOf } from './mutant.ts';

const ROOT = join(import.meta.dirname, '../..');

test('every mutant fits the sources as they are, and is another program', () => {
  for (const mutant of MUTANTS) {
    const source = readFileSync(join(ROOT, pathOf(mutant)), 'utf8');
    expect(applied(source, mutant), mutant.id).not.toBe(source);
  }
});

test('there are enough mutants, each under a name of its own', () => {
  expect(MUTANTS.length).toBeGreaterThanOrEqual(30);
  expect(new Set(MUTANTS.map(({ id }) => id)).size).toBe(MUTANTS.length);
});
