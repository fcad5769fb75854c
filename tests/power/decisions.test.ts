import { join } from 'node:path';
import { afterAll, beforeAll, it } from 'vitest';
import { LoopDisk } from '../../scripts/loop-disk.mjs';
import type { Serving } from '../../server/serve.ts';
import { serveBuild } from '../e2e/setup/server.ts';
import { decideUntilDead } from '../e2e/stories/support/decide-until-dead.ts';
import { Profile } from '../e2e/stories/support/profile.ts';
import { Random } from '../reference/random.ts';
import { cutPower, CUTS, SEED } from './cuts.ts';

/** A person decides slowly: fewer than of pushes. */
const RUNS = Math.ceil(CUTS / 3);

let disk: LoopDisk;
let profile: Profile;
let app: Serving;
beforeAll(async () => {
  disk = await LoopDisk.make(512);
  profile = new Profile(join(disk.folder, 'profile'));
  app = await serveBuild();
});
afterAll(async () => {
  await app.close();
  await profile.kill();
  await disk.remove();
});

it(`[F1] [S451] power cut in decisions, ${String(RUNS)} times: none that was acknowledged is lost`, async () => {
  const random = new Random(SEED);
  await decideUntilDead({
    profile,
    url: app.url,
    runs: RUNS,
    random: () => random.next(),
    die: () => cutPower(disk, profile),
  });
});
