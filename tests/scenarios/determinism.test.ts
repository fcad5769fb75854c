import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readScenarios } from './scenario.ts';

const ZONES = ['UTC', 'Asia/Kolkata', 'America/St_Johns'];
const LOCALES = ['en', 'tr', 'sv'];
/** What an operating system calls them. */
const SYSTEM_NAME: Readonly<Record<string, string>> = { en: 'en_US', tr: 'tr_TR', sv: 'sv_SE' };

const folder = mkdtempSync(join(tmpdir(), 'drysync-determinism-'));
const script = join(folder, 'print-hashes.mjs');

beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, 'print-hashes.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    // A bundled CommonJS library may ask for `require`.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function hashesUnder(zone: string, locale: string): Promise<{ where: string; hashes: string[] }> {
  const system = `${SYSTEM_NAME[locale] ?? locale}.UTF-8`;
  const env = { ...process.env, TZ: zone, LC_ALL: system, LANG: system };
  const { stdout } = await promisify(execFile)(process.execPath, [script, import.meta.dirname], { env });
  const [where = '', ...hashes] = stdout.trimEnd().split('\n');
  return { where, hashes };
}

describe('determinism', () => {
  it('[MA16][L2] the same plans in every time zone and locale', async () => {
    const first = await hashesUnder('UTC', 'en');
    expect(first.hashes).toHaveLength(readScenarios(import.meta.dirname).length);
    for (const zone of ZONES) {
      for (const locale of LOCALES) {
        const { where, hashes } = await hashesUnder(zone, locale);
        // The child really ran there (some systems know Kolkata by its old name).
        expect(where.replace('Calcutta', 'Kolkata')).toMatch(new RegExp(`^${zone} ${locale}`));
        expect(hashes, where).toEqual(first.hashes);
      }
    }
  });
});
