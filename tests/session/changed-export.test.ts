import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { PlanHead, ProjectHead, PutInto } from '../../src/lib/conversation/index.ts';
import { planDesk } from '../../workers/plan/plan-desk.ts';
import { playground } from '../cli/playground.ts';
import { Killer } from './killing.ts';
import {
  AS_FOUND,
  csv,
  importInto,
  JOB,
  LEFT,
  problem,
  RIGHT,
  SessionWorld,
  twoFiles,
  value,
  type Tab,
} from './session-world.ts';

const killer = new Killer();
const DAY = '2026-11-22';
const tabOf = (world = new SessionWorld()): Promise<Tab> => world.tab(() => planDesk());

/** Anna has another name, Bo is as he was, one is new, one has no id, one row is rejected; the columns stand in another order. */
const MONDAY = csv(
  'monday.csv',
  'Email,Record ID,First Name,Last Name,Notes',
  'anna@acme.no,1,Annabel,Ås,x',
  'bo@acme.no,2,Bo,Berg,',
  'eva@acme.no,5,Eva,Eng,',
  'none@acme.no,,None,None,',
  'long@acme.no,6,Long,Lang,x,one more',
);
const TUESDAY = csv('tuesday.csv', 'Record ID,Email,First Name,Last Name,Notes', '5,eva@acme.no,Eve,Eng,');
const COUNTS = { rows: 5, stored: 4, rejected: 1, blank: 0, added: 2, replaced: 1, same: 1 };

const leftOf = (head: ProjectHead) => head.syncs[0]!.sides.left!;
const into = (head: ProjectHead): PutInto => ({
  setId: leftOf(head).setId,
  idField: 'Record ID',
  app: 'hubspot',
});
const planned = async (tab: Tab): Promise<PlanHead> => value(await tab.session.plan(DAY, 1, JOB));

/** A file put into the left side, which the project then has. */
async function put(tab: Tab, head: ProjectHead, file: File): Promise<ProjectHead> {
  await importInto(tab, head.id, 'people', 'left', file, AS_FOUND, into(head));
  return value(await tab.session.refresh(JOB));
}

async function planFile(tab: Tab, name: string): Promise<string> {
  return await value(await tab.session.planFiles(JOB))
    .find((one) => one.name === name)!
    .blob.text();
}

describe('an export of only what changed, in the browser', () => {
  it('[PH6] [S175] [L18] is put into the side by id, counted all together and apart; the command line makes the same plan', async () => {
    const tab = await tabOf();
    const first = await twoFiles(tab);
    const before = await planned(tab);
    const monday = await put(tab, first, MONDAY);
    const { reading } = leftOf(monday);
    expect(reading).toMatchObject({ file: LEFT.name, rows: 6, stored: 4, rejected: 2, blank: 0 });
    expect(reading.changed).toMatchObject([{ file: 'monday.csv', ...COUNTS }]);
    expect(reading.sha256).toBe(leftOf(first).reading.sha256);
    expect((await planned(tab)).planKey).not.toBe(before.planKey);
    const tuesday = await put(tab, monday, TUESDAY);
    expect(leftOf(tuesday).reading.changed.map(({ file, replaced }) => [file, replaced])).toEqual([
      ['monday.csv', 1],
      ['tuesday.csv', 1],
    ]);
    const plan = await planned(tab);
    const lines = await planFile(tab, 'plan.jsonl');
    const out = value(await tab.session.projectOut(true, JOB));
    const entries = unzipSync(new Uint8Array(await out.blob.arrayBuffer()));
    const own = playground();
    const texts = { 'l.csv': LEFT, 'monday.csv': MONDAY, 'tuesday.csv': TUESDAY };
    for (const [name, file] of Object.entries(texts))
      own.write({ [name]: new Uint8Array(await file.arrayBuffer()) });
    own.write({ 'd.json': entries['design.drysync.json']!, 'r.csv': await RIGHT.text() });
    const files = [
      '--left',
      '@l.csv',
      '--right',
      '@r.csv',
      '--changed',
      'left:@monday.csv',
      '--changed',
      'left:@tuesday.csv',
    ];
    const call = await own.call('plan', '@d.json', ...files, '--as-of', DAY, '--out', '@out', '--json');
    const summary = JSON.parse(call.out) as { planKey: string; inputs: readonly unknown[] };
    expect(summary.planKey).toBe(plan.planKey);
    expect(own.read('out/plan.jsonl')).toBe(lines);
    const mine = (JSON.parse(await planFile(tab, 'summary.json')) as { inputs: readonly object[] }).inputs;
    expect(mine[0]).toMatchObject({ ...(summary.inputs[0] as object), file: LEFT.name });

    // Out as one file and in again on another machine, and after the browser ended.
    const other = await tabOf();
    const copy = value(await other.session.projectIn(new File([out.blob], out.name), JOB));
    expect(leftOf(value(await other.session.openProject(copy, JOB))).reading.changed).toEqual(
      leftOf(tuesday).reading.changed,
    );
    expect((await planned(other)).planKey).toBe(plan.planKey);
  });

  it('[S175] of other columns is refused; nothing changes, nor where it is cancelled', async () => {
    const tab = await tabOf();
    const head = await twoFiles(tab);
    const request = {
      project: head.id,
      sync: 'people',
      side: 'left',
      choices: AS_FOUND,
      into: into(head),
    } as const;
    const read = (file: File, token: number, onProgress = () => undefined) =>
      tab.imports.read({ ...request, file, token }, null, onProgress);
    expect(problem(await read(csv('c.csv', 'Record ID,Nick', '1,A'), -1))).toEqual({
      ...{ code: 'other-columns', file: 'c.csv', of: LEFT.name },
      ...{ missing: ['Email', 'First Name', 'Last Name', 'Notes'], unknown: ['Nick'] },
    });
    tab.imports.cancel(-2);
    expect(problem(await read(MONDAY, -2)).code).toBe('cancelled');
    expect(leftOf(value(await tab.session.refresh(JOB)))).toEqual(leftOf(head));
  });

  it('[S206] is a newer export to a hand-over, and makes no complete file', async () => {
    const tab = await tabOf();
    const head = await twoFiles(tab);
    await planned(tab);
    value(await tab.session.changeFiles('systems', false, JOB));
    expect(value(await tab.session.handOver()).last?.counts).toBe(false);
    const next = await put(tab, head, MONDAY);
    expect(value(await tab.session.handOver()).last?.counts).toBe(true);
    // Called complete afterwards, as by an older design: it is not taken for it.
    const json = next.design.json as { syncs: readonly object[] };
    const { sha256 } = leftOf(next).reading;
    const [sync] = json.syncs;
    const complete = { ...json, syncs: [{ ...sync, complete: { left: sha256, right: null } }] };
    value(await tab.session.saveDesign(complete, { code: 'text', values: { text: 'x' } }));
    await planned(tab);
    const { inputs } = JSON.parse(await planFile(tab, 'summary.json')) as {
      inputs: readonly { complete?: true }[];
    };
    expect(inputs[0]).not.toHaveProperty('complete');
  });

  it('[S175] is there whole or not at all, wherever the browser is killed', async () => {
    let done = false;
    for (let writes = 0; !done; writes++) {
      expect(writes).toBeLessThan(40);
      const world = new SessionWorld();
      const tab = await tabOf(world);
      const head = await twoFiles(tab);
      killer.arm(writes);
      await importInto(tab, head.id, 'people', 'left', MONDAY, AS_FOUND, into(head)).catch(() => undefined);
      done = killer.writes <= writes;
      await tab.kill();
      killer.disarm();
      const again = await tabOf(world);
      const { reading } = leftOf(value(await again.session.openProject(head.id, JOB)));
      const isIn = reading.changed.length === 1;
      expect(reading).toMatchObject(isIn ? { rows: 6, stored: 4 } : { rows: 3, stored: 3 });
      if (done) expect(isIn).toBe(true);
      await planned(again);
      await again.kill();
    }
  });
});
