import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRules } from '../../src/lib/rules/read-rules.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGES = ['SYNC', 'FORMATS', 'CONNECTORS', 'MATCHING', 'RELIABILITY'];
/** How many rules wait for their test. It only goes down: who proves one takes it off the list and lowers this. */
const STILL_TO_PROVE = 0;
/** `[MA8]`, `CO4`, `S71`; letters of a rule's family and its number. */
const ID = /\b(?:PH|MA|EM|DI|CO|BL|SA|TZ|DX|KW|FM|ST|FI|AS|DE|LI|HE|SF|ER|RD|L|S|F)\d{1,2}\b/g;

/** Tests, the suites and laws they run, and the titles of scenarios. */
const PROOF = /^tests\/.*(\.test\.ts|store-[a-z]+\.ts|\/laws\.ts|\/README\.md)$/;

const defined = PAGES.flatMap((page) =>
  readRules(readFileSync(join(ROOT, 'docs/rules', `${page}.md`), 'utf8')).map(({ id }) => ({ id, page })),
);
const notYet = new Set(
  readFileSync(join(ROOT, 'docs/rules/not-yet.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .flatMap((line) => line.match(ID) ?? []),
);
const files = ['src', 'workers', 'tests', 'scripts', 'docs/decisions']
  .flatMap((folder) => filesIn(join(ROOT, folder)))
  .filter((path) => path !== import.meta.filename)
  .map((path) => ({ path: path.slice(ROOT.length + 1), text: readFileSync(path, 'utf8') }));

describe('rules', () => {
  it('every rule is defined once', () => {
    const seen = new Map<string, string>();
    const twice = defined.filter(({ id, page }) => seen.has(id) || !seen.set(id, page));
    expect(twice).toEqual([]);
    expect(defined.length).toBeGreaterThan(200);
  });

  it('every id cited in code, tests, documents or screens is defined', () => {
    const known = new Set(defined.map(({ id }) => id));
    const unknown = files.flatMap(({ path, text }) =>
      (text.match(ID) ?? []).filter((id) => !known.has(id)).map((id) => `${path}: ${id}`),
    );
    expect(unknown).toEqual([]);
  });

  it('every rule is proved by a test that names it, or waits on the list, which only shrinks', () => {
    const proofs = files.filter(({ path }) => PROOF.test(path) && !refuses(path)).map(({ text }) => text);
    const named = new Set(proofs.flatMap((text) => text.match(/\[[A-Z]{1,2}\d{1,2}\]/g) ?? []));
    const unproved = defined.map(({ id }) => id).filter((id) => !named.has(`[${id}]`));
    expect(unproved.filter((id) => !notYet.has(id))).toEqual([]);
    expect([...notYet].filter((id) => !unproved.includes(id))).toEqual([]);
    expect(notYet.size).toBe(STILL_TO_PROVE);
  });
});

/** A scenario whose design is refused since a rule is not carried out proves the refusal, not the rule. */
function refuses(path: string): boolean {
  const errors = join(ROOT, path, '../expected-errors.json');
  return (
    path.startsWith('tests/scenarios/') &&
    existsSync(errors) &&
    readFileSync(errors, 'utf8').includes('not-carried-out')
  );
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return /\.(ts|svelte|mjs|md)$/.test(entry.name) ? [path] : [];
  });
}
