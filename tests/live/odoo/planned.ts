import { it } from 'vitest';
import { openOdoo } from '../../../src/lib/connectors/app/odoo/index.ts';
import { must } from '../../contracts/app-opened.ts';
import { hubSpotPushesAsPlanned } from '../../push/with-hubspot.ts';
import type { Odoo } from './odoo.ts';

const FIELDS = ['email', 'name', 'phone', 'function'];

export const odooPushesAsPlanned = (odoo: () => Odoo): void => {
  it('[L10] HubSpot and a real Odoo 19, 1,000 records: every outcome is the predicted one, planning again writes nothing, and the way back leaves all as it was', async () => {
    const server = odoo();
    // Its demo and its own users are people, too: only those of the test are synced.
    server.sql(
      'UPDATE res_partner SET active = false WHERE NOT is_company AND id NOT IN (SELECT partner_id FROM res_users)',
    );
    await hubSpotPushesAsPlanned({
      connector: must(await openOdoo(server.call)),
      synced: { object: 'people', fields: FIELDS, uniqueFields: [] },
      kinds: ['Buyer', 'Engineer', 'Head of sales'],
      put: async (given) => {
        const vals_list = given.map((cells) =>
          Object.fromEntries(FIELDS.map((field, n) => [field, cells[n]])),
        );
        return ((await server.ask('res.partner/create', { vals_list })) as number[]).map(String);
      },
      edit: async (id, values) =>
        void (await server.ask('res.partner/write', { ids: [Number(id)], vals: Object.fromEntries(values) })),
    });
  });
};
