import { expect, it } from 'vitest';
import type { Side } from '../../../src/lib/engine/index.ts';
import { Journal, MemoryLog, type PushItem, type PushPlan } from '../../../src/lib/push/index.ts';
import type { Described } from '../../../workers/live/described.ts';
import type { LiveProject } from '../../../workers/live/live-project.ts';
import { takenBackBy } from '../../../workers/live/taken-back.ts';

const AT = '2026-11-30T09:00:00.000Z';
const PRESENCE = { archived: { field: 'gone', is: ['true'] } };

const kind = (name: string, presence?: typeof PRESENCE): Described => ({
  object: {
    ...{ name, label: name, idField: 'id', modifiedField: null, fields: [], pipelines: [], uniqueFields: [] },
    ...(presence === undefined ? {} : { presence }),
  },
  fields: [],
});

/** Takes back what a push created on a side. */
const removing = (side: Side, id: string): PushItem => ({
  ...{ key: `${side} ${id}`, sync: 'people', side, object: 'people', act: 'remove', id, unique: null },
  ...{ from: new Map(), values: new Map(), refs: new Map() },
  subject: { left: side === 'left' ? null : 'x', right: side === 'right' ? null : 'x' },
});

class CountingLog extends MemoryLog {
  readonly opened: string[] = [];

  override read(push: string): ReturnType<MemoryLog['read']> {
    this.opened.push(push);
    return super.read(push);
  }
}

async function began(log: MemoryLog, id: string, ...items: readonly PushItem[]): Promise<Journal> {
  const plan: PushPlan = {
    ...{ id, project: 'p', kind: 'rollback', items, canary: [], accounts: { left: 'l', right: 'r' } },
    basis: { plan: '', design: '', inputs: new Map(), baseline: null, filter: '' },
    approval: { by: 'Ada', at: AT, confirmed: [] },
  };
  const begun = await Journal.begin(log, plan, AT);
  if (!begun.ok) throw new Error(begun.because);
  return begun.value;
}

const written = async (journal: Journal, { key, id }: PushItem): Promise<void> =>
  journal.write({ kind: 'outcome', at: AT, items: [{ key, is: 'written', id: id!, created: false }] });

it('[S458] what was taken back is read once a pass, and again only while that goes on', async () => {
  const log = new CountingLog();
  const [left, right, late] = [removing('left', '1'), removing('right', '2'), removing('left', '3')];
  const over = await began(log, 'push-1-a-back-1', left, right);
  await written(over, left);
  await written(over, right);
  await over.write({ kind: 'state', at: AT, state: { is: 'done' } });
  await began(log, 'push-1-a', removing('left', '9'));
  const goesOn = await began(log, 'push-2-b-back-1', late);
  const at = { store: { journals: () => log }, project: { id: 'p' } } as unknown as LiveProject;
  const takenBack = takenBackBy(at);
  expect([...(await takenBack('left', kind('people')))]).toEqual([]);
  expect(log.opened).toEqual([]);

  expect([...(await takenBack('left', kind('people', PRESENCE)))]).toEqual(['1']);
  await written(goesOn, late);
  expect([...(await takenBack('left', kind('people', PRESENCE)))]).toEqual(['1', '3']);
  expect([...(await takenBack('right', kind('people', PRESENCE)))]).toEqual(['2']);
  expect([...(await takenBack('right', kind('places', PRESENCE)))]).toEqual([]);
  expect(log.opened.filter((push) => push === 'push-1-a-back-1').length).toBe(1);
  expect(log.opened).not.toContain('push-1-a');
});
