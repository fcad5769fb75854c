import { describe, expect, it } from 'vitest';
import { eachNth, flipped, isDamage, retold } from '../store/damage.ts';
import { codeOf, sampleSet, storeSet, valueOf } from '../store/sample.ts';
import { World, type Platform } from '../store/world.ts';

/** What is done to the stored bytes, and by when it must be noticed: `open`, or the first `use` of the data. */
const DAMAGES: readonly [string, 'open' | 'use', (world: World) => Promise<void>][] = [
  ['a chunk is missing', 'open', (world) => eachNth(world, 2, () => null)],
  ['the last chunk is missing', 'open', (world) => eachNth(world, 11, () => null)],
  ['a chunk is truncated', 'use', (world) => eachNth(world, 5, (bytes) => bytes.slice(0, bytes.length - 8))],
  ['a chunk is empty', 'use', (world) => eachNth(world, 5, () => new Uint8Array(0))],
  ['a bit is flipped', 'use', (world) => eachNth(world, 7, (bytes) => flipped(bytes, bytes.length - 9))],
  ['a chunk holds another column', 'use', (world) => eachNth(world, 4, (_, all) => all[8] ?? null)],
  ['the manifest is missing', 'open', (world) => world.rewrite('sets', () => null)],
  ['the manifest lies about its rows', 'open', (world) => retold(world, '"rows":11', '"rows":12')],
  ['the manifest names fewer segments', 'open', (world) => retold(world, '[4,4,3]', '[4,4]')],
  ['all chunks are gone', 'open', (world) => world.rewrite('chunks', () => null)],
];

export function damageContract(platform: Platform): void {
  describe('[F4] damage', () => {
    it.each(DAMAGES)('%s: noticed at %s', async (_, by, damage) => {
      const world = new World(platform);
      const { store } = await world.tab();
      const project = valueOf(await store.projects.create('P', { left: 'csv', right: 'csv' })).id;
      const set = sampleSet(11);
      await storeSet(store, project, set);
      await damage(world);
      const again = (await world.restart()).store;
      const [reference] = valueOf(await again.projects.get(project)).sets;
      const id = reference?.id ?? '';
      const opened = await again.sets.open(id);
      const loaded = await again.sets.load(id, set.header);
      expect(isDamage(loaded)).toBe(true);
      expect(isDamage(await again.sets.verify(id))).toBe(true);
      if (by === 'open') expect(isDamage(opened)).toBe(true);
    });

    it('every single bit of a set is guarded', async () => {
      const world = new World(platform);
      const { store } = await world.tab();
      const project = valueOf(await store.projects.create('P', { left: 'csv', right: 'csv' })).id;
      const set = sampleSet(2, 4);
      const id = await storeSet(store, project, set);
      const sizes: number[] = [];
      await world.rewrite<Uint8Array>('chunks', (bytes) => {
        sizes.push(bytes.length);
        return bytes;
      });
      let noticed = 0;
      let done = 0;
      for (const [chunk, size] of sizes.entries()) {
        for (let byte = chunk; byte < size; byte += 23) {
          await eachNth(world, chunk, (bytes) => flipped(bytes, byte));
          const result = await store.sets.load(id, set.header);
          if (isDamage(result)) noticed++;
          done++;
          await eachNth(world, chunk, (bytes) => flipped(bytes, byte));
        }
      }
      expect(noticed).toBe(done);
      expect(done).toBeGreaterThanOrEqual(20);
      expect(codeOf(await store.sets.load(id, set.header))).toBe('ok');
    });

    it('names the file, the column and the segment', async () => {
      const world = new World(platform);
      const { store } = await world.tab();
      const project = valueOf(await store.projects.create('P', { left: 'csv', right: 'csv' })).id;
      const id = await storeSet(store, project, sampleSet(11));
      await eachNth(world, 7, (bytes) => flipped(bytes, bytes.length - 9));
      const result = await store.sets.load(id, ['Word']);
      expect(result).toMatchObject({
        problem: { what: 'record-set', where: `people.csv (${id}), column Word, segment 1` },
      });
      const open = valueOf(await store.sets.load(id, ['Id']));
      const manifest = valueOf(await store.sets.open(id));
      expect(await store.sets.more(manifest, open.segments, ['Word'])).toEqual(result);
    });

    it.each<[string, (world: World) => Promise<void>]>([
      ['its head is gone', (world) => world.rewrite('baselines', () => null)],
      ['a chunk is gone', (world) => eachNth(world, 1, () => null)],
      ['a bit is flipped', (world) => eachNth(world, 1, (bytes) => flipped(bytes, 0))],
      ['a chunk is truncated', (world) => eachNth(world, 1, (bytes) => bytes.slice(1))],
      ['its head lies', (world) => retold(world, '"links":2', '"links":1', 'baselines')],
    ])('[L15] a baseline: %s', async (_, damage) => {
      const world = new World(platform);
      const { store } = await world.tab();
      const project = valueOf(await store.projects.create('P', { left: 'csv', right: 'csv' })).id;
      const chunks = [new Uint8Array([1, 2, 3]), new Uint8Array([4, 5])];
      valueOf(await store.baselines.save(project, chunks, { links: 2, about: null }));
      await damage(world);
      const again = (await world.restart()).store;
      expect(codeOf(await again.baselines.read(project, () => undefined))).toBe('damaged');
    });

    it('a design, decisions, a kept plan, and a project without its record', async () => {
      const world = new World(platform);
      const { store } = await world.tab();
      const id = valueOf(await store.projects.create('P', { left: 'csv', right: 'csv' })).id;
      valueOf(await store.designs.save(id, '{"a":1}', ''));
      const start = { basis: { left: 'l', right: 'r' }, rows: { left: 4, right: 4 } };
      const log = valueOf(await store.decisions.start(id, 'contacts', start));
      const rows = {
        rows: new Uint32Array([1]),
        decision: new Uint8Array([1]),
        print: new Uint32Array([7, 8]),
      };
      valueOf(await log.act({ label: '', left: rows }));
      await world.rewrite<{ text: string }>('designs', (row) => ({ ...row, text: '{"a":2}' }));
      expect(codeOf(await store.designs.current(id))).toBe('damaged');
      await world.rewrite('designs', () => null);
      expect(codeOf(await store.designs.current(id))).toBe('damaged');
      await world.rewrite<{ bytes: Uint8Array }>('steps', (row) => ({
        ...row,
        bytes: flipped(row.bytes, 70),
      }));
      expect(codeOf(await store.decisions.open(id, 'contacts'))).toBe('damaged');
      expect(codeOf(await log.undo())).toBe('damaged');
      await world.rewrite('steps', () => null);
      expect(codeOf(await store.decisions.open(id, 'contacts'))).toBe('damaged');
      await world.rewrite('decisions', () => null);
      expect(codeOf(await store.decisions.open(id, 'contacts'))).toBe('damaged');
      await storeSet(store, id, sampleSet(2));
      await world.rewrite('projects', () => null);
      expect(valueOf(await store.projects.list())).toEqual({ projects: [], lost: [id] });
    });
  });
}
