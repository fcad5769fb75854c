import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOdoo } from '../../../src/lib/connectors/app/odoo/index.ts';
import type { WriteItem } from '../../../src/lib/connectors/app/write.ts';
import { ensureBuilt } from '../../../scripts/ensure.mjs';
import { relayOf } from '../../../server/relay/relay.ts';
import { appContract } from '../../contracts/app-suite.ts';
import { must } from '../../contracts/app-opened.ts';
import { upstreamsAt } from '../../server/relay/relay-served.ts';
import { callingPage, type CallingPage } from '../../e2e/setup/from-page.ts';
import { consultantsDay } from './consultants-day.ts';
import { liveOdoo, type Odoo } from './odoo.ts';
import { odooPushesAsPlanned } from './planned.ts';
import { odooUnderTest } from './under-test.ts';

let odoo: Odoo;
let page: CallingPage;
beforeAll(async () => {
  ensureBuilt();
  odoo = await liveOdoo();
  const upstreams = upstreamsAt('http://127.0.0.1:1', odoo.origin);
  page = await callingPage({ routes: relayOf({ upstreams }) });
});
afterAll(async () => {
  await page.close();
  await odoo.close();
});

appContract(odooUnderTest('a real Odoo 19, by the relay', () => odoo));
appContract(
  odooUnderTest(
    'a real Odoo 19, by the relay from the page in Chromium',
    () => odoo,
    () => odoo.callers(page),
  ),
);

consultantsDay(() => odoo);
odooPushesAsPlanned(() => odoo);

let made = 0;
const item = (values: Readonly<Record<string, string>>, id: string | null = null): WriteItem => ({
  key: `item-${String(++made)}`,
  id,
  unique: null,
  values: new Map(Object.entries(values)),
});

describe('a real Odoo 19', () => {
  it('is described: companies, people and leads, their fields, stages and owners', async () => {
    const { objects, owners, account } = must(await must(await openOdoo(odoo.call)).describe());
    expect(objects.map(({ name }) => name)).toEqual(['companies', 'people', 'leads']);
    const leads = objects.find(({ name }) => name === 'leads');
    const field = (name: string) => leads?.fields.find((one) => one.name === name);
    expect(field('name')).toMatchObject({ type: 'text', required: true, readOnly: false });
    const people = objects.find(({ name }) => name === 'people');
    expect(people?.fields.find(({ name }) => name === 'name')).toMatchObject({ required: true });
    expect(field('priority')?.options?.map(({ value }) => value)).toEqual(['0', '1', '2', '3']);
    expect([field('stage_id')?.type, field('user_id')?.type, field('tag_ids')?.multiple]).toEqual([
      'reference',
      'owner',
      true,
    ]);
    expect(field('write_date')).toMatchObject({ type: 'datetime', readOnly: true });
    expect(leads?.pipelines[0]?.stages.filter(({ closed }) => closed).length).toBe(1);
    expect(owners.map(({ label }) => label)).toContain('admin');
    expect(account.name).toBe('My Company');
  });

  it('[S348] values come back as they were written, blank ones blank', async () => {
    const connector = must(await openOdoo(odoo.call));
    const lead = {
      name: "Größe & <b> \\ 'x'",
      email_from: 'a@x.example',
      expected_revenue: '1234.5',
      date_deadline: '2026-02-28',
      priority: '2',
      stage_id: '2',
      contact_name: '',
    };
    const company = { name: 'Acme', website: '', city: 'Köln' };
    for (const [object, values] of [
      ['leads', lead],
      ['companies', company],
    ] as const) {
      const answer = await connector.write({ object, act: 'create', items: [item(values)] });
      const [receipt] = answer.kind === 'receipts' ? answer.receipts : [];
      if (receipt?.kind !== 'written') throw new Error(JSON.stringify(answer));
      const fields = [...Object.keys(values), 'write_date'];
      const [record] = must(await connector.readByIds(object, [receipt.id], fields));
      const { write_date: time, ...read } = Object.fromEntries(record!.values);
      expect(read).toEqual(values);
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      const key = { field: 'name', values: [values.name] };
      expect(must(await connector.findByKey(object, key, ['name'])).map(({ id }) => id)).toEqual([
        receipt.id,
      ]);
    }
    // A company is no person.
    const people = must(await connector.findByKey('people', { field: 'name', values: ['Acme'] }, ['name']));
    expect(people).toEqual([]);
  });

  it('[S348] says no to a value or a field it has not, in its own words, and no secret stands in a fault', async () => {
    const connector = must(await openOdoo(odoo.call));
    const write = (values: Readonly<Record<string, string>>) =>
      connector.write({ object: 'leads', act: 'create', items: [item({ name: 'x', ...values })] });
    expect(await write({ priority: '9' })).toMatchObject({
      receipts: [{ kind: 'refused', refusal: { category: 'property-value', code: 'builtins.ValueError' } }],
    });
    expect(await write({ nofield: 'x' })).toMatchObject({ receipts: [{ refusal: { field: 'nofield' } }] });
    expect(await write({ expected_revenue: 'much' })).toMatchObject({
      receipts: [{ refusal: { field: 'expected_revenue' } }],
    });
    expect(await write({ name: '' })).toMatchObject({
      receipts: [{ kind: 'refused', refusal: { code: 'odoo.exceptions.ValidationError' } }],
    });
    // The model calls a person's name optional, its database does not.
    const nameless = { object: 'people', act: 'create', items: [item({ email: 'n@x.example' })] } as const;
    expect(await connector.write(nameless)).toMatchObject({ receipts: [{ kind: 'refused' }] });
    const none = await openOdoo(odoo.guest);
    expect(none).toMatchObject({ ok: false, fault: { code: 'signed-out' } });
    expect(JSON.stringify([none, await write({ priority: odoo.key })])).not.toContain(odoo.key);
  });
});
