import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LoopDisk } from '../../scripts/loop-disk.mjs';
import { BareBrowser } from '../e2e/push/bare-browser.ts';
import { PushServer } from '../e2e/push/push-server.ts';
import { judgeByServer } from '../e2e/push/server-truth.ts';
import { Random } from '../reference/random.ts';
import { cutPower, CUTS, SEED } from './cuts.ts';

let disk: LoopDisk;
let browser: BareBrowser;
const server = new PushServer(new Random(SEED), { changes: 40, creates: 40, deals: 8 });
beforeAll(async () => {
  disk = await LoopDisk.make(512);
  browser = new BareBrowser(join(disk.folder, 'profile'));
});
afterAll(async () => {
  server.close();
  await browser.kill();
  await disk.remove();
});

it(`[F1] [F3] [S451] power cut in a push with 4 batches in flight, ${String(CUTS)} times: nothing twice, nothing lost, nothing unapproved, journal = server`, async () => {
  const random = new Random(SEED);
  const url = await server.start();
  for (let cuts = 0; cuts < CUTS; cuts++) {
    const moment = server.reached(1 + random.int(50));
    browser.start(url);
    await moment;
    await wait(random.int(30));
    server.deafen();
    await cutPower(disk, browser);
  }
  // Those that ended before a cut are told of once more, by what the disk has of them.
  server.askAll();
  server.isLast = true;
  const over = server.over();
  browser.start(url);
  await over;
  await browser.kill();
  expect(server.pushes.length).toBeGreaterThan(2);
  judgeByServer(server);
});
