/** `npm start`: installs and builds what is missing or stale, serves the app on this machine and opens it. */
import { spawn } from 'node:child_process';
import { ensureBuilt, ensureInstalled } from './ensure.mjs';

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
const { serve } = await import('./serve.mjs');
const { url } = await serve({ port: Number(process.env.PORT ?? 0) });
console.log(`Drysync is at ${url}  (Ctrl C ends it)`);
if (process.env.CI === undefined && process.env.NO_OPEN === undefined) open(url);

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
