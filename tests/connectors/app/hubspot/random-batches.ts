import type { WriteAct, WriteBatch, WriteItem } from '../../../../src/lib/connectors/app/write.ts';
import type { Random } from '../../../reference/random.ts';
import type { Fault } from '../../../servers/faults/index.ts';
import { FAULTS, LIFECYCLE, spoiled, type HubSpotFake, type Spoil } from '../../../servers/hubspot/index.ts';

const KINDS = ['contacts', 'companies', 'deals', 'products'] as const;
type KindName = (typeof KINDS)[number];

/** The field that holds an item's own mark: whoever has it was written by that item. */
export const MARK: Readonly<Record<KindName, string>> = {
  contacts: 'firstname',
  companies: 'name',
  deals: 'dealname',
  products: 'name',
};

const KEY: Readonly<Record<KindName, string | null>> = {
  contacts: 'email',
  companies: null,
  deals: null,
  products: 'hs_sku',
};

const BAD: Readonly<Record<KindName, readonly [string, string]>> = {
  contacts: ['lifecyclestage', 'nobody'],
  companies: ['annualrevenue', 'much'],
  deals: ['dealstage', 'nowhere'],
  products: ['price', 'dear'],
};

export interface RandomBatch extends WriteBatch {
  readonly object: KindName;
}

let marks = 0;

/** A few records of each kind, one of them merged, one archived. */
export function populated(fake: HubSpotFake, random: Random): void {
  const { portal } = fake;
  for (const kind of KINDS) {
    for (let n = 0; n < 12; n++) {
      const key = KEY[kind];
      portal.add(kind, {
        [MARK[kind]]: `old ${String(n)}`,
        ...(key !== null && { [key]: `${kind}${String(n)}@example.com` }),
        ...(kind === 'contacts' && { lifecyclestage: random.pick(LIFECYCLE) }),
      });
    }
    const ids = [...portal.must(kind).records.keys()];
    portal.merge(kind, ids[0]!, ids[1]!);
    portal.remove(kind, ids[2]!);
  }
}

export function randomBatch(fake: HubSpotFake, random: Random): RandomBatch {
  const object = random.pick(KINDS);
  const act: WriteAct = random.pick(['create', 'create', 'update', 'update', 'remove']);
  const ids = random.shuffle([...fake.portal.must(object).records.keys(), '999999']);
  const count = random.chance(0.02) ? 100 : 1 + random.int(9);
  const items = Array.from({ length: act === 'create' ? count : Math.min(count, ids.length) }, (_, n) =>
    randomItem(fake, random, object, act, ids[n] ?? ''),
  );
  return { object, act, items };
}

function randomItem(
  fake: HubSpotFake,
  random: Random,
  object: KindName,
  act: WriteAct,
  id: string,
): WriteItem {
  marks += 1;
  const mark = `mark ${String(marks)}`;
  if (act === 'remove') return { key: mark, id, unique: null, values: new Map() };
  const values = new Map([[MARK[object], mark]]);
  if (random.chance(0.15)) values.set(...BAD[object]);
  else if (object === 'contacts' && random.chance(0.3)) values.set('lifecyclestage', random.pick(LIFECYCLE));
  if (object === 'deals' && random.chance(0.4)) {
    const companies = [...fake.portal.must('companies').records.keys()];
    values.set('assoc:companies', random.chance(0.2) ? '' : random.pick(companies));
  }
  if (act === 'update') return { key: mark, id, unique: null, values };
  const field = KEY[object];
  if (field === null || random.chance(0.2)) return { key: mark, id: null, unique: null, values };
  // Some are there already, some stand twice in the batch.
  const value = `${object}${String(random.int(random.chance(0.5) ? 14 : 400))}@example.com`;
  values.set(field, value);
  return { key: mark, id: null, unique: { field, value }, values };
}

/** What goes wrong with the calls of one batch; null: nothing. */
export function randomFault(random: Random): Fault | null {
  const meets = { path: /\/batch\//, skip: random.int(2), times: 1 + random.int(3) };
  const when = random.pick(['before-commit', 'after-commit'] as const);
  const spoil: Spoil = {
    shuffle: random.chance(0.8),
    lie: random.chance(0.5),
    leaveOut: random.pick([0, 0, 0.2, 1]),
    untraced: random.chance(0.2),
    ...(random.chance(0.4) && { status: random.pick([200, 201, 207] as const) }),
  };
  const change: Fault = {
    kind: 'change',
    change: (reply) => spoiled(reply, spoil, random),
    meets: { path: /\/batch\// },
  };
  return random.pick<() => Fault | null>([
    () => null,
    () => change,
    () => change,
    () => change,
    () => ({ kind: 'drop', when, meets }),
    () => ({ kind: 'hang', when, meets }),
    () => ({ kind: 'half', cut: random.chance(0.5), meets }),
    () => FAULTS.down(random.pick([500, 502, 503, 504] as const), when, meets),
    () => FAULTS.overLimit(meets, random.chance(0.5) ? 3 : undefined),
    () => FAULTS.expired(meets),
    () => FAULTS.locked(meets),
  ])();
}
