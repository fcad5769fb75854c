import { expect, it } from 'vitest';
import { codeOf, sampleSet, storeSet, valueOf } from '../store/sample.ts';
import { World, type Platform } from '../store/world.ts';

const APPS = { left: 'hubspot', right: 'salesforce' };

export function projectsContract(platform: Platform): void {
  it('lists projects, last opened first, with their sets and rows', async () => {
    const { store } = await new World(platform).tab();
    const a = valueOf(await store.projects.create('A', APPS));
    const b = valueOf(await store.projects.create('B', APPS));
    await storeSet(store, a.id, sampleSet(5));
    valueOf(await store.projects.open(a.id));
    const { projects, lost } = valueOf(await store.projects.list());
    expect(lost).toEqual([]);
    expect(projects.map((each) => each.id)).toEqual([a.id, b.id]);
    expect(projects[0]).toMatchObject({ name: 'A', apps: APPS, hasBaseline: false, hasDesign: false });
    expect(projects[0]?.sets).toMatchObject([{ sync: 'contacts', side: 'left', rows: 5 }]);
  });

  it('renames, and says what it does not have', async () => {
    const { store } = await new World(platform).tab();
    const { id } = valueOf(await store.projects.create('A', APPS));
    expect(valueOf(await store.projects.rename(id, 'Z')).name).toBe('Z');
    expect(codeOf(await store.projects.rename('no', 'Z'))).toBe('missing');
    expect(codeOf(await store.projects.open('no'))).toBe('missing');
  });

  it('removes a project with everything of it', async () => {
    const world = new World(platform);
    const { store } = await world.tab();
    const { id } = valueOf(await store.projects.create('A', APPS));
    const other = valueOf(await store.projects.create('B', APPS)).id;
    await storeSet(store, other, sampleSet(3));
    const kept = await world.count('chunks');
    const left = await storeSet(store, id, sampleSet(9));
    valueOf(await store.designs.save(id, '{}', 'first'));
    valueOf(await store.baselines.save(id, [new Uint8Array(3)], { links: 1, about: null }));
    const syncs = [{ sync: 'contacts', columns: { outcome: new Uint8Array(3) } }];
    valueOf(await store.plans.keep(id, { planKey: 'k', summary: {}, subjects: 3 }, syncs));
    const start = { basis: { left, right: 'r' }, rows: { left: 2, right: 2 } };
    valueOf(await store.decisions.start(id, 'contacts', start));
    await storeSet(store, id, sampleSet(5));
    valueOf(await store.projects.remove(id));
    for (const table of ['designs', 'baselines', 'plans', 'decisions', 'steps']) {
      expect(await world.count(table), table).toBe(0);
    }
    expect(await world.count('chunks')).toBe(kept);
    expect(await world.count('projects')).toBe(1);
    expect(await world.count('owners')).toBe(1);
  });

  it('[F1] keeps a design to the letter, and its undo steps over a kill', async () => {
    const world = new World(platform);
    const { store } = await world.tab();
    const { id } = valueOf(await store.projects.create('A', APPS));
    expect(valueOf(await store.designs.current(id))).toBeNull();
    expect(codeOf(await store.designs.undo(id))).toBe('nothing-to-undo');
    for (const text of ['{"a":1}', '{ "a" : 2 }', '{"a":3}'])
      valueOf(await store.designs.save(id, text, text));
    valueOf(await store.designs.undo(id));
    const again = (await world.restart()).store;
    const access = valueOf(await again.projects.open(id));
    expect(access.access).toBe('owner');
    expect(valueOf(await again.designs.current(id))).toMatchObject({
      ...{ text: '{ "a" : 2 }', canUndo: true, canRedo: true },
    });
    expect(valueOf(await again.designs.redo(id)).text).toBe('{"a":3}');
    expect(codeOf(await again.designs.redo(id))).toBe('nothing-to-redo');
    expect(valueOf(await again.designs.undo(id)).text).toBe('{ "a" : 2 }');
    valueOf(await again.designs.save(id, '{"a":4}', 'other way'));
    expect(valueOf(await again.designs.history(id)).map((step) => step.label)).toEqual([
      ...['{"a":1}', '{ "a" : 2 }', 'other way'],
    ]);
  });

  it('[F5] says what is used by project', async () => {
    const storage = {
      estimate: () => Promise.resolve({ usage: 7, quota: 10 }),
      persisted: () => Promise.resolve(false),
    };
    const { store } = await new World(platform).tab({ storage });
    const a = valueOf(await store.projects.create('A', APPS)).id;
    const b = valueOf(await store.projects.create('B', APPS)).id;
    await storeSet(store, a, sampleSet(50));
    valueOf(await store.designs.save(a, '{"a":1}', ''));
    const state = valueOf(await store.storage());
    const used = new Map(state.projects.map((each) => [each.project, each]));
    expect(used.get(a)?.sets).toBeGreaterThan(500);
    expect(used.get(a)?.designs).toBe(7);
    expect(used.get(b)?.total).toBe(0);
    expect(state.total).toBe(used.get(a)?.total);
    expect(state).toMatchObject({ estimate: { usage: 7, quota: 10 }, persisted: false });
    expect(await store.persist()).toBe('page-only');
  });
}
