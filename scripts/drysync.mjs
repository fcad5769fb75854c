#!/usr/bin/env node
// The command line: bundles src/cli when it is missing or older than its sources, then runs it. Node 20 runs no TypeScript.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundled } from './bundle.mjs';

if (!existsSync(join(resolve(import.meta.dirname, '..'), 'node_modules', 'esbuild'))) {
  console.error('Drysync is not installed yet: run npm ci in its folder first.');
  process.exit(1);
}
await bundled('src/cli/main.ts');
