import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MUTANTS } from './all.ts';
import { applied, pathOf } from './mutant.ts';
import { sampleOf, seedOf } from './sample.ts';

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

test('a sample is the same for the same commit, and another for another', () => {
  const of = (commit: string): string[] => sampleOf(MUTANTS, 30, seedOf(commit)).map(({ id }) => id);
  const [one, other] = ['b98d1e8f'.padEnd(40, '0'), 'cbfd02f1'.padEnd(40, '0')];
  expect(of(one)).toEqual(of(one));
  expect(of(one)).not.toEqual(of(other));
  expect(new Set(of(one)).size).toBe(30);
  expect(sampleOf([1, 2], 30, 1).sort()).toEqual([1, 2]);
});
