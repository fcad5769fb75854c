import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { bytesSource, type ByteSource } from '../../src/lib/connectors/source.ts';

const ROOT = resolve(import.meta.dirname, '../../../shared/data');

/** Real data stands beside the project and is never copied into it; a test without it says so and passes. */
export function hasSharedData(what: string): boolean {
  if (existsSync(ROOT)) return true;
  console.log(`NOT RUN: ${what}, ../shared/data is not there`);
  return false;
}

export const sharedBytes = (path: string): Uint8Array => new Uint8Array(readFileSync(resolve(ROOT, path)));

export const sharedSource = (path: string): ByteSource => bytesSource(basename(path), sharedBytes(path));

export const sharedText = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8');
