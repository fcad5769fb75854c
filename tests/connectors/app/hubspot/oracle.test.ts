import { Client } from '@hubspot/api-client';
import { AssociationSpecAssociationCategoryEnum as Category } from '@hubspot/api-client/lib/codegen/crm/associations/v4/models/AssociationSpec.js';
import { FilterOperatorEnum as Op } from '@hubspot/api-client/lib/codegen/crm/contacts/models/Filter.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HubSpotFake, property } from '../../../servers/hubspot/index.ts';
import type { Served } from '../../../servers/faults/index.ts';

/**
 * HubSpot's own client runs against the fake: what it sends is understood, what it is answered fits its own models. It asks by the
 * numbered versions, which the fake answers as it does those the connector asks by, save an administrator's rules.
 */
describe('the fake of HubSpot, held by HubSpot’s own client', () => {
  let fake: HubSpotFake;
  let served: Served;
  let client: Client;

  beforeEach(async () => {
    fake = new HubSpotFake();
    served = await fake.serve();
    client = new Client({ accessToken: fake.token, basePath: served.origin, numberOfApiCallRetries: 0 });
  });
  afterEach(() => served.close());

  const codeOf = async (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'no error',
      (error: { code?: number; body?: unknown }) => [error.code, error.body],
    );

  it('lists, gets, creates, updates and archives', async () => {
    for (let n = 0; n < 230; n++) fake.portal.add('companies', { name: `Company ${String(n)}` });
    const all = await client.crm.companies.getAll(100, undefined, ['name']);
    expect(all.map(({ properties }) => properties['name'])).toEqual(
      Array.from({ length: 230 }, (_, n) => `Company ${String(n)}`),
    );
    const made = await client.crm.companies.basicApi.create({
      properties: { name: 'New' },
      associations: [],
    });
    expect(made.createdAt).toBeInstanceOf(Date);
    const changed = await client.crm.companies.basicApi.update(made.id, { properties: { name: 'Newer' } });
    expect(changed.updatedAt.getTime()).toBeGreaterThan(made.updatedAt.getTime());
    await client.crm.companies.basicApi.archive(made.id);
    expect(await codeOf(client.crm.companies.basicApi.getById(made.id))).toMatchObject([404, {}]);
    const gone = await client.crm.companies.basicApi.getPage(
      10,
      undefined,
      ['name'],
      undefined,
      undefined,
      true,
    );
    expect(gone.results.map(({ id, archived }) => [id, archived])).toEqual([[made.id, true]]);
  });

  it('merges, and lists archived records with what they held, for ninety days', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map(
      (name) => fake.portal.add('contacts', { email: `${name}@example.com`, firstname: name }).id,
    );
    const left = await client.crm.contacts.basicApi.merge({ primaryObjectId: a!, objectIdToMerge: b! });
    expect([left.id, left.properties['hs_merged_object_ids']]).toEqual([a, b]);
    // Asked for, the loser is the winner; in a list it is neither there nor archived.
    expect((await client.crm.contacts.basicApi.getById(b!)).id).toBe(a);
    await client.crm.contacts.basicApi.archive(c!);
    const listed = (archived: boolean) =>
      client.crm.contacts.basicApi.getPage(10, undefined, ['email'], undefined, undefined, archived);
    expect((await listed(false)).results.map(({ id }) => id)).toEqual([a]);
    const [gone, ...more] = (await listed(true)).results;
    expect([gone?.id, gone?.archived, gone?.properties['email'], more]).toEqual([
      c,
      true,
      'c@example.com',
      [],
    ]);
    expect(gone?.archivedAt).toBeInstanceOf(Date);
    const read = await client.crm.contacts.batchApi.read(
      { inputs: [{ id: c! }], properties: ['email'], propertiesWithHistory: [] },
      true,
    );
    expect(read.results.map(({ id }) => id)).toEqual([c]);
    fake.portal.restore('contacts', c!);
    expect((await listed(false)).results.map(({ id }) => id)).toEqual([a, c]);
    fake.portal.remove('contacts', c!);
    fake.portal.wait(91 * 24 * 3_600_000);
    expect((await listed(true)).results).toEqual([]);
  });

  it('writes batches, each input told of by its trace', async () => {
    const taken = fake.portal.add('contacts', { email: 'a@example.com' }).id;
    const inputs = ['a', 'b'].map((name) => ({
      properties: { email: `${name}@example.com` },
      associations: [],
      objectWriteTraceId: `trace-${name}`,
    }));
    const made = await client.crm.contacts.batchApi.create({ inputs });
    if (!('errors' in made)) throw new Error('207 was expected');
    expect(made.numErrors).toBe(1);
    expect(made.errors?.[0]).toMatchObject({
      category: 'CONFLICT',
      message: `Contact already exists. Existing ID: ${taken}`,
      context: { objectWriteTraceId: ['trace-a'], existingId: [taken] },
    });
    expect(
      made.results.map(({ properties, objectWriteTraceId }) => [properties['email'], objectWriteTraceId]),
    ).toEqual([['b@example.com', 'trace-b']]);
    // Without traces one bad input refuses them all.
    const bare = ['c', 'a'].map((name) => ({
      properties: { email: `${name}@example.com` },
      associations: [],
    }));
    expect(await codeOf(client.crm.contacts.batchApi.create({ inputs: bare }))).toMatchObject([409, {}]);
    expect(fake.portal.must('contacts').records.size).toBe(2);
  });

  it('reads batches by id and by a unique property, and upserts', async () => {
    const { id } = fake.portal.add('products', { name: 'Chair', hs_sku: 'C-1' });
    const read = await client.crm.products.batchApi.read({
      properties: ['name'],
      propertiesWithHistory: [],
      idProperty: 'hs_sku',
      inputs: [{ id: 'C-1' }, { id: 'C-9' }],
    });
    expect(read.results.map((one) => one.id)).toEqual([id]);
    expect('errors' in read && read.errors?.[0]).toMatchObject({ context: { ids: ['C-9'] } });
    const upserted = await client.crm.products.batchApi.upsert({
      inputs: ['C-1', 'C-2'].map((sku) => ({
        id: sku,
        idProperty: 'hs_sku',
        properties: { name: `Product ${sku}` },
      })),
    });
    expect(upserted.results.map((one) => [one._new, one.properties['name']])).toEqual([
      [false, 'Product C-1'],
      [true, 'Product C-2'],
    ]);
    await client.crm.products.batchApi.archive({ inputs: [{ id }] });
    expect(fake.portal.found(fake.portal.must('products'), id)).toBeNull();
  });

  it('searches, with filters, order and pages', async () => {
    for (let n = 0; n < 7; n++)
      fake.portal.add('deals', { dealname: `Deal ${String(n)}`, amount: String(n * 10) });
    const page = await client.crm.deals.searchApi.doSearch({
      filterGroups: [{ filters: [{ propertyName: 'amount', operator: Op.Gt as never, value: '15' }] }],
      sorts: ['amount'],
      properties: ['amount'],
      limit: 3,
      after: '0',
      query: '',
    } as never);
    expect(page.total).toBe(5);
    expect(page.results.length).toBe(3);
    expect(page.paging?.next?.after).toBe('3');
  });

  it('knows properties, schemas, pipelines and owners', async () => {
    const kind = fake.portal.addKind('car', 101, [property('vin', 'string', { unique: true, own: true })]);
    kind.required = ['name'];
    const properties = await client.crm.properties.coreApi.getAll('contacts');
    const email = properties.results.find(({ name }) => name === 'email');
    expect(email).toMatchObject({
      type: 'string',
      hasUniqueValue: false,
      modificationMetadata: { readOnlyValue: false },
    });
    const schemas = await client.crm.schemas.coreApi.getAll();
    expect(
      schemas.results.map(({ objectTypeId, requiredProperties }) => [objectTypeId, requiredProperties]),
    ).toEqual([['2-101', ['name']]]);
    const pipelines = await client.crm.pipelines.pipelinesApi.getAll('deals');
    expect(
      pipelines.results[0]?.stages.map(({ id, metadata }) => [id, metadata?.['isClosed']]),
    ).toContainEqual(['closedwon', 'true']);
    const owners = await client.crm.owners.ownersApi.getPage();
    expect(owners.results.map(({ email: address }) => address)).toEqual([
      'ada@example.com',
      'bo@example.com',
    ]);
  });

  it('associates, reads and parts records; a new primary takes the place of the old one', async () => {
    const [deal, one, two] = ['deals', 'companies', 'companies'].map((name) => fake.portal.add(name, {}).id);
    const from = { id: deal ?? '' };
    for (const to of [one, two]) {
      await client.crm.associations.v4.batchApi.create('deals', 'companies', {
        inputs: [
          {
            _from: from,
            to: { id: to ?? '' },
            types: [{ associationCategory: Category.HubspotDefined, associationTypeId: 5 }],
          },
        ],
      });
    }
    const read = await client.crm.associations.v4.batchApi.getPage('deals', 'companies', {
      inputs: [from, { id: '999' }] as never,
    });
    const labels = read.results[0]?.to.map(({ toObjectId, associationTypes }) => [
      String(toObjectId),
      associationTypes.map(({ label }) => label ?? null),
    ]);
    expect(labels).toEqual([
      [one, [null]],
      [two, ['Primary', null]],
    ]);
    expect('errors' in read && read.errors?.[0]?.subCategory).toBe('crm.associations.NO_ASSOCIATIONS_FOUND');
    await client.crm.associations.v4.batchApi.archive('deals', 'companies', {
      inputs: [{ _from: from, to: [{ id: two ?? '' }] }],
    });
    expect([...fake.portal.links.of('deals', deal ?? '', 'companies').keys()]).toEqual([one]);
  });

  it('merges are seen: the loser answers as the winner', async () => {
    const [winner, loser] = ['a', 'b'].map((name) => fake.portal.add('contacts', { firstname: name }).id);
    fake.portal.merge('contacts', winner ?? '', loser ?? '');
    expect((await client.crm.contacts.basicApi.getById(loser ?? '')).id).toBe(winner);
  });

  it('refuses a token that does not hold, a scope that is not granted, a limit that is used up', async () => {
    fake.portal.withheld.add('crm.objects.contacts.read');
    expect(await codeOf(client.crm.contacts.basicApi.getPage())).toMatchObject([
      403,
      { category: 'MISSING_SCOPES' },
    ]);
    fake.portal.limits.limit = { calls: 1, searches: null, daily: null, retryAfter: true };
    await client.crm.companies.basicApi.getPage();
    expect(await codeOf(client.crm.companies.basicApi.getPage())).toMatchObject([
      429,
      { policyName: 'TEN_SECONDLY_ROLLING' },
    ]);
    fake.portal.wait(10_001);
    fake.portal.tokens.clear();
    expect(await codeOf(client.crm.companies.basicApi.getPage())).toMatchObject([401, {}]);
  });
});
