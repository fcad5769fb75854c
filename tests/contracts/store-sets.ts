import { expect, it } from 'vitest';
import { RecordSetBuilder } from '../../src/lib/engine/index.ts';
import { codeOf, expectSame, sampleSet, storeSet, valueOf } from '../store/sample.ts';
import { watchWrites } from '../store/watch-writes.ts';
import { World, type Platform, type Tab } from '../store/world.ts';

const APPS = { left: 'csv', right: 'csv' };
const BEGINNING = {
  sync: 'contacts',
  side: 'left' as const,
  file: 'people.csv',
  choices: { delimiter: ',' },
};

async function projectIn(world: World): Promise<Tab & { project: string }> {
  const tab = await world.tab();
  return { ...tab, project: valueOf(await tab.store.projects.create('P', APPS)).id };
}

export function setsContract(platform: Platform): void {
  it("gives a set back as it was, or some columns of it in the file's order", async () => {
    const { store, project } = await projectIn(new World(platform));
    const set = sampleSet(11);
    const id = await storeSet(store, project, set);
    const manifest = valueOf(await store.sets.open(id));
    expect(manifest).toMatchObject({ rows: 11, segments: [4, 4, 3], header: set.header, file: 'people.csv' });
    expect(manifest.chunks.flat()).toHaveLength(12);
    const whole = valueOf(await store.sets.load(id, set.header));
    expect(whole.rows).toBe(11);
    expectSame(whole.segments, set.segments);
    const some = valueOf(await store.sets.load(id, ['__proto__', 'Id'], { hashes: false }));
    expect(some.header).toEqual(['Id', '__proto__']);
    expectSame(
      some.segments,
      set.segments.map((segment) => ({ ...segment, columns: segment.columns.filter((_, i) => i !== 1) })),
    );
    expect(codeOf(await store.sets.load(id, ['Nope']))).toBe('missing');
  });

  it('gives more columns of a set that is open, and says where it is there no more', async () => {
    const { store, project } = await projectIn(new World(platform));
    const set = sampleSet(11);
    const id = await storeSet(store, project, set);
    const manifest = valueOf(await store.sets.open(id));
    const open = valueOf(await store.sets.load(id, ['Id']));
    const more = valueOf(await store.sets.more(manifest, open.segments, ['__proto__', 'Word']));
    expect(more).toEqual(valueOf(await store.sets.load(id, ['Word', '__proto__'])));
    expect(codeOf(await store.sets.more(manifest, open.segments, ['Nope']))).toBe('missing');
    expect(codeOf(await store.projects.remove(project))).toBe('ok');
    expect(codeOf(await store.sets.more(manifest, open.segments, ['Word']))).toBe('missing');
  });

  it('[F1] [S453] writes what is large as strictly as its head', async () => {
    const { store, project } = await projectIn(new World(platform));
    const watched = watchWrites(platform.objectStore);
    await storeSet(store, project, sampleSet(11));
    const links = [new Uint8Array(100_000)];
    valueOf(await store.baselines.save(project, links, { links: 1, about: null }));
    watched.stop();
    const { writes } = watched;
    expect(writes.filter((one) => one.store === 'chunks').length).toBe(13);
    expect(new Set(writes.map(({ durability }) => durability))).toEqual(new Set(['strict']));
  });

  it('keeps a set without rows', async () => {
    const { store, project } = await projectIn(new World(platform));
    const set = sampleSet(0);
    const id = await storeSet(store, project, set);
    expect(valueOf(await store.sets.load(id, set.header))).toEqual({
      header: set.header,
      segments: [],
      rows: 0,
    });
    expect(codeOf(await store.sets.verify(id))).toBe('ok');
  });

  it('keeps cells of any length', async () => {
    const { store, project } = await projectIn(new World(platform));
    const builder = new RecordSetBuilder(['Id', 'Note'], 3);
    [0, 255, 256, 70_000].forEach((length, i) => builder.add([String(i), 'n'.repeat(length)], i));
    const set = builder.finish();
    const id = await storeSet(store, project, set);
    expectSame(valueOf(await store.sets.load(id, set.header)).segments, set.segments);
  });

  it('[F4] checks all hashes with progress, and stops when told to', async () => {
    const { store, project } = await projectIn(new World(platform));
    const id = await storeSet(store, project, sampleSet(11));
    const seen: number[] = [];
    expect(codeOf(await store.sets.verify(id, ({ done }) => seen.push(done)))).toBe('ok');
    expect(seen).toEqual([1, 2, 3, 4]);
    expect(codeOf(await store.sets.verify(id, undefined, () => true))).toBe('cancelled');
  });

  it('keeps the old set until the new one is whole, then lets it go', async () => {
    const world = new World(platform);
    const { store, project } = await projectIn(world);
    const old = await storeSet(store, project, sampleSet(5));
    const right = await storeSet(store, project, sampleSet(2), { side: 'right' });
    const before = await world.count('chunks');
    const writer = valueOf(await store.sets.begin(project, BEGINNING));
    const next = sampleSet(8, 4, 'y');
    valueOf(await writer.add(next.segments));
    expect(codeOf(await store.sets.load(old, ['Id']))).toBe('ok');
    const manifest = valueOf(await writer.finish({ header: next.header, report: {}, profiles: [] }));
    expect(codeOf(await store.sets.open(old))).toBe('missing');
    expect(codeOf(await store.sets.open(right))).toBe('ok');
    expectSame(valueOf(await store.sets.load(manifest.id, next.header)).segments, next.segments);
    expect(await world.count('chunks')).toBe(before);
    const row = valueOf(await store.projects.get(project));
    expect(row.sets.map((set) => set.id).sort()).toEqual([manifest.id, right].sort());
  });

  it('leaves nothing of a writer that gives up', async () => {
    const world = new World(platform);
    const { store, project } = await projectIn(world);
    const writer = valueOf(await store.sets.begin(project, BEGINNING));
    valueOf(await writer.add(sampleSet(8).segments));
    await writer.abort();
    expect(await world.count('chunks')).toBe(0);
    await expect(writer.add([])).rejects.toThrow();
  });

  it('[F1] a killed import leaves no set, the old one stands, and the next opening sweeps', async () => {
    const world = new World(platform);
    const { store, project } = await projectIn(world);
    const old = await storeSet(store, project, sampleSet(5));
    const before = await world.count('chunks');
    const writer = valueOf(await store.sets.begin(project, BEGINNING));
    valueOf(await writer.add(sampleSet(40, 4, 'y').segments));
    expect(await world.count('chunks')).toBeGreaterThan(before);
    const again = (await world.restart()).store;
    expect(again.swept).toEqual([writer.id]);
    expect(await world.count('chunks')).toBe(before);
    expect(codeOf(await again.sets.open(writer.id))).toBe('missing');
    expect(codeOf(await again.sets.verify(old))).toBe('ok');
  });

  it('does not sweep what another tab is writing', async () => {
    const world = new World(platform);
    const { store, project } = await projectIn(world);
    const set = sampleSet(8);
    const writer = valueOf(await store.sets.begin(project, BEGINNING));
    valueOf(await writer.add(set.segments));
    expect((await world.tab()).store.swept).toEqual([]);
    const { id } = valueOf(await writer.finish({ header: set.header, report: {}, profiles: [] }));
    expectSame(valueOf(await store.sets.load(id, set.header)).segments, set.segments);
  });

  it('without locks: what another tab swept does not become a set', async () => {
    const world = new World(platform);
    const { store } = await world.tab({ locks: null });
    const project = valueOf(await store.projects.create('P', APPS)).id;
    const set = sampleSet(8);
    const writer = valueOf(await store.sets.begin(project, BEGINNING));
    valueOf(await writer.add(set.segments));
    expect((await world.tab({ locks: null })).store.swept).toEqual([writer.id]);
    expect(codeOf(await writer.finish({ header: set.header, report: {}, profiles: [] }))).toBe('missing');
    expect(await world.count('chunks')).toBe(0);
  });
}
