import { resolve } from 'node:path';
import type { Page } from 'playwright';
import { SIDES } from '../../src/lib/engine/model/side.ts';
import { serveBuild } from '../e2e/setup/server.ts';
import { giveByPath, Profile } from '../e2e/stories/support/profile.ts';
import type { ExportFiles } from './browser-files.ts';
import { freshBytes, processorTime, watchMemory } from './browser-memory.ts';
import type { LongTask, Report } from './browser-report.ts';

interface Options {
  readonly replans: number;
  readonly runs: number;
}

/**
 * The built app as a person uses it, in a Chromium that runs nothing else: two files in, design, re-plans, the list's
 * last row. What it is for: the page's long tasks, and, in a last run of its own because looking at the memory of every
 * process takes time from them, the memory of the whole.
 */
export async function runInApp(report: Report, files: ExportFiles, options: Options): Promise<void> {
  const server = await serveBuild(resolve('build'));
  const tasks: LongTask[][] = [];
  let peak = 0;
  try {
    for (let run = 0; run <= options.runs; run++) {
      const measured = run === options.runs;
      const profile = new Profile();
      const page = await profile.start('about:blank');
      const memory = measured ? watchMemory(profile.pid) : null;
      try {
        page.setDefaultTimeout(600_000);
        await page.addInitScript(watchLongTasks);
        await work(page, profile.pid, server.url, files, options.replans, measured ? null : report);
        if (memory !== null) {
          peak = memory.take();
          continue;
        }
        tasks.push(
          await page.evaluate(() =>
            longTasks.map(({ start, ...rest }) => ({
              ...rest,
              during: steps.findLast((one) => one.from <= start)?.name ?? '',
            })),
          ),
        );
      } finally {
        memory?.stop();
        await profile.remove();
      }
    }
    report.peak(peak);
  } catch (error) {
    report.failed('drysync, the app', error);
  } finally {
    await server.close();
  }
  if (tasks.length > 0) report.longTasks(tasks);
}

async function work(
  page: Page,
  pid: number,
  url: string,
  files: ExportFiles,
  replans: number,
  report: Report | null,
): Promise<void> {
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await step(page, 'import');
  const before = { fresh: freshBytes(pid), processor: processorTime(pid) };
  let started = performance.now();
  for (const side of SIDES) {
    const name = side === 'left' ? 'Left' : 'Right';
    await giveByPath(page.locator(`input[type=file][aria-label="${name} file"]`), files.paths[side]);
  }
  await shown(page, 'a[href*="/design"].primary');
  await step(page, 'to design');
  await page.getByRole('link', { name: 'Continue to design' }).click();
  report?.add('app: files to design', performance.now() - started);
  const strip = page.getByRole('region', { name: 'Plan', exact: true });
  await shown(page, '[aria-label="Plan"] :is(ul, ol)');
  report?.add('app: files to first plan', performance.now() - started);
  report?.add('app: … processor', processorTime(pid) - before.processor);
  report?.fresh('app, files to first plan', freshBytes(pid) - before.fresh);
  await step(page, 'flips');
  started = performance.now();
  for (let run = 0; run < replans; run++) {
    const other = page.getByRole('group', { name: 'If both differ' }).getByRole('button', { pressed: false });
    const name = await other.innerText();
    await other.click();
    await page.getByRole('button', { name, pressed: true }).waitFor();
    await strip.getByText('Planning again').waitFor({ state: 'detached' });
  }
  report?.add('app: one flip, click to plan', (performance.now() - started) / replans);
  await step(page, 'to plan');
  await page.getByRole('link', { name: 'Open the plan' }).click();
  await page.locator('[role=gridcell][aria-colindex="6"]').first().waitFor();
  await step(page, 'list');
  const changed = await page.getByRole('grid').getAttribute('aria-rowcount');
  await page.getByRole('group', { name: 'Scope' }).getByRole('button', { name: /^All/ }).click();
  // The key goes to the list that has arrived, not to the one before.
  await page.waitForFunction(
    (before) => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') !== before,
    changed,
  );
  await page.getByRole('grid').focus();
  await page.keyboard.press('End');
  await page.waitForFunction(() => {
    const grid = document.querySelector('[role=grid]');
    const last = grid?.querySelector(
      `[role=row][aria-rowindex="${grid.getAttribute('aria-rowcount') ?? ''}"]`,
    );
    return last?.querySelector('[aria-colindex="6"]') != null;
  });
  const rows = await page.getByRole('grid').getAttribute('aria-rowcount');
  report?.note(`the app's grid reached its last row, ${Number(rows).toLocaleString('en')} with the head`);
}

/** Waits frame by frame: a locator's own waiting looks every half second in the end, which would be measured. */
const shown = (page: Page, selector: string): Promise<unknown> =>
  page.waitForFunction((one) => document.querySelector(one) !== null, selector, { polling: 'raf' });

/** Stand in the page. */
declare const longTasks: { start: number; milliseconds: number }[];
declare const steps: { from: number; name: string }[];

/** What comes next has this name, where a long task of it is reported. */
const step = (page: Page, name: string): Promise<unknown> =>
  page.evaluate((one) => steps.push({ from: performance.now(), name: one }), name);

function watchLongTasks(): void {
  const seen: typeof longTasks = [];
  Object.assign(globalThis, { longTasks: seen, steps: [{ from: 0, name: 'start' }] });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      seen.push({ start: startTime, milliseconds: Math.round(duration) });
    }
  }).observe({ type: 'longtask', buffered: true });
}
