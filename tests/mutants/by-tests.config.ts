import { join, sep } from 'node:path';
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { MUTANTS } from './all.ts';
import { applied, isTested, pathOf } from './mutant.ts';

const ROOT = join(import.meta.dirname, '../..');
const ids = (process.env['DRYSYNC_MUTANTS'] ?? '').split(' ');
const named = MUTANTS.filter(isTested).filter(({ id }) => ids.includes(id));
const mutant = named.find(({ id }) => id === process.env['DRYSYNC_MUTANT']);
const tests = [...new Set(named.flatMap((one) => one.tests))];

/** The tests that the mutants of `DRYSYNC_MUTANTS` name, with the text of `DRYSYNC_MUTANT` served; without one as the sources are. */
export default defineConfig({
  root: ROOT,
  cacheDir: join(ROOT, 'node_modules', '.cache', 'mutants-by-tests'),
  plugins:
    mutant === undefined
      ? []
      : [
          {
            name: 'mutant',
            enforce: 'pre',
            load(id) {
              const path = join(ROOT, pathOf(mutant));
              if (id.split('?')[0] !== path.split(sep).join('/')) return null;
              return applied(readFileSync(path, 'utf8'), mutant);
            },
          },
        ],
  test: { include: tests, bail: 1, testTimeout: 1_800_000, hookTimeout: 1_800_000 },
});
