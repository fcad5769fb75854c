import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { BrowserContext, Page } from 'playwright';

/** All that a page keeps, shows and says, by place: each as one text. */
export async function keptByPage(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(async () => {
    const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
    // Rows as they are, with the bytes in them as letters.
    const textOf = (row: unknown): string =>
      row instanceof Uint8Array
        ? latin1(row)
        : JSON.stringify(row, (_, value: unknown) => (value instanceof Uint8Array ? latin1(value) : value));
    const rows: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((done) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => done(request.result);
      });
      for (const table of db.objectStoreNames) {
        const store = db.transaction(table).objectStore(table);
        const all = await new Promise<unknown[]>((done) => {
          const request = store.getAll();
          request.onsuccess = () => done(request.result as unknown[]);
        });
        rows.push(...all.map(textOf));
      }
      db.close();
    }
    const cached: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        cached.push(request.url);
        if (/\.(?:js|css|woff2|png|csv)$/.test(request.url)) continue;
        cached.push((await (await cache.match(request))?.text()) ?? '');
      }
    }
    const files: string[] = [];
    for await (const [name, handle] of await navigator.storage.getDirectory()) {
      files.push(name);
      if (handle instanceof FileSystemFileHandle) files.push(await (await handle.getFile()).text());
    }
    return {
      address: `${location.href} ${JSON.stringify(history.state)} ${document.referrer} ${window.name}`,
      page: document.documentElement.outerHTML,
      fields: [...document.querySelectorAll('input, textarea')]
        .map((one) => (one as HTMLInputElement).value)
        .join('\n'),
      localStorage: JSON.stringify({ ...localStorage }),
      sessionStorage: JSON.stringify({ ...sessionStorage }),
      indexedDB: rows.join('\n'),
      caches: cached.join('\n'),
      privateFiles: files.join('\n'),
      performance: JSON.stringify(performance.getEntries()),
    };
  });
}

/** What a page says and asks for while it is watched: its console, its own server's addresses, cookies. */
export function watched(context: BrowserContext, page: Page, url: string) {
  const log: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => log.push(message.text()));
  page.on('pageerror', (error) => log.push(String(error.stack)));
  context.on('request', (request) => {
    asked.push(request.url());
    // What goes to an app by the relay has the sign-in in its headers, and in them alone.
    if (request.url().startsWith(url)) asked.push(request.postData() ?? '');
  });
  return async (): Promise<Readonly<Record<string, string>>> => ({
    console: log.join('\n'),
    requests: asked.join('\n'),
    cookies: JSON.stringify(await context.cookies()),
  });
}

/** A file that is handed to the person; archives unpacked, as one text. */
export async function saved(page: Page, press: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  const bytes = readFileSync(await file.path());
  if (!file.suggestedFilename().endsWith('.zip')) return bytes.toString('latin1');
  return Object.entries(unzipSync(bytes))
    .map(([name, entry]) => `${name}\n${strFromU8(entry, true)}`)
    .join('\n');
}
