/**
 * Every gate, then every test, each with its time. `npm run verify` for a person, `npm test` for a machine.
 * `runAll()` resolves to what passed, what failed and what was not run.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureBuilt, ROOT } from './ensure.mjs';
import { findBrowser } from './find-browser.mjs';
import { whyNoPowerCut } from './loop-disk.mjs';

/** Initial JavaScript of the page, gzip, in bytes. */
const INITIAL_JS_LIMIT = 60 * 1024;

const GATES = [
  ['types: generated', 'svelte-kit', ['sync']],
  ['lint', 'eslint', ['.', '--max-warnings', '0']],
  ['types: engine (no DOM, no Node)', 'tsc', ['-p', 'tsconfig.engine.json']],
  ['types: workers', 'tsc', ['-p', 'tsconfig.workers.json']],
  ['types: command line', 'tsc', ['-p', 'tsconfig.node.json']],
  [
    'types: app, tests, svelte',
    'svelte-check',
    ['--tsconfig', './tsconfig.json', '--output', 'human', '--fail-on-warnings'],
  ],
  ['format', 'prettier', ['--check', '.', '--log-level', 'warn']],
  [
    'imports',
    'depcruise',
    ['src', 'workers', 'server', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
  ],
  ['unused files and exports', 'knip', []],
];

/** Runs all of it; never throws for a failed gate. */
export async function runAll() {
  const started = performance.now();
  const tally = { passed: 0, failed: 0, notRun: new Set() };
  const [generated, ...gates] = GATES.map(
    ([name, bin, args]) =>
      () =>
        gate(tally, name, () => run(bin, args)),
  );
  await generated();
  await sideBySide(gates);
  await gate(tally, 'build', async () => {
    ensureBuilt();
    return { ok: true, text: '' };
  });
  await gate(tally, 'initial JavaScript', async () => initialJs());
  await vitest(tally, 'unit tests', ['unit']);
  await gate(tally, 'mutants, a sample', () => mutants());
  if (findBrowser() === null) {
    tally.notRun.add(
      'NOT RUN: browser and e2e tests and power cuts, no browser was found (set BROWSER_PATH)',
    );
  } else {
    await vitest(tally, 'browser tests', ['browser']);
    const why = await whyNoPowerCut();
    if (why !== null) tally.notRun.add(`NOT RUN: power cut, ${why}`);
    const projects = why === null ? ['e2e', 'power'] : ['e2e'];
    // A browser's story waits as much as it works: one more than there are cores keeps them all busy.
    await vitest(tally, 'end-to-end tests', projects, [`--maxWorkers=${availableParallelism() + 1}`]);
  }
  console.log(`all of it  ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return tally;
}

/**
 * With CI=true what was not run counts as failed, unless it needs ../shared, which only its makers have, a real server, which comes as a
 * package, or a disk whose power can be cut.
 */
export function notRunFails(notRun) {
  if (process.env.CI !== 'true') return 0;
  return [...notRun].filter((line) => !/\.\.\/shared|tests\/live\/|^NOT RUN: power cut,/.test(line)).length;
}

/** Bugs that the tests must notice: 20 of them, others with each commit. */
async function mutants() {
  const { ok, text } = await command(process.execPath, [join(ROOT, 'scripts', 'mutants.mjs'), '--sample']);
  const lines = plain(text).trimEnd().split('\n');
  const sample = lines.find((line) => line.startsWith('a sample')) ?? '';
  return { ok, text, note: `${sample}: ${lines.at(-1)}` };
}

/** Runs them on all cores, the next one where one has ended. */
async function sideBySide(works) {
  const left = [...works];
  const lane = async () => {
    for (let work = left.shift(); work !== undefined; work = left.shift()) await work();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
}

async function gate(tally, name, work) {
  const started = performance.now();
  let result;
  try {
    result = await work();
  } catch (error) {
    result = { ok: false, text: error.message };
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${result.ok ? 'ok  ' : 'FAIL'} ${name}  ${seconds} s${result.note ? `  ${result.note}` : ''}`);
  if (!result.ok) console.log(result.text.trimEnd());
  // Failed tests are counted one by one; a run that failed with none of them failing is a failure of its own.
  if (result.counted !== true) tally[result.ok ? 'passed' : 'failed'] += 1;
}

async function vitest(tally, name, projects, more = []) {
  const report = join(ROOT, '.cache', `vitest-${projects.join('-')}.json`);
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  await gate(tally, name, async () => {
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { ok, text } = await run(
      'vitest',
      [...args, ...more, '--passWithNoTests', ...projects.map((one) => `--project=${one}`)],
      { live: true },
    );
    for (const line of plain(text).split('\n')) {
      if (line.trim().startsWith('NOT RUN: ')) tally.notRun.add(line.trim());
    }
    if (!existsSync(report)) return { ok: false, text: 'the tests did not end' };
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    tally.passed += numPassedTests;
    tally.failed += numFailedTests;
    for (const file of testResults) {
      for (const one of file.assertionResults) {
        if (one.status !== 'passed' && one.status !== 'failed') {
          tally.notRun.add(`NOT RUN: ${one.fullName}, ${one.status}`);
        }
      }
    }
    const counted = ok || numFailedTests > 0;
    return { ok, counted, text: '', note: `${numPassedTests} passed, ${numFailedTests} failed` };
  });
}

/** What the first page loads before anything is clicked: every script the page names and what those import. */
function initialJs() {
  const page = readFileSync(join(ROOT, 'build', 'index.html'), 'utf8');
  const seen = new Set();
  const follow = (path) => {
    if (seen.has(path) || !existsSync(path)) return;
    seen.add(path);
    const code = readFileSync(path, 'utf8');
    for (const [, to] of code.matchAll(/(?:from|import)\s*"(\.{1,2}\/[^"]+\.js)"/g))
      follow(resolve(path, '..', to));
  };
  for (const [, path] of page.matchAll(/"(?:\.?\/)?((?:\.\/)?_app\/immutable\/[^"]+\.js)"/g)) {
    follow(join(ROOT, 'build', path));
  }
  // The page's own node is imported by number: all nodes of the home page count.
  const bytes = [...seen].reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
  const note = `${(bytes / 1024).toFixed(1)} kB gzip in ${seen.size} files, limit ${INITIAL_JS_LIMIT / 1024} kB`;
  const ok = seen.size > 0 && bytes <= INITIAL_JS_LIMIT;
  return { ok, note, text: 'The page loads more than it may before the first click.' };
}

function run(bin, args, { live = false } = {}) {
  const windows = process.platform === 'win32';
  const path = join(ROOT, 'node_modules', '.bin', windows ? `${bin}.cmd` : bin);
  return command(path, args, { live, shell: windows });
}

function command(path, args, { live = false, shell = false } = {}) {
  return new Promise((done) => {
    const child = spawn(path, args, { cwd: ROOT, shell, env: { ...process.env, NO_COLOR: '1' } });
    let text = '';
    const take = (stream) => (chunk) => {
      text += chunk;
      if (live) stream.write(chunk);
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    child.on('error', (error) => done({ ok: false, text: error.message }));
    child.on('close', (code) => done({ ok: code === 0, text }));
  });
}

function plain(text) {
  const escape = String.fromCharCode(27);
  return text.replaceAll(new RegExp(`${escape}\\[[0-9;]*m`, 'g'), '');
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename) {
  const { passed, failed, notRun } = await runAll();
  for (const line of notRun) console.log(line);
  const all = failed + notRunFails(notRun);
  console.log(`${passed} passed, ${all} failed`);
  process.exitCode = all === 0 ? 0 : 1;
}
