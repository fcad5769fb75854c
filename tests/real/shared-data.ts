import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { bytesSource, type ByteSource } from '../../src/lib/connectors/source.ts';
import { SHARED_DATA } from './shared-folder.ts';

export const sharedBytes = (path: string): Uint8Array =>
  new Uint8Array(readFileSync(resolve(SHARED_DATA, path)));

export const sharedSource = (path: string): ByteSource => bytesSource(basename(path), sharedBytes(path));

export const sharedText = (path: string): string => readFileSync(resolve(SHARED_DATA, path), 'utf8');
