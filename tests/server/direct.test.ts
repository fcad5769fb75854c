import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directOf } from '../../server/direct.ts';
import { relayOf } from '../../server/relay/relay.ts';
import { routesOf } from '../../server/routes.ts';
import { serve, type Serving } from '../../server/serve.ts';

const PAGE = `<meta http-equiv="content-security-policy" content="default-src 'none'; connect-src 'self'; img-src 'self'">`;
const NAMED = { pocketbase: 'http://127.0.0.1:8090', salesforce: 'https://acme.my.salesforce.com' };

let build = '';
beforeAll(() => {
  build = mkdtempSync(join(tmpdir(), 'drysync-build-'));
  mkdirSync(join(build, 'immutable', 'workers'), { recursive: true });
  writeFileSync(join(build, 'index.html'), PAGE);
  writeFileSync(join(build, 'immutable', 'workers', 'w.js'), '');
});
afterAll(() => rmSync(build, { recursive: true }));

async function served(named: typeof NAMED | null): Promise<Serving> {
  const made = directOf(named ?? {});
  if ('says' in made) throw new Error(made.says);
  const { direct } = made;
  const origins = direct.map(({ origin }) => origin);
  const identity = { app: 'drysync', version: '1', folder: '/none' } as const;
  const relay = relayOf({ upstreams: new Map(), direct });
  return serve([...relay, ...routesOf(identity, build, origins)], 0, origins);
}

const policyIn = (text: string): string => /connect-src ([^;"]*)/.exec(text)?.[1] ?? '';

describe('hosts a page may call by itself', () => {
  it('[S353] are those that were named, in every header and in the page, and none without', async () => {
    for (const [named, sources] of [
      [null, "'self'"],
      [NAMED, "'self' http://127.0.0.1:8090 https://acme.my.salesforce.com"],
    ] as const) {
      const server = await served(named);
      for (const path of ['', 'immutable/workers/w.js', 'server/none', 'none.js']) {
        const answer = await fetch(server.url + path);
        expect(policyIn(answer.headers.get('content-security-policy') ?? ''), path).toBe(sources);
        const text = await answer.text();
        if (path === '') expect(policyIn(text)).toBe(sources);
        if (path === '') expect(text).toContain("img-src 'self'");
        if (path.endsWith('w.js')) expect(answer.headers.get('cache-control')).toBe('no-cache');
      }
      const key = await fetch(`${server.url}server/relay/key`, {
        method: 'POST',
        headers: {
          Origin: server.url.slice(0, -1),
          'Sec-Fetch-Site': 'same-origin',
          'X-Drysync': 'relay',
        },
      });
      expect(await key.json()).toMatchObject({
        direct:
          named === null
            ? []
            : [
                { name: 'pocketbase', origin: NAMED.pocketbase },
                { name: 'salesforce', origin: NAMED.salesforce },
              ],
      });
      await server.close();
    }
  });

  it('[S353] a name that is no address, or no Salesforce, is refused in a sentence', () => {
    const says = (named: Parameters<typeof directOf>[0]): string => {
      const made = directOf(named);
      return 'says' in made ? made.says : '';
    };
    for (const bad of ['acme', 'http://acme.example', 'https://a:b@acme.example', 'https://acme.example/x'])
      expect(says({ pocketbase: bad }), bad).toContain('no address of a PocketBase');
    for (const bad of [
      'https://salesforce.com.evil.example',
      'https://evilsalesforce.com',
      'http://a.force.com',
    ])
      expect(says({ salesforce: bad }), bad).toContain('no address of a Salesforce org');
    expect(says({ pocketbase: '', salesforce: undefined })).toBe('');
    expect(says({ pocketbase: "https://x.example; script-src 'unsafe-inline'" })).not.toBe('');
    expect(says({ salesforce: 'https://acme--dev.sandbox.my.salesforce.com/' })).toBe('');
  });
});
