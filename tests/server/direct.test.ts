import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directOf, namesIn } from '../../server/direct.ts';
import { relayOf } from '../../server/relay/relay.ts';
import { routesOf } from '../../server/routes.ts';
import { serve, type Serving } from '../../server/serve.ts';

const PAGE = `<meta http-equiv="content-security-policy" content="default-src 'none'; connect-src 'self'; img-src 'self'">`;
const NAMED = {
  pocketbase: ['http://127.0.0.1:8090', 'https://data.example', 'http://127.0.0.1:8090/'],
  salesforce: ['https://acme.my.salesforce.com', 'https://other.my.salesforce.com'],
};
const ORIGINS = [...NAMED.pocketbase.slice(0, 2), ...NAMED.salesforce];

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
  it('[S353] [S460] are those that were named, each once, in every header and in the page, and none without', async () => {
    for (const [named, sources] of [
      [null, "'self'"],
      [NAMED, `'self' ${ORIGINS.join(' ')}`],
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
            : ORIGINS.map((origin, at) => ({ name: at < 2 ? 'pocketbase' : 'salesforce', origin })),
      });
      await server.close();
    }
  });

  it('[S460] stand apart by commas in one text', () => {
    expect(namesIn(undefined)).toEqual([]);
    expect(namesIn(' , ')).toEqual([]);
    expect(namesIn('https://a.example, https://b.example,')).toEqual([
      'https://a.example',
      'https://b.example',
    ]);
  });

  it('[S353] a name that is no address, or no Salesforce, is refused in a sentence', () => {
    const says = (named: Parameters<typeof directOf>[0]): string => {
      const made = directOf(named);
      return 'says' in made ? made.says : '';
    };
    for (const bad of ['acme', 'http://acme.example', 'https://a:b@acme.example', 'https://acme.example/x'])
      expect(says({ pocketbase: ['https://data.example', bad] }), bad).toContain(
        'no address of a PocketBase',
      );
    for (const bad of [
      'https://salesforce.com.evil.example',
      'https://evilsalesforce.com',
      'http://a.force.com',
    ])
      expect(says({ salesforce: ['https://acme.my.salesforce.com', bad] }), bad).toContain(
        'no address of a Salesforce org',
      );
    expect(says({ pocketbase: [] })).toBe('');
    expect(says({ pocketbase: ["https://x.example; script-src 'unsafe-inline'"] })).not.toBe('');
    expect(says({ salesforce: ['https://acme--dev.sandbox.my.salesforce.com/'] })).toBe('');
  });
});
