import { describe, expect, it } from 'vitest';
import type { PushCounts, PushLine } from '../../../src/lib/conversation/index.ts';
import { JOB, SessionWorld, value } from '../session-world.ts';
import {
  about,
  approveAll,
  cameFrom,
  doneKeys,
  ended,
  filled,
  openTab,
  planned,
  pushedProject,
  pushOf,
  readSides,
  signIn,
  start,
  writing,
  type PushedProject,
} from './pushed-project.ts';

const SIZE = { batchSize: 5 };
const sum = (counts: PushCounts | Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, one) => all + one, 0);
const writtenIn = ({ cut }: PushLine): number => sum(cut.written.left) + sum(cut.written.right);
const all = ({ cut }: PushLine): number =>
  sum(cut.written.left) + sum(cut.written.right) + sum(cut.lost) + cut.notSent;

const lineAt = async ({ tab }: PushedProject, push: string | null, at: number | null): Promise<PushLine> =>
  value(await tab.session.pushLine(push, at))!;

async function approved(): Promise<PushedProject> {
  const project = await pushedProject(new SessionWorld(), filled(2, 60, 12));
  await planned(project);
  await approveAll(project);
  return project;
}

describe('the time line of a push in the workbench', () => {
  it('[S370] [S371] is walked before it begins: each batch with its records, each cut with what it leaves, all adding up', async () => {
    const project = await approved();
    await signIn(project, { can: SIZE });
    expect(value(await project.tab.session.pushLine(null, null))).toBe(null);
    const { items, sides } = await about(project);
    const first = await lineAt(project, null, null);
    expect([first.at, first.reached]).toEqual([1, 0]);
    let records = 0;
    let before = 0;
    for (let at = 0; at <= first.batches; at++) {
      const line = await lineAt(project, null, at);
      expect(all(line)).toBe(items);
      const written = items - line.cut.notSent;
      expect(written - before).toBe(line.batch?.records.count ?? 0);
      expect(line.batch?.isCanary ?? true).toBe(at <= line.canary);
      records += line.batch?.records.count ?? 0;
      before = written;
    }
    expect(records).toBe(items);
    const last = await lineAt(project, null, first.batches + 9);
    expect(last.at).toBe(first.batches);
    expect(last.cut).toMatchObject({
      written: { left: sides.left.going, right: sides.right.going },
      notSent: 0,
    });
    expect([last.cut.half.count, last.cut.missing.count, last.cut.unlinked.count]).toEqual([0, 0, 0]);
    expect(last.strip.at(-1)!.to).toBe(first.batches);
  });

  it('[S372] only the first records go; the next push goes on with the rest, and then nothing is left', async () => {
    const project = await approved();
    const { session } = project.tab;
    const whole = await about(project);
    const part = value(await session.pushAbout(JOB, 10));
    expect(part.first!.asked).toBe(10);
    expect(part.items).toBeLessThan(whole.items);
    expect(part.first!.later.writes).toBe(whole.items - part.items);
    expect(part.first!.later.records).toBe(whole.records - 10 - part.first!.needed);
    expect(part.shown).not.toBe(whole.shown);
    // What was shown is what is started, and nothing else.
    const other = await session.pushStart({ shown: whole.shown, by: 'Ada', confirmed: [] });
    expect(value(other)).toEqual({ ok: false, because: 'other-plan' });
    const confirmed = part.guards.map(({ confirm }) => confirm);
    const push = pushOf(value(await session.pushStart({ shown: part.shown, by: 'Ada', confirmed })));
    const over = await ended(project, push);
    expect(over.state).toEqual({ is: 'done' });
    expect(over.later).toBe(part.first!.later.writes);
    expect(over.counts).toMatchObject({ 'read-back': part.items, 'not-sent': part.first!.later.writes });
    expect(doneKeys(project.apps).length).toBe(part.items);
    const files = value(await session.pushResults(push));
    expect(files.reduce((rows, file) => rows + file.rows, 0)).toBe(whole.items);
    const notSent = value(await session.pushJournal(push, 'not-sent', 0, 1)).rows[0]!;
    expect(notSent).toMatchObject({
      is: 'not-sent',
      batch: null,
      answer: { is: 'not-sent', because: 'later' },
    });
    // The rest stays approved: it is what a push would be made of now.
    await planned(project);
    const rest = await about(project);
    expect(rest.items).toBeGreaterThan(0);
    expect(rest.items).toBeLessThanOrEqual(part.first!.later.writes);
    await ended(project, await start(project));
    expect(new Set(doneKeys(project.apps)).size).toBe(doneKeys(project.apps).length);
    await readSides(project);
    await planned(project);
    await approveAll(project);
    if ((await about(project)).items > 0) await ended(project, await start(project));
    await readSides(project);
    await planned(project);
    expect(await writing(project)).toEqual([]);
  });

  it('[S370] says of a push what each batch did, also after the browser was closed and nobody is signed in', async () => {
    const project = await approved();
    let writes = 0;
    const befalls = ({ what }: { readonly what: string }) => {
      if (what === 'write' && ++writes === 6) void project.tab.session.pushPause();
      return null;
    };
    await signIn(project, { befalls, can: SIZE });
    const { items } = await about(project);
    const { batches } = await lineAt(project, null, 0);
    const push = await start(project);
    const paused = await ended(project, push);
    expect(paused.batches).toEqual({ done: (await lineAt(project, push, null)).reached, of: batches });
    expect(paused.batches.done).toBeGreaterThan(0);
    await project.tab.kill();
    project.tab = await openTab(project.world);
    value(await project.tab.session.openProject(project.id, JOB));
    await cameFrom(project);
    const now = await lineAt(project, push, null);
    expect([now.batches, now.at]).toEqual([batches, paused.batches.done]);
    expect(now.batch!.times!.from <= now.batch!.times!.to).toBe(true);
    const counts = { ...paused.counts };
    for (const state of Object.keys(counts) as (keyof PushCounts)[]) counts[state] = 0;
    for (let at = 1; at <= batches; at++) {
      const line = await lineAt(project, push, at);
      expect(all(line)).toBe(items);
      // Up to where it got nothing is taken for written that is not.
      if (at === now.at) expect(writtenIn(line)).toBe(paused.counts.written + paused.counts['read-back']);
      for (const [state, many] of Object.entries(line.batch!.counts))
        counts[state as keyof PushCounts] += many;
    }
    expect(counts).toEqual(paused.counts);
    // Stopped, it has left what its journal says.
    value(await project.tab.session.pushStop(push));
    const stopped = await ended(project, push);
    const end = await lineAt(project, push, batches);
    expect(end.cut.notSent).toBe(stopped.counts['not-sent']);
    expect(writtenIn(end)).toBe(stopped.counts['read-back'] + stopped.counts.written);
    const rows = value(await project.tab.session.pushJournal(push, 'all', 0, items)).rows;
    const named = rows.filter(({ batch }) => batch === now.at).map(({ name }) => name);
    expect([...named].sort()).toEqual([...now.batch!.records.names].sort());
  });
});
