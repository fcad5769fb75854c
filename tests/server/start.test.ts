import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { routesOf } from '../../server/routes.ts';
import { serve } from '../../server/serve.ts';
import { portsOf, start, type Start } from '../../server/start.ts';
import { freePorts, listening } from './ports.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function started(ports: readonly number[]): Promise<Start> {
  const one = await start(ROOT, ports);
  if (one.kind === 'serving') ends.push(() => one.server.close());
  return one;
}
const at = (port: number | undefined): string => `http://127.0.0.1:${String(port)}/`;

describe('the port', () => {
  it('is the one of the README, each time', () => {
    const [first, ...others] = portsOf(undefined) ?? [];
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    expect(readme).toContain(at(first));
    for (const other of others) expect(readme).toContain(String(other));
    expect(others.length).toBeGreaterThan(0);
  });

  it('can be named, or several in their order', () => {
    expect(portsOf('8080')).toEqual([8080]);
    expect(portsOf('8080, 8081')).toEqual([8080, 8081]);
    for (const none of ['x', '70000', '1,,2', '-1']) expect(portsOf(none), none).toBeNull();
  });

  it('is the next one where another program has it, and the sentence says what that means', async () => {
    const other = await listening(0, 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
    ends.push(() => other.close());
    const [next] = await freePorts(1);
    const one = await started([other.port, next!]);
    expect(one).toMatchObject({ kind: 'serving', url: at(next) });
    expect(one.says[0]).toContain(`Port ${String(other.port)} is taken`);
    expect(one.says[0]).toContain(`those made at ${at(other.port)} are not seen`);
  });

  it('is none where all are taken', async () => {
    const others = [await listening(), await listening()];
    for (const other of others) ends.push(() => other.close());
    const one = await started(others.map(({ port }) => port));
    expect(one.kind).toBe('none');
    for (const { port } of others) expect(one.says[0]).toContain(String(port));
  });
});

describe('a second start', () => {
  it('finds the server that runs already, at whichever of the ports', async () => {
    const other = await listening();
    ends.push(() => other.close());
    const [next] = await freePorts(1);
    const ports = [other.port, next!];
    expect((await started(ports)).kind).toBe('serving');
    expect(await started(ports)).toMatchObject({ kind: 'found', url: at(next) });
  });

  it('takes another folder’s Drysync for another program', async () => {
    const foreign = await serve(routesOf({ app: 'drysync', version: '1', folder: '/elsewhere' }));
    ends.push(() => foreign.close());
    const [next] = await freePorts(1);
    const one = await started([Number(new URL(foreign.url).port), next!]);
    expect(one).toMatchObject({ kind: 'serving', url: at(next) });
  });

  it('says so where the one that runs is of another version', async () => {
    const older = await serve(routesOf({ app: 'drysync', version: '0', folder: ROOT }));
    ends.push(() => older.close());
    const one = await started([Number(new URL(older.url).port)]);
    expect(one.kind).toBe('found');
    expect(one.says[1]).toContain('version 0');
  });
});
