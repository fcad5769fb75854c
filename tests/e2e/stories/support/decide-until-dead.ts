import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Profile } from './profile.ts';
import { approved, decideByKey, onPlan, openSample } from './steps.ts';

/** How a browser dies while a person decides, and how often. */
export interface Dying {
  readonly profile: Profile;
  readonly url: string;
  readonly runs: number;
  /** From 0 to 1. */
  readonly random: () => number;
  /** The browser is dead after it; its profile is there. */
  readonly die: () => Promise<void>;
}

/** Approves records of the sample by key until the browser dies, again and again: those the screen acknowledged are approved afterwards. */
export async function decideUntilDead({ profile, url, runs, random, die }: Dying): Promise<void> {
  let page = await profile.start(url);
  await openSample(page);
  const place = page.url();
  const told: string[] = [];
  for (let run = 0; run < runs; run++) {
    await page.getByRole('grid').focus();
    const before = await approved(page);
    // The first of the list are decided already.
    for (let row = 0; row < before; row++) await page.keyboard.press('j');
    const presses = 1 + Math.floor(random() * 4);
    for (let press = 0; press < presses; press++) await decideByKey(page, 'a');
    const acknowledged = before + presses;
    // One more is under way when the browser dies.
    await page.keyboard.press('a');
    await wait(random() * 30);
    await die();
    page = await profile.start('about:blank');
    const usable = await timed(async () => {
      await page.goto(place);
      await onPlan(page);
    });
    const found = await approved(page);
    told.push(
      `run ${String(run)}: ${String(acknowledged)} acknowledged, ${String(found)} found, ${String(usable)} ms`,
    );
    expect(found, told.join('\n')).toBeGreaterThanOrEqual(acknowledged);
    expect(found, told.join('\n')).toBeLessThanOrEqual(acknowledged + 1);
  }
  console.log(told.join('\n'));
}

/** Milliseconds that it took. */
export async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round(performance.now() - started);
}
