import { build } from 'esbuild';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chromium, type Browser, type Page } from 'playwright';
import { findBrowser, LAUNCH_ARGS } from '../../scripts/find-browser.mjs';
import { serveRelay, type ServedRelay } from '../server/relay/relay-served.ts';

const CALLERS = resolve(import.meta.dirname, '../../src/lib/connectors/app/callers/relay.ts');
let relay: ServedRelay;
let foreign: Server;
let browser: Browser;
beforeAll(async () => {
  relay = await serveRelay();
  foreign = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>elsewhere</title><body>');
  });
  await new Promise<void>((done) => foreign.listen(0, '127.0.0.1', done));
  browser = await chromium.launch({
    executablePath: findBrowser() ?? '',
    // As if the name had been rebound to this machine.
    args: [...LAUNCH_ARGS, '--host-resolver-rules=MAP evil.example 127.0.0.1'],
  });
});
afterEach(() => {
  relay.app.seen.length = 0;
});
afterAll(async () => {
  await browser.close();
  await relay.close();
  foreign.close();
});

/** Everything a page can send by itself; what each says of it. Nothing here knows the key. */
async function tries(page: Page, base: string): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(async (at) => {
    const key = `${at}/server/relay/key`;
    const call = `${at}/server/relay/call`;
    const told: Record<string, string> = {};
    const ask = async (name: string, url: string, init: RequestInit): Promise<void> => {
      told[name] = await fetch(url, init).then(
        async (answer) => `${answer.type} ${String(answer.status)} ${await answer.text()}`,
        () => 'refused',
      );
    };
    const own = { 'X-Drysync': 'relay' };
    const passed = {
      'X-Drysync-Key': 'A'.repeat(43),
      'X-Drysync-Call': crypto.getRandomValues(new Uint8Array(18)).join('').slice(0, 36),
      'X-Drysync-App': 'hubspot',
      'X-Drysync-Method': 'POST',
      'X-Drysync-Path': '/crm/objects/2026-09/contacts/batch/create',
    };
    for (const mode of ['cors', 'no-cors', 'same-origin'] as const) {
      for (const credentials of ['omit', 'include'] as const) {
        const how = { mode, credentials, method: 'POST' };
        await ask(`key ${mode} ${credentials}`, key, { ...how, headers: own });
        await ask(`key plain ${mode} ${credentials}`, key, how);
        await ask(`call ${mode} ${credentials}`, call, { ...how, headers: passed, body: '{}' });
        await ask(`call plain ${mode} ${credentials}`, call, { ...how, body: '{}' });
        await ask(`get ${mode} ${credentials}`, key, { mode, credentials });
      }
    }
    for (const url of [key, call]) {
      const form = document.createElement('form');
      const frame = document.createElement('iframe');
      frame.name = `frame-${String(Math.random())}`;
      Object.assign(form, { method: 'POST', action: url, target: frame.name, enctype: 'text/plain' });
      const field = document.createElement('input');
      Object.assign(field, { name: '{"inputs":[],"x":"', value: '"}' });
      form.append(field);
      document.body.append(frame, form);
      const loaded = new Promise<void>((done) => {
        frame.onload = () => done();
        setTimeout(done, 2_000);
      });
      form.submit();
      await loaded;
      told[`form ${url}`] = 'sent';
      told[`beacon ${url}`] = String(navigator.sendBeacon(url, '{}'));
      for (const tag of ['img', 'script'] as const) {
        const element = document.createElement(tag);
        told[`${tag} ${url}`] = await new Promise<string>((done) => {
          element.onload = () => done('loaded');
          element.onerror = () => done('refused');
          try {
            element.src = url;
          } catch {
            done('refused');
          }
          document.body.append(element);
        });
      }
      told[`socket ${url}`] = await new Promise<string>((done) => {
        try {
          const socket = new WebSocket(url.replace('http', 'ws'));
          socket.onopen = () => done('opened');
          socket.onerror = () => done('refused');
        } catch {
          done('refused');
        }
      });
      told[`events ${url}`] = await new Promise<string>((done) => {
        const events = new EventSource(url);
        events.onopen = () => done('opened');
        events.onerror = () => {
          events.close();
          done('refused');
        };
      });
    }
    return told;
  }, base);
}

/** Each was refused, or is a blank that says nothing; none loaded. */
const gotThrough = (told: Readonly<Record<string, string>>): string[] =>
  Object.entries(told)
    .filter(([, what]) => /"key"|canary|loaded|opened|(basic|cors|default) 200/.test(what))
    .map(([name, what]) => `${name}: ${what}`);

describe('in a real browser', () => {
  it('[S340] [S341] the page of this server gets the key and its calls through', async () => {
    const page = await browser.newPage();
    await page.goto(relay.url);
    const bundle = await build({
      entryPoints: [CALLERS],
      bundle: true,
      format: 'iife',
      globalName: 'callers',
      write: false,
    });
    const answer: unknown = await page.evaluate(
      `(async () => { ${bundle.outputFiles[0]!.text}
        const call = callers.relayCaller('hubspot', { headers: { authorization: 'Bearer t' } });
        const headers = { 'content-type': 'application/json' };
        const { status, body } = await call({ method: 'POST', path: '/crm/objects/2026-09/contacts/batch/read', headers, body: '{"a":"ü"}' });
        return [status, body, await (await callers.appsInReach()).apps]; })()`,
    );
    const host = `127.0.0.1:${String(relay.app.port)}`;
    const apps = [
      { name: 'hubspot', host },
      { name: 'odoo', host, named: true },
    ];
    expect(answer).toEqual([201, '{"canary":true}', apps]);
    expect(relay.app.seen).toMatchObject([
      { path: '/crm/objects/2026-09/contacts/batch/read', body: '{"a":"ü"}' },
    ]);
    await page.close();
  });

  it('[S340] a page of another port, and one whose name was rebound to this machine, get nothing', async () => {
    const { port } = foreign.address() as AddressInfo;
    const connections = relay.app.connections();
    const at = `http://127.0.0.1:${String(relay.port)}`;
    const rebound = `http://evil.example:${String(relay.port)}`;
    const from: readonly (readonly [page: string, asks: string])[] = [
      [`http://127.0.0.1:${String(port)}/`, at],
      [`http://localhost:${String(port)}/`, at],
      [`http://localhost:${String(port)}/`, `http://localhost:${String(relay.port)}`],
      [`http://evil.example:${String(port)}/`, at],
      [`http://evil.example:${String(port)}/`, rebound],
      [`${rebound}/`, rebound],
    ];
    for (const [address, asks] of from) {
      const page = await browser.newPage();
      await page.goto(address);
      const told = await tries(page, asks);
      expect(Object.keys(told).length).toBeGreaterThanOrEqual(42);
      expect(gotThrough(told), `${address} asks ${asks}`).toEqual([]);
      await page.close();
    }
    expect(relay.app.seen).toEqual([]);
    expect(relay.app.connections()).toBe(connections);
    // They did arrive: it was the relay that refused them.
    expect(relay.log.length).toBeGreaterThan(20);
  });
});
