/**
 * Finds a Chromium for the tests: BROWSER_PATH or CHROME_PATH, playwright's own, one on PATH, the usual places.
 * `npm test` calls `installBrowser` where there is none.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const LAUNCH_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
];

const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of a browser, or null. */
export function findBrowser() {
  for (const path of [process.env.BROWSER_PATH, process.env.CHROME_PATH]) {
    if (path !== undefined && existsSync(path)) return path;
  }
  return playwrightsOwn ?? onPath() ?? usualPlaces();
}

/** Tries to get one: as root by the system's packages, else by playwright. Path, or null with a sentence printed. */
export function installBrowser() {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (asRoot) {
    console.log('No browser found: installing chromium with apt-get.');
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'] };
    spawnSync('apt-get', ['update', '-q'], quiet);
    spawnSync('apt-get', ['install', '-y', '-q', 'chromium'], quiet);
    const found = onPath();
    if (found !== null) return found;
  }
  console.log('No browser found: trying playwright install chromium.');
  const cli = join(import.meta.dirname, '..', 'node_modules', 'playwright', 'cli.js');
  const asked = spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: 'inherit',
    timeout: 300_000,
  });
  if (asked.status === 0) {
    const where = spawnSync(process.execPath, [
      '-e',
      "import('playwright').then((p) => process.stdout.write(p.chromium.executablePath()))",
    ]);
    const path = where.stdout.toString();
    if (existsSync(path)) return path;
  }
  console.log(
    'No browser could be found or installed. Install Chrome or Chromium, or set BROWSER_PATH to one.',
  );
  return null;
}

const playwrightsOwn = await (async () => {
  try {
    const { chromium } = await import('playwright');
    const path = chromium.executablePath();
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
})();

function onPath() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of NAMES) {
      const path = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
      if (folder !== '' && existsSync(path)) return path;
    }
  }
  return null;
}

function usualPlaces() {
  const { PROGRAMFILES, LOCALAPPDATA } = process.env;
  const roots = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA].filter(
    (root) => root !== undefined,
  );
  const places =
    process.platform === 'darwin' ? MAC : roots.flatMap((root) => WINDOWS.map((tail) => join(root, tail)));
  return places.find((path) => existsSync(path)) ?? null;
}
