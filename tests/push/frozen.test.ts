import { describe, expect, it } from 'vitest';
import { freeze, type Frozen } from '../../src/lib/push/index.ts';
import { enginePlanner } from '../reference/engine-plan.ts';
import { Random } from '../reference/random.ts';
import { readWorldDesign } from '../reference/read-world-design.ts';
import { appOf, planOf, pushAll, texts, worldOf, type PushWorld } from './push-world.ts';
import { judge } from './truth.ts';
import { DESIGN, fill, worldNow } from './two-apps.ts';

/** A plan of the engine over two apps, frozen; `approved` says of which records. */
function frozenOf(
  approved: (subject: string) => boolean = () => true,
): PushWorld & { readonly frozen: Frozen } {
  const apps = { left: appOf(), right: appOf() };
  fill(apps, new Random(7));
  const frozen = freeze({
    ...planOf([]),
    lines: enginePlanner(worldNow(apps, null)).lines.filter(({ left, right }) =>
      approved(`${left?.id ?? ''} ${right?.id ?? ''}`),
    ),
    design: readWorldDesign(DESIGN),
    target: (sync) => ({ object: sync, uniqueFields: sync === 'companies' ? ['domain'] : [] }),
  });
  return { ...worldOf(apps, frozen.plan.items), plan: frozen.plan, frozen };
}

describe('an approved plan, frozen', () => {
  it('[L8] carries what it expects to find: what a person changed since is not written over', async () => {
    const world = frozenOf();
    const edited = new Set<string>();
    for (const { key, act, side, object, id, values } of world.plan.items) {
      const field = [...values.keys()].find((name) => name !== 'company');
      if (act !== 'update' || field === undefined) continue;
      world.apps[side].edit(object, id!, texts({ [field]: `by hand ${id!}` }));
      edited.add(key);
    }
    expect(edited.size).toBeGreaterThan(10);
    const { results } = await pushAll(world);
    judge(world, results);
    for (const { item, is } of results) expect(is).toBe(edited.has(item.key) ? 'stale' : 'written');
  });

  it('names the unique value of each create, and those that have none', () => {
    const { plan, frozen } = frozenOf();
    const creates = plan.items.filter(({ act }) => act === 'create');
    for (const { object, unique, values } of creates) {
      const domain = values.get('domain');
      expect(unique).toEqual(object === 'people' ? null : { field: 'domain', value: domain });
    }
    expect(frozen.keyless.length).toBeGreaterThan(0);
    expect(frozen.keyless).toEqual(creates.filter(({ object }) => object === 'people'));
  });

  it('has parents before their children, and leaves out with its reason who has none', () => {
    const whole = frozenOf().plan.items;
    const at = new Map(whole.map(({ key }, n) => [key, n]));
    const children = whole.filter(({ refs }) => refs.size > 0);
    expect(children.length).toBeGreaterThan(0);
    for (const { key, refs } of children) {
      for (const parent of refs.values()) expect(at.get(parent)).toBeLessThan(at.get(key)!);
    }
    const parents = new Set(children.flatMap(({ refs }) => [...refs.values()]));
    const subjects = whole
      .filter(({ key }) => parents.has(key))
      .map(({ subject: { left, right } }) => `${left ?? ''} ${right ?? ''}`);
    const { leftOut } = frozenOf((subject) => !subjects.includes(subject)).frozen;
    expect(leftOut.map(({ item }) => item.key).sort()).toEqual(children.map(({ key }) => key).sort());
    expect(new Set(leftOut.map(({ because }) => because))).toEqual(new Set(['parent-not-approved']));
  });
});
