import { readFile } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';

/** By which a second start knows the server that runs already. */
export interface Identity {
  readonly app: 'drysync';
  readonly version: string;
  /** Of the checkout whose build is served. */
  readonly folder: string;
}

export const IDENTITY_PATH = '/server/identity';

/** A program that holds a port and is silent so long is not Drysync. */
const SILENT = 30_000;

export async function identityOf(folder: string): Promise<Identity> {
  const about: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const version = isObject(about) && typeof about['version'] === 'string' ? about['version'] : '';
  return { app: 'drysync', version, folder };
}

/** Who answers at the address; null where nobody does, or somebody who is not Drysync. */
export async function identityAt(url: string): Promise<Identity | null> {
  try {
    const body: unknown = JSON.parse(await textAt(new URL(IDENTITY_PATH, url)));
    if (!isObject(body) || body['app'] !== 'drysync') return null;
    const { version, folder } = body;
    return typeof version === 'string' && typeof folder === 'string'
      ? { app: 'drysync', version, folder }
      : null;
  } catch {
    return null;
  }
}

/** Not by `fetch`: Node 20's never settles where the other side closes without an answer. */
const textAt = (url: URL): Promise<string> =>
  new Promise((done, failed) => {
    const asked = get(url, { agent: false, timeout: SILENT }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => done(Buffer.concat(chunks).toString('utf8')));
      answer.on('error', failed);
    });
    asked.on('timeout', () => asked.destroy(new Error('silent')));
    asked.on('error', failed);
  });

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
