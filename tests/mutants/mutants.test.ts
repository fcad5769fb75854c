import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MUTANTS } from './all.ts';
import { applied } from './mutant.ts';

const ENGINE = join(import.meta.dirname, '../../src/lib/engine');

test('every mutant fits the engine as it is, and is another program', () => {
  for (const mutant of MUTANTS) {
    const source = readFileSync(join(ENGINE, mutant.file), 'utf8');
    expect(applied(source, mutant), mutant.id).not.toBe(source);
  }
});

test('there are enough mutants, each under a name of its own', () => {
  expect(MUTANTS.length).toBeGreaterThanOrEqual(30);
  expect(new Set(MUTANTS.map(({ id }) => id)).size).toBe(MUTANTS.length);
});
