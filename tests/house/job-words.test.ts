import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { said } from '../support/english.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PLACES = ['src/lib/engine', 'src/lib/connectors', 'workers'];
const STEP = /(?:yield|onProgress\(|Progress\?\.\() ?\{ what: '([^']*)'/g;

it('every step that tells its progress has words', () => {
  const steps = new Set<string>();
  for (const place of PLACES) {
    for (const file of readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const text = readFileSync(join(ROOT, place, file), 'utf8');
      for (const [, what] of text.matchAll(STEP)) steps.add(what!);
    }
  }
  expect(steps.size).toBeGreaterThan(15);
  expect([...steps].filter((step) => said('shell').jobs.steps[step] === undefined)).toEqual([]);
});
