// Writes src/lib/tools/tlds.generated.ts from the npm package `tlds` (IANA's list). Run it after the package changes:
//   node scripts/make-tlds.mjs <date the package was published, YYYY-MM-DD>
// The package does not carry its date; `npm view tlds time` does.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { domainToASCII, fileURLToPath } from 'node:url';

const date = process.argv[2] ?? '';
if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) {
  console.error('Give the date the package was published: node scripts/make-tlds.mjs YYYY-MM-DD');
  process.exit(1);
}
const require = createRequire(import.meta.url);
const { version } = JSON.parse(readFileSync(require.resolve('tlds/package.json'), 'utf8'));
const labels = require('tlds').map((label) => {
  const ascii = domainToASCII(label);
  if (!/^[a-z0-9-]+$/.test(ascii)) throw new Error(`No ASCII form: ${label}`);
  return ascii;
});
const text = [...new Set(labels)].sort().join(' ');
const target = fileURLToPath(new URL('../src/lib/tools/tlds.generated.ts', import.meta.url));
writeFileSync(
  target,
  `// Made by scripts/make-tlds.mjs from npm tlds ${version}; do not edit.\n` +
    `/** Version of the package and the day it was published. */\n` +
    `export const TLD_VERSION = '${version} ${date}';\n\n` +
    `/** ASCII (punycode) labels, lower-case, one space between two. */\n` +
    `export const TLD_LABELS =\n  '${text}';\n`,
);
console.log(`${labels.length} labels, ${version} ${date}`);
