import { readdirSync } from 'node:fs';
import { SHARED_DATA_IS_HERE } from './shared-folder.ts';

/** Before the unit tests: names what is not run, so that `npm test` counts it as that. */
export function setup(): void {
  if (SHARED_DATA_IS_HERE) return;
  for (const file of readdirSync(import.meta.dirname).sort()) {
    if (file.endsWith('.test.ts')) console.log(`NOT RUN: tests/real/${file}, ../shared/data is not there`);
  }
}
