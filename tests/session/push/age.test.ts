import { expect, it } from 'vitest';
import type { Side } from '../../../src/lib/engine/index.ts';
import type { ProjectSession } from '../../../workers/project/project-session.ts';
import { SessionWorld, value } from '../session-world.ts';
import {
  about,
  approveAll,
  ended,
  filled,
  planned,
  pushedProject,
  start,
  type PushedProject,
} from './pushed-project.ts';

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000 - 60_000).toISOString();

/** The people of a side were read then, and where it says so brought up to date later. */
async function read(
  { tab }: PushedProject,
  side: Side,
  at: { readonly readAt: string; readonly changedAt?: string },
) {
  value(
    await (tab.session as unknown as ProjectSession).onProject((_, { sets }) => {
      Object.assign(sets.get('people', side)!.report.live!, at);
      return Promise.resolve({ ok: true, value: null });
    }),
  );
}

it('[S409] a push is measured by the side that was read longest ago, the one it comes from too, and goes on once its days are typed', async () => {
  const project = await pushedProject(new SessionWorld(), filled(1, 40, 10));
  await planned(project);
  await approveAll(project);
  expect((await about(project)).guards.filter(({ code, stops }) => stops && code === 'maxAge')).toEqual([]);
  for (const side of ['left', 'right'] as const) {
    await read(project, side, {
      readAt: daysAgo(side === 'left' ? 9 : 30),
      ...(side === 'right' && { changedAt: daysAgo(1) }),
    });
    const stops = (await about(project)).guards.filter((one) => one.stops && one.code === 'maxAge');
    expect(stops).toMatchObject([
      { sync: 'people', side: 'left', measured: 9, limit: 7, confirm: 'maxAge people left 9' },
    ]);
  }
  const { shown } = await about(project);
  const refused = value(await project.tab.session.pushStart({ shown, by: 'Ada', confirmed: [] }));
  expect(refused).toMatchObject({ ok: false, because: 'guards' });
  expect((await ended(project, await start(project))).state).toEqual({ is: 'done' });
});

it('[S409] a design may allow more days, or any', async () => {
  for (const maxAge of [60, null]) {
    const project = await pushedProject(new SessionWorld(), filled(1, 40, 10), { guards: { maxAge } });
    await read(project, 'left', { readAt: daysAgo(30) });
    await planned(project);
    await approveAll(project);
    expect((await about(project)).guards.filter(({ code, stops }) => stops && code === 'maxAge')).toEqual([]);
  }
});
