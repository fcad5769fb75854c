import { expect, it } from 'vitest';
import { KEPT_PLANS } from '../../src/lib/store/plans.ts';
import { codeOf, valueOf } from '../store/sample.ts';
import { World, type Platform } from '../store/world.ts';

const APPS = { left: 'csv', right: 'csv' };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export function baselineContract(platform: Platform): void {
  it('keeps a baseline over a kill, and the former until the next is whole', async () => {
    const world = new World(platform);
    const { store } = await world.tab();
    const { id } = valueOf(await store.projects.create('P', APPS));
    expect(valueOf(await store.baselines.open(id))).toBeNull();
    valueOf(
      await store.baselines.save(id, ['a\n', 'b\n'].map(bytesOf), { links: 2, about: { contacts: 2 } }),
    );
    const again = (await world.restart()).store;
    valueOf(await again.projects.open(id));
    let text = '';
    const take = (bytes: Uint8Array): void => {
      text += new TextDecoder().decode(bytes);
    };
    const head = valueOf(await again.baselines.read(id, take));
    expect(head).toMatchObject({ links: 2, about: { contacts: 2 } });
    expect(text).toBe('a\nb\n');
    async function* later(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(bytesOf('c\n'));
      expect(codeOf(await again.baselines.open(id))).toBe('ok');
    }
    valueOf(await again.baselines.save(id, later(), { links: 1, about: null }));
    text = '';
    valueOf(await again.baselines.read(id, take));
    expect(text).toBe('c\n');
    expect(await world.count('baselines')).toBe(1);
    expect(await world.count('chunks')).toBe(1);
  });

  it('[F4] a project that is not there has no baseline, which is not the same as none', async () => {
    const { store } = await new World(platform).tab();
    expect(codeOf(await store.baselines.open('nobody'))).toBe('missing');
  });

  it('keeps some plans, one a key, the oldest goes', async () => {
    const world = new World(platform);
    const { store } = await world.tab();
    const { id } = valueOf(await store.projects.create('P', APPS));
    for (const key of ['0', '1', '2', '3', '4', '5', '1', '6']) {
      const columns = { outcome: new Uint8Array([1, 2, Number(key)]), left: new Int32Array([0, -1, 7]) };
      const syncs = [{ sync: 'contacts', columns }];
      valueOf(await store.plans.keep(id, { planKey: key, summary: { key }, subjects: 3 }, syncs));
    }
    const kept = valueOf(await store.plans.list(id));
    expect(kept.map((plan) => plan.planKey)).toEqual(['3', '4', '5', '1', '6']);
    expect(kept).toHaveLength(KEPT_PLANS);
    expect(await world.count('chunks')).toBe(KEPT_PLANS);
    const last = kept.at(-1);
    expect(last).toMatchObject({ subjects: 3, summary: { key: '6' } });
    const [sync] = valueOf(await store.plans.load(last?.id ?? ''));
    expect(sync?.columns['outcome']).toEqual(new Uint8Array([1, 2, 6]));
    expect(sync?.columns['left']).toEqual(new Int32Array([0, -1, 7]));
    expect(codeOf(await store.plans.load('no'))).toBe('missing');
  });
}
