/**
 * `npm start`: installs and builds what is missing or stale, serves the app on this machine and opens it. Where this
 * folder's server runs already, that one is opened.
 */
import { spawn } from 'node:child_process';
import { bundled } from './bundle.mjs';
import { ensureBuilt, ensureInstalled, ROOT } from './ensure.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Drysync needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

try {
  ensureInstalled();
  ensureBuilt();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const { portsOf, start } = await bundled('server/index.ts');
const ports = portsOf(process.env.PORT);
if (ports === null) {
  console.error(
    `PORT is ${process.env.PORT}: expected a number up to 65535, or several separated by commas.`,
  );
  process.exit(1);
}
const started = await start(ROOT, ports);
for (const sentence of started.says) console.log(sentence);
if (started.kind === 'none') process.exit(1);
if (process.env.CI === undefined && process.env.NO_OPEN === undefined) open(started.url);

/** A browser that cannot be opened is no error: the address stands above. */
function open(address) {
  const [command, args] =
    process.platform === 'darwin'
      ? ['open', [address]]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '', address]]
        : ['xdg-open', [address]];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
