import { expect, it } from 'vitest';
import { measurePush } from './hubspot-speed.ts';

it('[S337] a push of 10,000 updates takes the time that HubSpot’s limit makes it take, and 5 % more at most', async () => {
  const { written, seconds, least, refusedForRate } = await measurePush(10_000);
  expect(written).toBe(10_000);
  expect(refusedForRate).toBe(0);
  expect(least / seconds).toBeGreaterThanOrEqual(0.95);
  expect(least / seconds).toBeLessThanOrEqual(1);
});
