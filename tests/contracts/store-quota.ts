import { describe, expect, it } from 'vitest';
import { type Result, type Store } from '../../src/lib/store/index.ts';
import { failWrites } from '../store/failing-writes.ts';
import { codeOf, sampleSet, storeSet, valueOf } from '../store/sample.ts';
import { World, type Platform } from '../store/world.ts';

const APPS = { left: 'csv', right: 'csv' };

/** Everything that writes. */
const SITES: readonly [string, (store: Store, project: string) => Promise<Result<unknown>>][] = [
  ['create', (store) => store.projects.create('Q', APPS)],
  ['open', (store, id) => store.projects.open(id)],
  ['rename', (store, id) => store.projects.rename(id, 'Q')],
  ['save a design', (store, id) => store.designs.save(id, '{"b":2}', 'b')],
  ['undo a design', (store, id) => store.designs.undo(id)],
  ['import', imported],
  [
    'save a baseline',
    (store, id) => store.baselines.save(id, [new Uint8Array(9)], { links: 2, about: null }),
  ],
  [
    'keep a plan',
    (store, id) =>
      store.plans.keep(id, { planKey: 'b', summary: {}, subjects: 1 }, [
        { sync: 'contacts', columns: { outcome: new Uint8Array(1) } },
      ]),
  ],
  [
    'start decisions',
    (store, id) => store.decisions.start(id, 'deals', { basis: APPS, rows: { left: 1, right: 1 } }),
  ],
  ['move decisions', moved],
  ['act', async (store, id) => (await logOf(store, id)).act(ACT)],
  ['undo', async (store, id) => (await logOf(store, id)).undo()],
];

const ACT = {
  label: 'approve',
  left: { rows: new Uint32Array([1]), decision: new Uint8Array([1]), print: new Uint32Array([3, 4]) },
};

export function quotaContract(platform: Platform): void {
  describe.each(['at once', 'at the end'] as const)('[F5] quota exceeded, said %s', (when) => {
    it.each(SITES)('%s: a value, and the last good state stays', async (_, write) => {
      const world = new World(platform);
      const { store } = await world.tab();
      const project = valueOf(await store.projects.create('P', APPS)).id;
      await fill(store, project);
      let failures = 0;
      for (let nth = 1; ; nth++) {
        const before = await shown(store, project);
        const faults = failWrites(platform.objectStore, nth, when);
        const result = await write(store, project);
        faults.stop();
        if (!faults.hit) {
          valueOf(result);
          break;
        }
        failures++;
        expect(codeOf(result)).toBe('quota');
        expect(await shown(store, project)).toEqual(before);
      }
      expect(failures).toBeGreaterThan(0);
    });
  });
}

async function imported(store: Store, project: string): Promise<Result<unknown>> {
  const set = sampleSet(9, 4, 'new');
  const beginning = { sync: 'contacts', side: 'left' as const, file: 'new.csv', choices: {} };
  const writer = await store.sets.begin(project, beginning);
  if (!writer.ok) return writer;
  for (const segment of set.segments) {
    const added = await writer.value.add([segment]);
    if (added.ok) continue;
    await writer.value.abort();
    return added;
  }
  return writer.value.finish({ header: set.header, report: {}, profiles: [] });
}

async function logOf(store: Store, project: string) {
  const log = valueOf(await store.decisions.open(project, 'contacts'));
  if (log === null) throw new Error('no decisions');
  return log;
}

async function moved(store: Store, project: string): Promise<Result<unknown>> {
  const log = await logOf(store, project);
  return store.decisions.move(log, { basis: log.basis, rows: { left: 3, right: 3 }, state: log.state });
}

async function fill(store: Store, project: string): Promise<void> {
  valueOf(await store.designs.save(project, '{"a":1}', 'a'));
  valueOf(await store.designs.save(project, '{"a":2}', 'a'));
  const left = await storeSet(store, project, sampleSet(6));
  valueOf(await store.baselines.save(project, [new Uint8Array(4)], { links: 1, about: null }));
  const columns = { outcome: new Uint8Array([5]) };
  valueOf(
    await store.plans.keep(project, { planKey: 'a', summary: {}, subjects: 1 }, [
      { sync: 'contacts', columns },
    ]),
  );
  const start = { basis: { left, right: '' }, rows: { left: 3, right: 3 } };
  const log = valueOf(await store.decisions.start(project, 'contacts', start));
  valueOf(await log.act({ ...ACT, label: 'before' }));
}

/** Everything that can be seen of the store, read anew. */
async function shown(store: Store, project: string): Promise<unknown> {
  const row = valueOf(await store.projects.get(project));
  const sets = await Promise.all(row.sets.map(({ id }) => store.sets.load(id, ['Id', 'Word'])));
  const bytes: Uint8Array[] = [];
  const baseline = await store.baselines.read(project, (chunk) => bytes.push(chunk));
  const plans = valueOf(await store.plans.list(project));
  const log = await logOf(store, project);
  return structuredClone({
    list: valueOf(await store.projects.list()),
    ...{ row, sets, baseline, bytes, plans },
    columns: await Promise.all(plans.map((plan) => store.plans.load(plan.id))),
    design: await store.designs.current(project),
    history: await store.designs.history(project),
    decisions: [log.state, log.canUndo, log.canRedo],
    storage: valueOf(await store.storage()),
  });
}
