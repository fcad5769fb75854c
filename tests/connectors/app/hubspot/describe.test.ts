import { describe, expect, it } from 'vitest';
import { property } from '../../../servers/hubspot/index.ts';
import { html } from '../../../servers/faults/index.ts';
import { faultOf, item, must, open, receipts } from './open.ts';

const object = async (connector: ReturnType<typeof open>['connector'], name: string) =>
  must(await connector.describe()).objects.find((one) => one.name === name)!;

describe('what HubSpot is described as', () => {
  it('names the account, the objects, the owners', async () => {
    const { connector, portal } = open();
    portal.addKind('car', 101, [property('vin', 'string', { unique: true, own: true })]);
    const { account, objects, owners } = must(await connector.describe());
    expect(account).toEqual({ id: '4711', name: 'app.example-account.test' });
    expect(objects.map(({ name, label, modifiedField }) => [name, label, modifiedField])).toEqual([
      ['contacts', 'contacts', 'lastmodifieddate'],
      ['companies', 'companies', 'hs_lastmodifieddate'],
      ['deals', 'deals', 'hs_lastmodifieddate'],
      ['products', 'products', 'hs_lastmodifieddate'],
      ['tickets', 'tickets', 'hs_lastmodifieddate'],
      ['2-101', 'cars', 'hs_lastmodifieddate'],
    ]);
    expect(owners).toEqual([
      { value: '51', label: 'ada@example.com' },
      { value: '52', label: 'bo@example.com' },
    ]);
  });

  it('[S456] says of every kind where records tell that they are archived, and what was merged into them', async () => {
    const { connector, portal } = open();
    portal.must('products').properties.delete('hs_merged_object_ids');
    const archived = { field: 'record:archived', is: ['true'] };
    expect((await object(connector, 'deals')).presence).toEqual({
      archived,
      mergedFrom: 'hs_merged_object_ids',
    });
    expect((await object(connector, 'products')).presence).toEqual({ archived });
    const said = (await object(connector, 'deals')).fields.find(({ name }) => name === archived.field);
    expect(said).toMatchObject({ type: 'boolean', readOnly: true });
    // What is in no list may have gone while others were read (S459).
    expect((await object(connector, 'deals')).missingIsDeleted).toBeUndefined();
  });

  it('reads all owners, page by page', async () => {
    const { connector, portal } = open();
    for (let n = 0; n < 250; n++)
      portal.owners.push({ id: String(1000 + n), email: `${String(n)}@example.com`, archived: false });
    expect(must(await connector.describe()).owners.length).toBe(252);
  });

  it('takes properties for fields by their types', async () => {
    const { connector, portal } = open();
    const kind = portal.addKind('car', 101, [
      property('colours', 'enumeration', { fieldType: 'checkbox', options: ['red', 'blue'], own: true }),
      property('old', 'string', { own: true }),
    ]);
    kind.properties.set('old', { ...kind.properties.get('old')!, archived: true });
    const types = async (name: string) =>
      Object.fromEntries((await object(connector, name)).fields.map((field) => [field.name, field.type]));
    expect(await types('companies')).toEqual({
      hs_object_id: 'text',
      createdate: 'datetime',
      hs_lastmodifieddate: 'datetime',
      hs_merged_object_ids: 'multi-select',
      hubspot_owner_id: 'owner',
      name: 'text',
      domain: 'text',
      phone: 'text',
      city: 'text',
      country: 'text',
      state: 'text',
      industry: 'single-select',
      annualrevenue: 'number',
      description: 'long-text',
      founded: 'date',
      lifecyclestage: 'single-select',
      'record:archived': 'boolean',
    });
    expect(await types('contacts')).toMatchObject({ hs_email_optout: 'boolean', num_notes: 'calculated' });
    expect(await types('2-101')).toMatchObject({ colours: 'multi-select' });
    expect(await types('2-101')).not.toHaveProperty('old');
    const fields = (await object(connector, 'companies')).fields;
    expect(fields.find(({ name }) => name === 'industry')?.options?.map(({ value }) => value)).toContain(
      'RETAIL',
    );
    expect(fields.find(({ name }) => name === 'phone')?.format).toBe('phone');
    expect(fields.find(({ name }) => name === 'domain')?.format).toBe('domain');
    expect(fields.find(({ name }) => name === 'createdate')?.readOnly).toBe(true);
    expect(fields.find(({ name }) => name === 'name')?.readOnly).toBe(false);
  });

  it('a create can carry e-mail and properties with unique values, not a domain and not the id', async () => {
    const { connector } = open();
    expect((await object(connector, 'contacts')).uniqueFields).toEqual(['email']);
    expect((await object(connector, 'companies')).uniqueFields).toEqual([]);
    expect((await object(connector, 'products')).uniqueFields).toEqual(['hs_sku']);
    const ids = (await object(connector, 'companies')).fields.filter(({ unique }) => unique);
    expect(ids.map(({ name }) => name)).toEqual(['hs_object_id']);
  });

  it('pipelines have their stages, and the fields that hold them their ids', async () => {
    const { connector } = open();
    const deals = await object(connector, 'deals');
    expect(deals.pipelines).toMatchObject([{ id: 'default', label: 'Sales' }]);
    expect(deals.pipelines[0]?.stages.map(({ id, closed }) => [id, closed])).toEqual([
      ['appointmentscheduled', false],
      ['contractsent', false],
      ['closedwon', true],
      ['closedlost', true],
    ]);
    const stage = deals.fields.find(({ name }) => name === 'dealstage');
    expect(stage?.options).toContainEqual({ value: 'closedwon', label: 'Closed won' });
    expect((await object(connector, 'tickets')).pipelines[0]?.stages.map(({ closed }) => closed)).toEqual([
      false,
      true,
    ]);
  });

  it('[S301] associations are fields too', async () => {
    const { connector, portal } = open();
    const car = portal.addKind('car', 101);
    car.links = ['companies', '2-102'];
    portal.addKind('key', 102);
    const links = async (name: string) =>
      (await object(connector, name)).fields
        .filter(({ type }) => type === 'reference')
        .map((field) => field.name);
    expect(await links('contacts')).toEqual(['assoc:companies']);
    expect(await links('deals')).toEqual(['assoc:companies', 'assoc:contacts']);
    expect(await links('tickets')).toEqual(['assoc:companies', 'assoc:contacts', 'assoc:deals']);
    expect(await links('products')).toEqual([]);
    expect(await links('2-101')).toEqual(['assoc:companies', 'assoc:2-102']);
  });

  it('[S302] what an administrator requires is known once it was refused for', async () => {
    const { connector, portal } = open();
    const companies = portal.must('companies');
    companies.createForm = ['city'];
    companies.rules = [{ property: 'state', on: 'country', values: ['US', 'CA'] }];
    const required = async () => {
      const { fields } = await object(connector, 'companies');
      return fields.filter((field) => field.required || field.requiredWhen !== undefined);
    };
    expect((await object(connector, 'deals')).fields.find(({ name }) => name === 'dealname')?.required).toBe(
      true,
    );
    expect(await required()).toEqual([]);
    const made = await receipts(connector, 'companies', 'create', [item(null, { name: 'A' })]);
    expect(made[0]).toMatchObject({
      kind: 'refused',
      refusal: { category: 'property-value', code: 'MISSING_REQUIRED_PROPERTY', field: 'city' },
    });
    const us = item(null, { name: 'B', city: 'X', country: 'US' }, { key: 'us' });
    const ca = item(null, { name: 'C', city: 'X', country: 'CA' }, { key: 'ca' });
    const [refused] = await receipts(connector, 'companies', 'create', [us]);
    expect(refused).toMatchObject({
      kind: 'refused',
      refusal: { category: 'property-value', code: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY', field: 'state' },
    });
    const one = { field: 'country', op: 'eq', value: 'US' };
    expect(await required()).toMatchObject([
      { name: 'city', required: true },
      { name: 'state', requiredWhen: [one] },
    ]);
    await receipts(connector, 'companies', 'create', [ca, us]);
    const both = { field: 'country', op: 'in', values: ['US', 'CA'] };
    expect((await required())[1]).toMatchObject({ name: 'state', required: false, requiredWhen: [both] });
  });

  it('kinds that may not be read are left out; without the right to schemas there are no custom ones', async () => {
    const { connector, portal } = open();
    portal.addKind('car', 101);
    portal.withheld.add('crm.objects.tickets.read');
    portal.withheld.add('crm.schemas.custom.read');
    portal.withheld.add('crm.objects.owners.read');
    const { objects, owners } = must(await connector.describe());
    expect(objects.map(({ name }) => name)).toEqual(['contacts', 'companies', 'deals', 'products']);
    expect(owners).toEqual([]);
  });

  it('a fault in the middle is a fault of the whole', async () => {
    for (const path of [
      /details/,
      /schemas\/contacts/,
      /schemas$/,
      /properties.*deals/,
      /pipelines/,
      /owners/,
    ]) {
      const { connector, fake } = open();
      fake.faults.add({ kind: 'answer', when: 'before-commit', reply: html(502), meets: { path } });
      expect(faultOf(await connector.describe()).code, String(path)).toBe('app-down');
    }
  });

  it('a schema that changed meanwhile is read as it is then', async () => {
    const { connector, portal, fake } = open();
    fake.faults.add({
      kind: 'meanwhile',
      run: () => portal.must('deals').properties.set('region', property('region', 'string', { own: true })),
      meets: { path: /properties.*\/contacts/ },
    });
    expect((await object(connector, 'deals')).fields.map(({ name }) => name)).toContain('region');
  });
});
