/**
 * `npm start`: installs and builds what is missing or stale, serves the app on this machine and opens it. Where this
 * folder's server runs already, that one is opened. `-- --odoo https://company.odoo.com` names the Odoo that calls may be passed on to.
 */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { bundled } from './bundle.mjs';
import { ensureBuilt, ensureInstalled, ROOT } from './ensure.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Drysync needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const odoo = odooOf(process.argv.slice(2));
try {
  ensureInstalled();
  ensureBuilt();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const { portsOf, start, upstreamsOf } = await bundled('server/index.ts');
const ports = portsOf(process.env.PORT);
if (ports === null) {
  console.error(
    `PORT is ${process.env.PORT}: expected a number up to 65535, or several separated by commas.`,
  );
  process.exit(1);
}
const apps = upstreamsOf({ odoo, hubspot: process.env.DRYSYNC_RELAY_HUBSPOT });
if (apps.says !== undefined) {
  console.error(apps.says);
  process.exit(1);
}
const started = await start(ROOT, ports, apps.upstreams);
for (const sentence of started.says) console.log(sentence);
if (started.kind === 'found' && odoo !== undefined) {
  console.log(`It keeps the Odoo it was started with; end it and start again for ${odoo}`);
}
if (started.kind === 'none') process.exit(1);
if (process.env.CI === undefined && process.env.NO_OPEN === undefined) open(started.url);

/** The address of an Odoo, from the command line or else the environment. */
function odooOf(args) {
  try {
    return (
      parseArgs({ args, options: { odoo: { type: 'string' } } }).values.odoo ?? process.env.DRYSYNC_RELAY_ODOO
    );
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

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
