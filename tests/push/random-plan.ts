import type { JobSizes } from '../../src/lib/connectors/app/jobs.ts';
import type { PushItem } from '../../src/lib/push/index.ts';
import type { Random } from '../reference/random.ts';
import { appOf, inOrder, itemOf, worldOf, type PushWorld } from './push-world.ts';
import { Random as Numbers } from '../reference/random.ts';
import type { MemoryApp } from '../servers/memory/memory-app.ts';
import { MemoryConnector } from '../servers/memory/memory-connector.ts';

export interface Shape {
  /** Records there are to change, and records to create, of each object. */
  readonly changes: number;
  readonly creates: number;
  /** Of a hundred items so many that the app will refuse. */
  readonly poison?: number;
  /** Notes have no unique field. */
  readonly notes?: boolean;
  readonly removes?: boolean;
}

const OBJECTS = ['companies', 'people', 'notes'] as const;

/** An app with records, and an approved plan for it: changes, clears, creates with their parents, removes. */
export function randomWorld(
  seed: number,
  { changes, creates, poison = 0, notes = true, removes = true }: Shape,
): PushWorld {
  const random = new Numbers(seed);
  const right = appOf();
  const objects = notes ? OBJECTS : (['companies', 'people'] as const);
  const items: PushItem[] = [];
  for (const object of objects) {
    for (let n = 0; n < changes; n++) items.push(changeOf(right, object, n, random, { poison, removes }));
    for (let n = 0; n < creates; n++) items.push(createOf(object, n, creates, random, poison));
  }
  return worldOf({ left: appOf(), right }, inOrder(items), seed);
}

function valuesOf(object: string, name: string): ReadonlyMap<string, string> {
  switch (object) {
    case 'companies':
      return new Map([
        ['name', `Company ${name}`],
        ['domain', `${name}.example.com`],
        ['size', '10'],
      ]);
    case 'people':
      return new Map([
        ['email', `${name}@example.com`],
        ['name', `Person ${name}`],
        ['note', 'met'],
      ]);
    default:
      return new Map([
        ['text', `text ${name}`],
        ['mood', 'good'],
      ]);
  }
}

/** Fields of which a change may be made, and the field that a text can be too long for. */
export const CHANGED: Readonly<Record<string, readonly string[]>> = {
  companies: ['name', 'size'],
  people: ['name', 'note'],
  notes: ['text', 'mood'],
};

function changeOf(
  app: MemoryApp,
  object: string,
  n: number,
  random: Random,
  { poison, removes }: { readonly poison: number; readonly removes: boolean },
): PushItem {
  const id = app.put(object, valuesOf(object, `old${String(n)}`));
  const there = app.get(object, id)!.values;
  const key = `${object}-change-${String(n)}`;
  if (removes && random.chance(0.1)) return itemOf({ key, object, act: 'remove', id });
  const fields = random.shuffle(CHANGED[object]!).slice(0, 1 + random.int(2));
  const values = new Map(
    fields.map((field) => [field, random.chance(0.15) ? '' : form(`changed ${String(n)} ${field}`, random)]),
  );
  if (random.int(100) < poison) values.set('nowhere', 'x');
  return itemOf({
    key,
    object,
    act: 'update',
    id,
    values,
    from: new Map(fields.map((field) => [field, there.get(field) ?? ''])),
  });
}

/** Texts that some apps keep in a form of their own. */
const form = (text: string, random: Random): string => (random.chance(0.2) ? `  ${text} ` : text);

function createOf(object: string, n: number, all: number, random: Random, poison: number): PushItem {
  const values = new Map(valuesOf(object, `new${String(n)}`));
  if (random.chance(0.2)) values.set([...values.keys()].at(-1)!, '');
  if (random.int(100) < poison) values.set('nowhere', 'x');
  const uniqueField = object === 'companies' ? 'domain' : object === 'people' ? 'email' : null;
  const isChild = object === 'people' && random.chance(0.5);
  return itemOf({
    key: `${object}-create-${String(n)}`,
    object,
    act: 'create',
    values,
    unique: uniqueField === null ? null : { field: uniqueField, value: values.get(uniqueField)! },
    refs: isChild ? new Map([['company', `companies-create-${String(random.int(all))}`]]) : new Map(),
  });
}

/** The same, its records going as jobs where so many stand together that can. */
export function withJobs(world: PushWorld, sizes: JobSizes): PushWorld {
  const app = new MemoryConnector(world.apps.right);
  const items = inOrder(
    world.plan.items.map((item): PushItem =>
      app.jobs.takes(item.object, item.act, item) ? { ...item, inJob: true } : item,
    ),
  );
  return { ...world, plan: { ...world.plan, items, jobs: { left: null, right: sizes } } };
}
