import type { AppConnector } from '../../src/lib/connectors/app/app-connector.ts';
import { hubSpot } from '../../src/lib/connectors/app/hubspot/index.ts';
import type { Both } from '../../src/lib/engine/index.ts';
import { Random } from '../reference/random.ts';
import { HubSpotFake } from '../servers/hubspot/index.ts';
import { designOfApps, pushesAsPlanned, type SyncedObject } from './as-planned.ts';

/** People of an app beside those of a HubSpot: the field of the e-mail first, then a name, a phone and what each is. */
export interface OtherPeople {
  readonly connector: AppConnector;
  readonly synced: SyncedObject;
  /** What each can be. */
  readonly kinds: readonly string[];
  put(records: readonly (readonly string[])[]): Promise<readonly string[]>;
  edit(id: string, values: ReadonlyMap<string, string>): Promise<void>;
}

/** People there could be: each is in one app, in both, or in none. */
const PEOPLE = 680;
const LEFT: SyncedObject = {
  object: 'contacts',
  fields: ['email', 'lastname', 'phone', 'company'],
  uniqueFields: ['email'],
};

/** L10 over a HubSpot and another app. */
export async function hubSpotPushesAsPlanned(other: OtherPeople): Promise<void> {
  const random = new Random(29);
  const hubspot = new HubSpotFake();
  const person = (n: number): string[] => [
    `p${String(n)}@example.com`,
    random.pick(['Ada', 'Bo', 'Cy']),
    random.pick(['', '+1 555 0100', '+47 22 33 44 55']),
    random.pick(other.kinds),
  ];
  const asLeft = (cells: readonly string[]): Record<string, string> =>
    Object.fromEntries(LEFT.fields.map((field, at) => [field, cells[at]!]));
  const there: string[][] = [];
  for (let n = 0; n < PEOPLE; n++) {
    if (random.chance(0.8)) hubspot.portal.add('contacts', asLeft(person(n)));
    if (random.chance(0.8)) there.push(person(n));
  }
  const ids = await other.put(there);
  const objects: Record<string, Both<SyncedObject>> = { contacts: { left: LEFT, right: other.synced } };
  const connectors = { left: hubSpot(hubspot.caller()), right: other.connector };
  await pushesAsPlanned({ design: designOfApps(objects), objects, connectors }, async () => {
    for (const { id } of [...hubspot.portal.must('contacts').records.values()].slice(0, 120)) {
      hubspot.portal.edit('contacts', id, random.chance(0.3) ? { phone: '' } : { lastname: `By hand ${id}` });
    }
    for (const id of ids.slice(-80)) {
      await other.edit(id, new Map([[other.synced.fields[1]!, `Changed ${id}`]]));
    }
    const later = Array.from({ length: 40 }, (_, n) => person(10_000 + n));
    for (const cells of later.slice(20)) hubspot.portal.add('contacts', asLeft(cells));
    await other.put(later.slice(0, 20));
  });
}
