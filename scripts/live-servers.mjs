/**
 * Real servers for the tests, from Debian's packages: taken into `.cache/servers`, never installed, by an apt list of their own, so that the system
 * keeps its own. `node scripts/live-servers.mjs` gets them, says what it does and fails where one cannot be had.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const CACHE = resolve(import.meta.dirname, '..', '.cache', 'servers');
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const sourcesAt = (archive) => `Types: deb
URIs: ${archive}
Suites: sid
Components: main
Signed-By: ${KEYRING}
`;

/** Path of the server, or null where it was not got yet. */
export function findPocketBase() {
  const own = join(CACHE, 'pocketbase', 'usr', 'bin', 'base');
  const path = process.env.POCKETBASE_PATH ?? own;
  return existsSync(path) ? path : null;
}

/** Gets PocketBase where it is not there. Throws with a sentence where it cannot be had. */
export function getPocketBase() {
  const found = findPocketBase();
  if (found !== null) return found;
  unpack('pocketbase');
  const path = findPocketBase();
  if (path === null) throw new Error('The package pocketbase holds no usr/bin/base.');
  return path;
}

/** A package of Debian sid, unpacked into a folder of its own. */
export function unpack(name) {
  for (const tool of ['apt-get', 'dpkg-deb']) {
    if (spawnSync(tool, ['--version']).error !== undefined) {
      throw new Error(`${name} comes as a Debian package, and there is no ${tool} here.`);
    }
  }
  if (!existsSync(KEYRING)) throw new Error(`${name} comes from Debian, whose key is not here: ${KEYRING}`);
  const archive = debianArchive();
  if (archive === null)
    throw new Error(`${name} comes from Debian, and this system takes no packages from there.`);
  const apt = join(CACHE, 'apt');
  const debs = join(CACHE, 'debs');
  for (const folder of ['parts', 'lists/partial', 'cache/archives/partial']) {
    mkdirSync(join(apt, folder), { recursive: true });
  }
  rmSync(debs, { recursive: true, force: true });
  mkdirSync(debs, { recursive: true });
  writeFileSync(join(apt, 'parts', 'sid.sources'), sourcesAt(archive));
  const options = [
    'Dir::Etc::sourcelist=/dev/null',
    `Dir::Etc::sourceparts=${join(apt, 'parts')}`,
    `Dir::State::lists=${join(apt, 'lists')}`,
    `Dir::Cache=${join(apt, 'cache')}`,
    'APT::Update::Post-Invoke-Success=',
    // Its own user could not write into this folder.
    'APT::Sandbox::User=root',
  ].flatMap((option) => ['-o', option]);
  run('apt-get', [...options, '-q', 'update']);
  run('apt-get', [...options, '-q', 'download', name], { cwd: debs });
  const deb = readdirSync(debs).find((file) => file.startsWith(`${name}_`) && file.endsWith('.deb'));
  if (deb === undefined) throw new Error(`apt-get downloaded no package ${name}.`);
  const folder = join(CACHE, name);
  rmSync(folder, { recursive: true, force: true });
  run('dpkg-deb', ['-x', join(debs, deb), folder]);
  rmSync(debs, { recursive: true, force: true });
}

/** Where this system takes Debian's packages from. */
function debianArchive() {
  const asked = spawnSync('apt-get', ['indextargets', '--format', '$(REPO_URI)', 'Created-By: Packages']);
  const found = asked.stdout
    ?.toString()
    .split('\n')
    .find((line) => /\/debian\/?$/.test(line));
  return found ?? null;
}

export function run(command, args, { cwd = CACHE, quiet = false, ...more } = {}) {
  if (!quiet) console.log(`${command} ${args.filter((arg) => arg !== '-o').join(' ')}`);
  const done = spawnSync(command, args, {
    ...more,
    cwd,
    stdio: [more.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    timeout: 1_800_000,
  });
  if (done.status === 0) return done.stdout.toString();
  throw new Error(
    `${command} failed: ${done.stderr?.toString().trim() || done.error?.message || 'no reason given'}`,
  );
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename) {
  try {
    console.log(`PocketBase: ${getPocketBase()}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
