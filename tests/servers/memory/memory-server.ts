import type { Capabilities } from '../../../src/lib/connectors/app/app-connector.ts';
import type { AppServer, AppUnderTest, SuiteObject, WireFault } from '../../contracts/app-server.ts';
import { MemoryApp } from './memory-app.ts';
import { MemoryConnector } from './memory-connector.ts';

const OBJECT: SuiteObject = {
  name: 'people',
  text: 'name',
  note: 'note',
  unique: 'email',
  uniqueValue: (n) => `person${String(n)}@example.com`,
  always: new Map([['kind', 'customer']]),
  bad: { field: 'kind', value: 'nobody' },
  many: 20,
  missingId: '999999',
};

/** The memory app as the suite takes it: with everything it can, or with less. */
export const memoryUnderTest = (
  name: string,
  can: Partial<Capabilities> = {},
  object: Partial<SuiteObject> = {},
): AppUnderTest => ({
  name,
  open: async () => {
    const app = new MemoryApp([
      {
        name: 'people',
        ...(can.readDeleted !== false && { archives: true as const }),
        fields: [
          { name: 'name', maxLength: 40 },
          { name: 'note' },
          { name: 'email', unique: true, form: (value) => value.trim().toLowerCase() },
          { name: 'kind', required: true, options: ['customer', 'partner'] },
        ],
      },
    ]);
    const waiting: WireFault[] = [];
    const connect = (): MemoryConnector => new MemoryConnector(app, () => waiting.shift() ?? null, can);
    return {
      connector: connect(),
      server: serverOf(app, { ...OBJECT, ...object }, waiting, connect),
    };
  },
});

const serverOf = (
  app: MemoryApp,
  object: SuiteObject,
  waiting: WireFault[],
  connect: () => MemoryConnector,
): AppServer => ({
  object,
  stored: async () => app.all(object.name),
  put: async (records) => records.map((values) => app.put(object.name, values)),
  edit: async (id, values) => app.edit(object.name, id, values),
  remove: async (id) => app.delete(object.name, id),
  moment: async () => new Date(app.tick()).toISOString(),
  meet: (fault, times) => waiting.push(...Array.from({ length: times }, () => fault)),
  again: async () => connect(),
  close: async () => undefined,
});
