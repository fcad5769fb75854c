import { expect, it } from 'vitest';
import { JOB, SessionWorld, value } from '../session-world.ts';
import {
  about,
  approveAll,
  cameFrom,
  doneKeys,
  ended,
  filled,
  openTab,
  pictures,
  planned,
  pushedProject,
  readSides,
  signIn,
  start,
  writing,
} from './pushed-project.ts';

const SIZE = { batchSize: 5 };

it('[S440] [S442] a push by jobs in the workbench: told before, paused while the app works, resumed after the browser was closed, taken back', async () => {
  const apps = filled(3, 90, 6);
  const before = pictures(apps);
  for (const side of ['left', 'right'] as const) apps[side].jobs.sizes = { over: 8, most: 30 };
  const world = new SessionWorld();
  world.pushTools = { now: () => Date.now(), sleep: () => Promise.resolve(), jitter: () => 0.5 };
  const project = await pushedProject(world, apps);
  await planned(project);
  await approveAll(project);
  let pause = true;
  const befalls = ({ what }: { readonly what: string }) => {
    const works = [...apps.left.jobs.all.values(), ...apps.right.jobs.all.values()];
    if (what === 'job' && pause && works.some(({ receipts }) => receipts.length > 0)) {
      pause = false;
      void project.tab.session.pushPause();
    }
    return null;
  };
  await signIn(project, { befalls, can: SIZE });
  const told = await about(project);
  expect(told.forecast.sides.left.jobs + told.forecast.sides.right.jobs).toBeGreaterThan(1);
  const line = value(await project.tab.session.pushLine(null, 0))!;
  expect(line.jobs).toBe(told.forecast.sides.left.jobs + told.forecast.sides.right.jobs);
  const kinds = new Set<boolean>();
  for (let at = 1; at <= line.batches; at++) {
    const { batch } = value(await project.tab.session.pushLine(null, at))!;
    kinds.add(batch!.isJob);
    expect(batch!.records.count).toBeLessThanOrEqual(batch!.isJob ? 30 : SIZE.batchSize);
    if (batch!.isJob) expect(batch!.isCanary).toBe(false);
  }
  expect(kinds).toEqual(new Set([true, false]));

  const push = await start(project);
  const paused = await ended(project, push);
  expect(paused.state.is).toBe('paused');
  expect(paused.jobs.length).toBeGreaterThan(0);
  for (const job of paused.jobs) {
    expect(job.name).toMatch(/^job-\d+$/);
    expect(job.processed ?? 0).toBeLessThanOrEqual(job.records);
  }
  expect(paused.jobs.some(({ processed }) => processed !== null)).toBe(true);
  // Of the other side one may be sent and not yet started.
  const inHand = paused.jobs.reduce((all, { records }) => all + records, 0);
  expect(paused.counts.sent).toBeGreaterThanOrEqual(inHand);

  await project.tab.kill();
  project.tab = await openTab(project.world);
  value(await project.tab.session.openProject(project.id, JOB));
  await cameFrom(project);
  const later = value(await project.tab.session.pushStanding(push))!;
  expect(later.jobs.map(({ name, records }) => [name, records])).toEqual(
    paused.jobs.map(({ name, records }) => [name, records]),
  );
  expect(later.jobs.every(({ processed }) => processed === null)).toBe(true);
  await signIn(project, { can: SIZE });
  value(await project.tab.session.pushResume(push));
  const over = await ended(project, push);
  expect(over).toMatchObject({ state: { is: 'done' }, jobs: [] });
  expect(over.counts['read-back']).toBe(told.items);
  expect(new Set(doneKeys(apps)).size).toBe(doneKeys(apps).length);
  expect(doneKeys(apps).length).toBe(told.items);

  const jobs = apps.left.jobs.all.size + apps.right.jobs.all.size;
  const back = value(await project.tab.session.backAbout(push));
  const started = value(
    await project.tab.session.backStart(push, {
      shown: back.shown,
      by: 'Ada',
      confirmed: back.guards.map(({ confirm }) => confirm),
    }),
  );
  if (!started.ok) throw new Error(started.because);
  expect((await ended(project, started.push)).state).toEqual({ is: 'done' });
  expect(apps.left.jobs.all.size + apps.right.jobs.all.size).toBeGreaterThan(jobs);
  expect(pictures(apps)).toEqual(before);
  await readSides(project);
  await planned(project);
  expect((await writing(project)).length).toBeGreaterThan(0);
});
