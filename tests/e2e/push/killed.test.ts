import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { Random } from '../../reference/random.ts';
import { BareBrowser } from './bare-browser.ts';
import { PushServer } from './push-server.ts';
import { judgeByServer } from './server-truth.ts';

/** `FAULTS=n`: n times as many (`npm run faults:long`). `E2E_SEED` takes other moments. */
const TIMES = Number(process.env['FAULTS'] ?? 1);
const KILLS = 25 * TIMES;
const DROPS = 200 * TIMES;
const SEED = Number(process.env['E2E_SEED'] ?? 4711);

const browsers: BareBrowser[] = [];
const servers: PushServer[] = [];
afterAll(async () => {
  for (const one of browsers) await one.remove();
  for (const one of servers) one.close();
});

function browser(): BareBrowser {
  const one = new BareBrowser();
  browsers.push(one);
  return one;
}

it(`[F3] SIGKILL of the browser in a push with 4 batches in flight, ${String(KILLS)} times: nothing twice, nothing lost, nothing unapproved, journal = server`, async () => {
  console.log(`E2E_SEED=${String(SEED)}`);
  const random = new Random(SEED);
  const server = new PushServer(random, { changes: 40, creates: 40, deals: 8 });
  servers.push(server);
  const url = await server.start();
  const own = browser();
  for (let kills = 0; kills < KILLS; kills++) {
    const moment = server.reached(1 + random.int(50));
    own.start(url);
    await moment;
    await wait(random.int(30));
    await own.kill();
  }
  server.isLast = true;
  const over = server.over();
  own.start(url);
  await over;
  await own.kill();
  expect(server.pushes.length).toBeGreaterThan(3);
  judgeByServer(server);
});

it(`[F2] ${String(DROPS)} answers dropped after the app had done it, which the browser sends again by itself: nothing twice, nothing lost`, async () => {
  const server = new PushServer(new Random(SEED), { changes: 100, creates: 100, deals: 0 });
  servers.push(server);
  server.dropShare = 0.8;
  const url = await server.start();
  const own = browser();
  own.start(url);
  while (server.drops < DROPS) await server.reached(20);
  server.isLast = true;
  await server.over();
  await own.kill();
  expect(server.repeats).toBeGreaterThan(DROPS / 4);
  judgeByServer(server);
});
