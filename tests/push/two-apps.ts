import { SIDES, type Both } from '../../src/lib/engine/index.ts';
import type { Random } from '../reference/random.ts';
import type { Table, World, WorldBaseline } from '../reference/world.ts';
import type { MemoryApp } from '../servers/memory/memory-app.ts';
import { texts } from './push-world.ts';

const object = (
  id: string,
  kind: string,
  key: string,
  fields: readonly string[],
  more: object = {},
): object => ({
  id,
  kind,
  left: { object: id, idField: 'id' },
  right: { object: id, idField: 'id' },
  direction: 'both',
  winner: 'left',
  matching: { method: 'keys', keys: [{ fields: [{ left: key, right: key, normalize: ['text'] }] }] },
  mappings: fields.map((field) => ({ left: field, right: field })),
  ...more,
});

/** People and the companies they belong to, in two apps that have the same objects. */
export const DESIGN = {
  format: 'drysync/design@1',
  name: 'two apps',
  apps: { left: { kind: 'csv', label: 'Left' }, right: { kind: 'csv', label: 'Right' } },
  syncs: [
    object('people', 'contacts', 'email', ['email', 'name', 'note'], {
      associations: [{ to: 'companies', left: { field: 'company' }, right: { field: 'company' } }],
    }),
    object('companies', 'companies', 'domain', ['domain', 'name', 'size']),
  ],
};
const HEADERS = {
  companies: ['id', 'domain', 'name', 'size'],
  people: ['id', 'email', 'name', 'note', 'company'],
} as const;

const tableOf = (app: MemoryApp, name: keyof typeof HEADERS): Table => ({
  header: HEADERS[name],
  rows: app
    .there(name)
    .map(({ id, values }) => HEADERS[name].map((field) => (field === 'id' ? id : (values.get(field) ?? '')))),
});

/** What a plan is made from: both apps as they are now. */
export const worldNow = (apps: Both<MemoryApp>, baseline: WorldBaseline | null): World => ({
  design: DESIGN,
  tables: Object.fromEntries(
    (['companies', 'people'] as const).map((name) => [
      name,
      { left: tableOf(apps.left, name), right: tableOf(apps.right, name) },
    ]),
  ),
  baseline,
  choices: null,
});

/** Records of both apps that overlap by their keys, and differ in what else they say. */
export function fill(apps: Both<MemoryApp>, random: Random): void {
  for (const side of SIDES) {
    const app = apps[side];
    const companies = [];
    for (let n = 0; n < 12; n++) {
      if (random.chance(0.3)) continue;
      const values = {
        domain: `c${String(n)}.com`,
        name: random.pick(['Acme', 'Bolt', ' Cube']),
        size: random.pick(['', '1', '2']),
      };
      companies.push(app.put('companies', texts(values)));
    }
    for (let n = 0; n < 30; n++) {
      if (random.chance(0.3)) continue;
      const values = {
        email: `p${String(n)}@x.com`,
        name: random.pick(['Ada', 'Bo']),
        note: random.pick(['', 'met', 'called']),
      };
      const company = companies.length > 0 && random.chance(0.6) ? { company: random.pick(companies) } : {};
      app.put('people', texts({ ...values, ...company }));
    }
  }
}
