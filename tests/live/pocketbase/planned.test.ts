import { it } from 'vitest';
import { openPocketBase } from '../../../src/lib/connectors/app/pocketbase/index.ts';
import { must } from '../../contracts/app-opened.ts';
import { hubSpotPushesAsPlanned } from '../../push/with-hubspot.ts';
import { PocketBase } from './pocket-base.ts';
import { collectionIn } from './under-test.ts';

it('[L10] HubSpot and a real PocketBase, 1,000 records: every outcome is the predicted one, planning again writes nothing, and the way back leaves all as it was', async () => {
  const server = await PocketBase.start();
  try {
    const object = await collectionIn(server);
    const fields = ['email', 'name', 'note', 'kind'];
    const records = `/api/collections/${object}/records`;
    await hubSpotPushesAsPlanned({
      connector: must(await openPocketBase(server.call)),
      synced: { object, fields, uniqueFields: ['email'] },
      kinds: ['customer', 'partner'],
      put: async (given) => {
        const ids: string[] = [];
        for (let at = 0; at < given.length; at += 50) {
          const requests = given.slice(at, at + 50).map((cells) => ({
            method: 'POST',
            url: records,
            body: Object.fromEntries(fields.map((field, n) => [field, cells[n]])),
          }));
          const told = (await server.ask('POST', '/api/batch', { requests })) as { body: { id: string } }[];
          ids.push(...told.map(({ body }) => body.id));
        }
        return ids;
      },
      edit: async (id, values) =>
        void (await server.ask('PATCH', `${records}/${id}`, Object.fromEntries(values))),
    });
  } finally {
    await server.close();
  }
});
