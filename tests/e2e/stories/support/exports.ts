import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SIDES, type Both } from '../../../../src/lib/engine/model/side.ts';
import { exportCsv } from '../../../generators/exports.ts';

export interface OwnFiles {
  readonly paths: Both<string>;
  remove(): void;
}

/** Two exports of `n` contacts as files, like a person's own. */
export function ownFiles(n: number, seed = 7): OwnFiles {
  const folder = mkdtempSync(join(tmpdir(), 'drysync-e2e-'));
  const paths = { left: join(folder, 'hubspot-contacts.csv'), right: join(folder, 'salesforce-Contact.csv') };
  for (const side of SIDES) writeFileSync(paths[side], [...exportCsv(side, n, seed)].join(''));
  return { paths, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
