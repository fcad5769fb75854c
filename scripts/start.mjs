/**
 * `npm start`: installs and builds what is missing or stale, serves the app on this machine and opens it. Where this
 * folder's server runs already, that one is opened. `-- --odoo https://company.odoo.com` names an Odoo that calls may be passed on to,
 * `--pocketbase` and `--salesforce` a host that the page may call by itself; each may be given several times.
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

const named = namedIn(process.argv.slice(2));
try {
  ensureInstalled();
  ensureBuilt();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const { directOf, namesIn, portsOf, start, upstreamsOf } = await bundled('server/index.ts');
const ports = portsOf(process.env.PORT);
if (ports === null) {
  console.error(
    `PORT is ${process.env.PORT}: expected a number up to 65535, or several separated by commas.`,
  );
  process.exit(1);
}
const odoo = named.odoo ?? namesIn(process.env.DRYSYNC_RELAY_ODOO);
const hosts = directOf({
  pocketbase: named.pocketbase ?? namesIn(process.env.DRYSYNC_POCKETBASE),
  salesforce: named.salesforce ?? namesIn(process.env.DRYSYNC_SALESFORCE),
});
if (hosts.says !== undefined) {
  console.error(hosts.says);
  process.exit(1);
}
const apps = upstreamsOf({
  odoo,
  hubspot: process.env.DRYSYNC_RELAY_HUBSPOT,
  salesforce: hosts.direct.filter(({ name }) => name === 'salesforce').map(({ origin }) => origin),
});
if (apps.says !== undefined) {
  console.error(apps.says);
  process.exit(1);
}
const started = await start(ROOT, ports, apps.upstreams, hosts.direct);
for (const sentence of started.says) console.log(sentence);
const wanted = [...odoo, ...hosts.direct.map(({ origin }) => origin)];
if (started.kind === 'found' && wanted.length > 0) {
  console.log(`It keeps the hosts it was started with; end it and start again for ${wanted.join(', ')}`);
}
if (started.kind === 'none') process.exit(1);
if (process.env.CI === undefined && process.env.NO_OPEN === undefined) open(started.url);

/** Addresses of apps on the command line. */
function namedIn(args) {
  const options = {
    odoo: { type: 'string', multiple: true },
    pocketbase: { type: 'string', multiple: true },
    salesforce: { type: 'string', multiple: true },
  };
  try {
    return parseArgs({ args, options }).values;
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
