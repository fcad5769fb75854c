import { describe, expect, it } from 'vitest';
import type { PlanLine } from '../../src/lib/engine/index.ts';
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
    found: () => new Map(),
    target: (sync) => ({
      object: sync,
      uniqueFields: sync === 'companies' ? ['domain'] : [],
      soughtBy: () => null,
    }),
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

  it('[DE4] [L8] does not delete a record that a person edited since the plan', async () => {
    const apps = { left: appOf(), right: appOf() };
    fill(apps, new Random(9));
    const companies = [...apps.right.all('companies')];
    const lines = companies.map(({ id }, row): PlanLine => ({
      ...{ sync: 'companies', outcome: 'delete', left: null, right: { id, row }, link: null },
      writes: [{ side: 'right', field: null, from: null, to: null, because: 'deleted' }],
      ...{ conflicts: [], reasons: [] },
    }));
    const names = new Map(companies.map(({ id, values }) => [id, values.get('name') ?? '']));
    const { plan } = freeze({
      ...planOf([]),
      lines,
      design: readWorldDesign(DESIGN),
      found: ({ right }) => texts({ name: names.get(right!.id)! }),
      target: (sync) => ({ object: sync, uniqueFields: [], soughtBy: () => null }),
    });
    const edited = new Set(companies.filter((_, at) => at % 3 === 0).map(({ id }) => id));
    for (const id of edited) apps.right.edit('companies', id, texts({ name: `by hand ${id}` }));
    expect(edited.size).toBeGreaterThan(2);
    const world = { ...worldOf(apps, plan.items), plan };
    const { results } = await pushAll(world);
    judge(world, results);
    for (const { item, is } of results) expect(is).toBe(edited.has(item.id!) ? 'stale' : 'written');
    const left = apps.right.all('companies').filter(({ deleted }) => !deleted);
    expect(left.map(({ id }) => id).sort()).toEqual([...edited].sort());
  });
});
