// Over 300 lines: two apps and what is told of them, once, for all that is asked here.
import { expect, it } from 'vitest';
import { appOpener } from '../../../src/lib/connectors/app/open-app.ts';
import { ALL_SUBJECTS, SIDES, type PlanLine, type Side } from '../../../src/lib/engine/index.ts';
import { readPlanLine } from '../../../src/lib/formats/index.ts';
import type { Filter, ProjectWorker, SidePass } from '../../../src/lib/conversation/index.ts';
import { planDesk } from '../../../workers/plan/plan-desk.ts';
import { FaultDesk, inProcess } from '../../servers/faults/index.ts';
import { HubSpotFake } from '../../servers/hubspot/index.ts';
import { FakeSalesforce } from '../../servers/salesforce/index.ts';
import { JOB, SessionWorld, value } from '../session-world.ts';
import { noted } from '../../support/noted.ts';
import { NO_WINDOW } from './live-app.ts';

const HOUR = 3_600_000;
const WRITTEN: Filter = { ...ALL_SUBJECTS, text: '', cause: '', check: '', scope: 'written' };

/** A HubSpot (left) and a Salesforce (right) with the same people, read by a session that plans. */
class TwoApps {
  readonly hubspot = new HubSpotFake();
  readonly salesforce = new FakeSalesforce();
  readonly ids: Record<Side, string[]> = { left: [], right: [] };
  /** This machine's clock; the apps' own clocks go with it. */
  #now = Date.UTC(2026, 10, 30, 9);
  #session: ProjectWorker | null = null;

  constructor(people: number) {
    this.salesforce.store.now = this.#now;
    for (let n = 0; n < people; n++) this.both(n);
  }

  both(n: number): void {
    const name = {
      first: `First ${String(n)}`,
      last: `Last ${String(n)}`,
      email: `p${String(n)}@example.com`,
    };
    this.ids.left.push(
      this.hubspot.portal.add('contacts', { email: name.email, firstname: name.first, lastname: name.last })
        .id,
    );
    this.ids.right.push(
      this.salesforce.store.insert('Contact', {
        Email: name.email,
        // Otherwise there, so that there is something to hand over.
        FirstName: `${name.first}.`,
        LastName: name.last,
      }).Id,
    );
  }

  later(milliseconds: number): void {
    this.#now += milliseconds;
    this.hubspot.portal.wait(milliseconds);
    this.salesforce.store.now += milliseconds;
  }

  get session(): ProjectWorker {
    if (this.#session === null) throw new Error('it is not open');
    return this.#session;
  }

  /** Signed in to both, both read. */
  async open(): Promise<void> {
    const token = this.salesforce.sessions.open();
    const direct = inProcess(new FaultDesk().wrap(this.salesforce.answer), () => ({
      authorization: `Bearer ${token}`,
    }));
    const openApp = appOpener({ relay: () => this.hubspot.caller(), direct: () => direct });
    const { session } = await new SessionWorld().tab(() => planDesk(), undefined, {
      openApp,
      window: NO_WINDOW,
      ways: async () => ({ relayed: [], direct: [] }),
      sleep: async () => undefined,
      now: () => new Date(this.#now),
    });
    this.#session = session;
    value(await session.openProject(value(await session.createProject('Acme')), JOB));
    value(await session.signIn('left', { app: 'hubspot' }, this.hubspot.token, JOB));
    const origin = 'https://acme.my.salesforce.com';
    value(await session.signIn('right', { app: 'salesforce', origin }, token, JOB));
    this.later(60_000);
    value(await session.readApp('contacts', 'left', 'contacts', JOB));
    value(await session.readApp('contacts', 'right', 'Contact', JOB));
    const head = value(await session.refresh(JOB));
    expect(head.design.errors).toEqual([]);
  }

  /** What was planned is handed over; the next reading counts it (S115). */
  async handOver(): Promise<void> {
    await this.plan();
    value(await this.session.changeFiles('systems', false, JOB));
  }

  /** A pass over both sides, some hours later. */
  async pass(hours = 3): Promise<readonly SidePass[]> {
    this.later(hours * HOUR);
    const told = value(await this.session.syncNow(JOB));
    expect([told.failed, told.signedOut]).toEqual([[], []]);
    expect(value(await this.session.refresh(JOB)).design.errors).toEqual([]);
    return told.sides;
  }

  /** Lines of a plan made now, by the ids of their records. */
  async plan(): Promise<ReadonlyMap<string, PlanLine>> {
    const { summary } = value(
      await this.session.plan(new Date(this.#now).toISOString().slice(0, 10), 1, JOB),
    );
    for (const side of SIDES) {
      const { read = 0, ...counts } = summary.counts['contacts']?.[side] ?? {};
      const sum = Object.values(counts).reduce((all: number, one) => all + Number(one), 0);
      expect([side, sum]).toEqual([side, read]);
    }
    const files = value(await this.session.planFiles(JOB));
    const text = await files.find(({ name }) => name === 'plan.jsonl')!.blob.text();
    const lines = text
      .trim()
      .split('\n')
      .map((line) => readPlanLine(line)!);
    return new Map(lines.map((line) => [`${line.left?.id ?? ''}=${line.right?.id ?? ''}`, line]));
  }
}

const because = (line: PlanLine | undefined): string => (line?.reasons ?? []).map(({ code }) => code).join();

it('[S456] [DE5] [MA14] what HubSpot and Salesforce archived is read, counted and excluded; its counterpart is not created again', async () => {
  const apps = new TwoApps(12);
  const { portal } = apps.hubspot;
  const { store } = apps.salesforce;
  // Never linked: in the bins before the first reading.
  portal.remove('contacts', apps.ids.left[10]!);
  store.remove('Contact', apps.ids.right[11]!);
  await apps.open();
  const head = value(await apps.session.refresh(JOB));
  expect(head.design.design?.syncs[0]?.left).toMatchObject({
    archived: { field: 'record:archived', is: ['true'] },
    mergedFrom: 'hs_merged_object_ids',
  });
  expect(head.design.design?.syncs[0]?.right).toMatchObject({
    archived: { field: 'IsDeleted', is: ['true'] },
    mergedInto: 'MasterRecordId',
  });
  expect(head.syncs[0]?.sides.left?.reading).toMatchObject({ rows: 12, stored: 12, rejected: 0 });
  const first = await apps.plan();
  const lone = (side: Side, n: number): string =>
    side === 'left' ? `${apps.ids.left[n]!}=` : `=${apps.ids.right[n]!}`;
  expect(first.get(lone('left', 10))).toMatchObject({
    outcome: 'excluded',
    reasons: [{ code: 'archived', field: 'record:archived', value: 'true' }],
  });
  expect([because(first.get(lone('right', 11))), because(first.get(lone('right', 10)))]).toEqual([
    'archived',
    'counterpart-archived',
  ]);
  expect(because(first.get(lone('left', 11)))).toBe('counterpart-archived');
  expect([...first.values()].map(({ outcome }) => outcome)).not.toContain('create');

  // Linked, then archived.
  await apps.handOver();
  portal.remove('contacts', apps.ids.left[0]!);
  store.remove('Contact', apps.ids.right[1]!);
  const [left, right] = await apps.pass();
  expect(left).toMatchObject({ because: null, moved: true, counts: { added: 0, changed: 0, gone: 1 } });
  expect(right).toMatchObject({ because: null, moved: true, counts: { added: 0, changed: 0, gone: 1 } });
  const then = await apps.plan();
  expect(then.get(lone('right', 0))).toMatchObject({
    outcome: 'failing',
    reasons: [{ code: 'counterpart-deleted' }],
  });
  expect(then.get(lone('left', 1))).toMatchObject({
    outcome: 'failing',
    reasons: [{ code: 'counterpart-deleted' }],
  });
  expect(because(then.get(lone('left', 0)))).toBe('archived');
  expect([...then.values()].map(({ outcome }) => outcome)).not.toContain('create');

  // Out of the bins again, of which HubSpot dates nothing: linked as they were.
  portal.edit('contacts', apps.ids.left[5]!, { phone: '1' });
  await apps.pass();
  apps.later(3 * HOUR);
  portal.restore('contacts', apps.ids.left[0]!);
  store.undelete('Contact', apps.ids.right[1]!);
  const back = await apps.pass();
  expect(back.map(({ because: why, counts }) => [why, counts?.changed, counts?.gone])).toEqual([
    [null, 1, 0],
    [null, 1, 0],
  ]);
  const again = await apps.plan();
  for (const n of [0, 1])
    expect(again.get(`${apps.ids.left[n]!}=${apps.ids.right[n]!}`)?.link?.by).toBe('baseline');

  // What is taken out of the design comes with the next reading.
  const { json } = value(await apps.session.refresh(JOB)).design;
  const told = JSON.stringify(json);
  const bare = JSON.parse(told, (name, member: unknown) =>
    ['archived', 'mergedInto', 'mergedFrom'].includes(name) ? undefined : member,
  ) as unknown;
  expect(JSON.stringify(bare)).not.toBe(told);
  value(await apps.session.saveDesign(bare, noted('Taken out')));
  portal.remove('contacts', apps.ids.left[0]!);
  store.remove('Contact', apps.ids.right[1]!);
  await apps.pass();
  const { design } = value(await apps.session.refresh(JOB)).design;
  expect([design?.syncs[0]?.left.archived?.field, design?.syncs[0]?.right.mergedInto]).toEqual([
    'record:archived',
    'MasterRecordId',
  ]);
});

it('[S457] what was archived stays so when the bin was emptied, in a pass over what changed and over all', async () => {
  const apps = new TwoApps(6);
  await apps.open();
  await apps.handOver();
  apps.hubspot.portal.remove('contacts', apps.ids.left[0]!);
  apps.salesforce.store.remove('Contact', apps.ids.right[1]!);
  await apps.pass();
  apps.salesforce.store.purge('Contact', apps.ids.right[1]!);
  for (const hours of [3, 100 * 24]) {
    const sides = await apps.pass(hours);
    expect(sides.map(({ because: why }) => why)).toEqual(hours > 24 ? ['day', 'day'] : [null, null]);
    expect(sides.map(({ counts }) => counts?.gone)).toEqual([0, 0]);
    const plan = await apps.plan();
    expect(because(plan.get(`=${apps.ids.right[0]!}`))).toBe('counterpart-deleted');
    expect(because(plan.get(`${apps.ids.left[1]!}=`))).toBe('counterpart-deleted');
  }
});

it('[S457] [DE5] merged records are followed to the one that is left, in a pass over what changed', async () => {
  const apps = new TwoApps(6);
  const { portal } = apps.hubspot;
  const { store } = apps.salesforce;
  const winner = {
    left: portal.add('contacts', { lastname: 'Winner' }).id,
    right: store.insert('Contact', { LastName: 'Winner' }).Id,
  };
  await apps.open();
  await apps.handOver();
  portal.merge('contacts', winner.left, apps.ids.left[2]!);
  store.merge('Contact', winner.right, apps.ids.right[3]!);
  const sides = await apps.pass();
  expect(sides.map(({ because: why }) => why)).toEqual([null, null]);
  // HubSpot tells of the loser in its winner alone.
  expect(sides[0]?.counts).toMatchObject({ changed: 1, gone: 1 });
  const plan = await apps.plan();
  expect([...plan.keys()]).toEqual(
    expect.arrayContaining([`${winner.left}=${apps.ids.right[2]!}`, `${apps.ids.left[3]!}=${winner.right}`]),
  );
  expect([...plan.keys()]).not.toContain(`${apps.ids.left[2]!}=`);
  expect(because(plan.get(`=${apps.ids.right[3]!}`))).toBe('archived');
  expect([...plan.values()].map(({ outcome }) => outcome)).not.toContain('create');
  // Two that are linked each become one: nothing is bound by guess (S433).
  portal.merge('contacts', apps.ids.left[4]!, apps.ids.left[5]!);
  await apps.pass();
  const open = await apps.plan();
  expect(because(open.get(`=${apps.ids.right[5]!}`))).toBe('links-merged');
});

it('[S458] what a push created and took back is nobody`s deletion: it is planned again', async () => {
  const apps = new TwoApps(4);
  apps.hubspot.portal.add('contacts', { email: 'only@example.com', firstname: 'O', lastname: 'Only' });
  await apps.open();
  const { session } = apps;
  const creates = async (): Promise<number> =>
    [...(await apps.plan()).values()].filter(({ outcome }) => outcome === 'create').length;
  expect(await creates()).toBe(1);
  value(await session.view('contacts', WRITTEN));
  value(await session.decide('contacts', { kind: 'view' }, 'approved'));
  const about = value(await session.pushAbout(JOB));
  const confirmed = about.guards.map(({ confirm }) => confirm);
  const started = value(await session.pushStart({ shown: about.shown, by: 'Ada', confirmed }));
  if (!started.ok) throw new Error(JSON.stringify(started));
  await ended(session, started.push);
  await apps.pass();
  expect(await creates()).toBe(0);
  const back = value(await session.backAbout(started.push));
  const begun = value(
    await session.backStart(started.push, {
      shown: back.shown,
      by: 'Ada',
      confirmed: back.guards.map(({ confirm }) => confirm),
    }),
  );
  if (!begun.ok) throw new Error(JSON.stringify(begun));
  await ended(session, begun.push);
  const bin = apps.salesforce.store.all('Contact').filter((row) => row['IsDeleted'] === true);
  expect(bin.length).toBe(1);
  for (const hours of [3, 30]) {
    const [, right] = await apps.pass(hours);
    expect(right?.because).toBe(hours > 24 ? 'day' : null);
    const plan = await apps.plan();
    expect([...plan.values()].filter(({ outcome }) => outcome === 'create').length).toBe(1);
    expect([...plan.keys()]).not.toContain(`=${bin[0]!.Id}`);
  }
  // One of the same app that a person deleted is.
  apps.salesforce.store.remove('Contact', apps.ids.right[0]!);
  await apps.pass();
  expect(because((await apps.plan()).get(`=${apps.ids.right[0]!}`))).toBe('archived');
});

async function ended(session: ProjectWorker, push: string): Promise<void> {
  for (;;) {
    const standing = value(await session.pushStanding(push));
    if (standing !== null && !standing.runs) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
