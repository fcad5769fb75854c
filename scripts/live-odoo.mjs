/**
 * A real Odoo 19 for the tests, from Debian's packages: unpacked into `.cache/servers` beside the libraries it needs, never installed, with a PostgreSQL of
 * its own. The first time takes some minutes: its database is made once and copied for each run.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CACHE, run, unpack } from './live-servers.mjs';

const HOME = join(CACHE, 'odoo');
const READY = join(HOME, 'ready.json');
const TEMPLATE = 'drysync_template';
const PYTHON = '/usr/bin/python3';
/** Of Debian 12; those of the system are used where they are there. */
const LIBRARIES =
  'asn1crypto babel cbor2 chardet cryptography dateutil docutils freezegun geoip2 gevent greenlet idna jinja2 libsass lxml magic markupsafe num2words ofxparse openpyxl openssl passlib pil polib psutil psycopg2 pypdf qrcode reportlab requests rjsmin serial stdnum tz urllib3 usb vobject werkzeug xlrd xlsxwriter xlwt zeep';
/** What a person does in Odoo's settings to get a key. */
const MAKE_KEY = `from datetime import datetime, timedelta
key = env['res.users.apikeys'].with_user(2)._generate('rpc', 'Drysync', datetime.now() + timedelta(days=80))
env.cr.commit()
print('KEY ' + key)
`;

/** The key of its database; null where Odoo was not got yet, or too long ago for its key. */
export function findOdoo() {
  if (!existsSync(READY)) return null;
  const { key, made } = JSON.parse(readFileSync(READY, 'utf8'));
  return Date.now() - made < 60 * 86_400_000 ? key : null;
}

/** Gets Odoo and makes its database where that is not there. Throws with a sentence where it cannot be had. */
export function getOdoo() {
  if (findOdoo() !== null) return;
  if (process.getuid?.() !== 0)
    throw new Error('Odoo needs a PostgreSQL run as another user, so this needs root.');
  const bin = postgresBin();
  rmSync(HOME, { recursive: true, force: true });
  if (!existsSync(join(CACHE, 'odoo-19'))) unpack('odoo-19');
  getLibraries();
  const data = join(HOME, 'pg');
  mkdirSync(data, { recursive: true });
  run('chown', ['postgres', data]);
  run('su', [
    'postgres',
    '-s',
    '/bin/sh',
    '-c',
    `${bin}/initdb -D ${data}/data -U odoo -A trust -E UTF8 --no-sync`,
  ]);
  const postgres = startPostgres();
  try {
    const common = [...odooArgs(postgres.socket, TEMPLATE), '--log-level=error'];
    const options = { env: odooEnv() };
    const first = ['-i', 'crm,contacts', '--skip-auto-install', '--stop-after-init', '--without-demo=True'];
    run(PYTHON, [program(), ...common, ...first], options);
    const told = run(PYTHON, [program(), 'shell', ...common, '--no-http'], { ...options, input: MAKE_KEY });
    const key = /KEY ([0-9a-f]{40})/.exec(told)?.[1];
    if (key === undefined) throw new Error('Odoo made no key.');
    writeFileSync(READY, JSON.stringify({ key, made: Date.now() }));
  } finally {
    postgres.stop();
  }
}

/** Odoo over a copy of its database, at a port of this machine. `sql` asks the database itself. */
export function startOdoo(port) {
  const postgres = startPostgres();
  const name = `run_${process.pid}`;
  const sql = (text, database = name) =>
    run(`${postgresBin()}/psql`, ['-h', postgres.socket, '-U', 'odoo', '-d', database, '-qc', text], {
      quiet: true,
    });
  sql(`DROP DATABASE IF EXISTS ${name}`, 'postgres');
  sql(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`, 'postgres');
  const more = [
    '--http-interface=127.0.0.1',
    `--http-port=${port}`,
    '--max-cron-threads=0',
    '--log-level=critical',
  ];
  const args = [program(), ...odooArgs(postgres.socket, name), ...more];
  const child = spawn(PYTHON, args, { env: odooEnv(), stdio: 'ignore' });
  const stop = async () => {
    const ended = new Promise((done) => child.once('exit', done));
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await ended;
    }
    postgres.stop();
  };
  return { child, sql, stop };
}

function postgresBin() {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((one) => join(root, one, 'bin')).find((one) => existsSync(join(one, 'initdb')));
  if (found === undefined) throw new Error('Odoo needs PostgreSQL: apt-get install postgresql');
  return found;
}

/** Its sockets stand in a folder with a short name: longer ones the system does not take. */
function startPostgres() {
  const bin = postgresBin();
  const socket = mkdtempSync(join(tmpdir(), 'pg-'));
  chmodSync(socket, 0o755);
  run('chown', ['postgres', socket]);
  const data = join(HOME, 'pg', 'data');
  const settings = `-c listen_addresses= -c unix_socket_directories=${socket} -c fsync=off`;
  const control = (what) => [
    'postgres',
    '-s',
    '/bin/sh',
    '-c',
    `${bin}/pg_ctl -D ${data} ${what} > /dev/null`,
  ];
  run('su', control(`-o '${settings}' -l ${socket}/log -w start`));
  const stop = () => {
    spawnSync('su', control('-m immediate -w stop'));
    rmSync(socket, { recursive: true, force: true });
  };
  return { socket, stop };
}

function getLibraries() {
  const cache = join(HOME, 'cache');
  mkdirSync(join(cache, 'archives', 'partial'), { recursive: true });
  const names = LIBRARIES.split(' ').map((name) => `python3-${name}`);
  const options = ['-o', `Dir::Cache=${cache}`, '-o', 'APT::Sandbox::User=root', '-q', '-y'];
  run('apt-get', ['-q', 'update']);
  run('apt-get', [...options, '--no-install-recommends', '--download-only', 'install', ...names]);
  for (const deb of readdirSync(join(cache, 'archives')).filter((file) => file.endsWith('.deb'))) {
    run('dpkg-deb', ['-x', join(cache, 'archives', deb), join(HOME, 'libraries')]);
  }
  rmSync(cache, { recursive: true, force: true });
}

const program = () => join(CACHE, 'odoo-19', 'usr', 'bin', 'odoo');

const odooArgs = (socket, database) => [
  '-c',
  '/dev/null',
  `--db_host=${socket}`,
  '-r',
  'odoo',
  '-d',
  database,
  `--data-dir=${join(HOME, 'data')}`,
];

function odooEnv() {
  const own = (root) => join(root, 'usr', 'lib', 'python3', 'dist-packages');
  const native = join(HOME, 'libraries', 'usr', 'lib', 'x86_64-linux-gnu');
  const paths = [own(join(CACHE, 'odoo-19')), own(join(HOME, 'libraries'))];
  return { ...process.env, PYTHONPATH: paths.join(':'), LD_LIBRARY_PATH: native };
}
