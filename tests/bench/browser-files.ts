import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SIDES, type Both } from '../../src/lib/engine/model/side.ts';
import { exportCsv } from '../generators/exports.ts';

export interface ExportFiles {
  readonly paths: Both<string>;
  readonly bytes: number;
  remove(): void;
}

/** Both generated exports as files in a folder of their own. */
export async function writeExports(n: number, seed: number): Promise<ExportFiles> {
  const folder = mkdtempSync(join(tmpdir(), 'drysync-bench-'));
  const paths = { left: join(folder, 'hubspot-contacts.csv'), right: join(folder, 'salesforce-Contact.csv') };
  let bytes = 0;
  for (const side of SIDES) {
    const file = await open(paths[side], 'w');
    for (const text of exportCsv(side, n, seed)) bytes += (await file.write(text)).bytesWritten;
    await file.close();
  }
  return { paths, bytes, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
