import { describe, expect, it } from 'vitest';
import { field, lookup, options } from '../../../servers/salesforce/index.ts';
import { must, Opened } from './opened.ts';

const described = async (on: Opened, object: string) => {
  const { objects } = must(await on.connector.describe());
  const found = objects.find(({ name }) => name === object);
  if (found === undefined) throw new Error(`no ${object}`);
  const fieldOf = (name: string) => found.fields.find((one) => one.name === name);
  return { found, fieldOf };
};

describe('what Salesforce says its objects are like', () => {
  it('[S318] the usual objects and the org’s own, its people and the org itself', async () => {
    const on = new Opened();
    const person = {
      Username: 'x@acme.example',
      Email: 'x@acme.example',
      IsActive: true,
      UserType: 'Standard',
    };
    on.fake.store.insert('User', { ...person, IsActive: false });
    on.fake.store.insert('User', { ...person, UserType: 'AutomatedProcess' });
    const { account, objects, owners } = must(await on.connector.describe());
    expect(account).toEqual({ id: on.fake.sessions.org(), name: 'Acme' });
    expect(objects.map(({ name }) => name)).toEqual([
      'Account',
      'Contact',
      'Lead',
      'Opportunity',
      'Case',
      'Widget__c',
    ]);
    expect(owners.map(({ label }) => label)).toEqual(['ada@acme.example', 'bob@acme.example']);
    expect(owners[0]?.value).toBe(on.fake.sessions.user());
    expect(must(await on.connector.account())).toEqual(account);
  });

  it('[S318] only those objects that are named, where some are', async () => {
    const on = new Opened({ objects: ['Contact', 'Nothing__c', 'User'] });
    const { objects } = must(await on.connector.describe());
    expect(objects.map(({ name }) => name)).toEqual(['Contact', 'User']);
  });

  it('[S456] where records tell that they are in the bin, and, of those that can be merged, which is left', async () => {
    const on = new Opened();
    const archived = { field: 'IsDeleted', is: ['true'] };
    for (const name of ['Account', 'Contact', 'Lead'])
      expect((await described(on, name)).found.presence).toEqual({ archived, mergedInto: 'MasterRecordId' });
    for (const name of ['Opportunity', 'Case', 'Widget__c'])
      expect((await described(on, name)).found.presence).toEqual({ archived });
    expect((await described(on, 'Account')).found.missingIsDeleted).toBeUndefined();
  });

  it('fields have types, lengths, options, and what may be done to them', async () => {
    const on = new Opened();
    const contact = await described(on, 'Contact');
    expect(contact.found).toMatchObject({ idField: 'Id', modifiedField: 'SystemModstamp', label: 'Contact' });
    expect(contact.fieldOf('LastName')).toMatchObject({
      type: 'text',
      required: true,
      readOnly: false,
      maxLength: 80,
    });
    expect(contact.fieldOf('Name')).toMatchObject({ required: false, readOnly: true });
    expect(contact.fieldOf('Email')).toMatchObject({ type: 'text', format: 'email', maxLength: 80 });
    expect(contact.fieldOf('Phone')).toMatchObject({ format: 'phone' });
    expect(contact.fieldOf('Birthdate')).toMatchObject({ type: 'date', dateOrder: 'ymd', maxLength: null });
    expect(contact.fieldOf('Last_Visit__c')).toMatchObject({ type: 'datetime' });
    expect(contact.fieldOf('HasOptedOutOfEmail')).toMatchObject({ type: 'boolean', required: false });
    expect(contact.fieldOf('Legacy_Number__c')).toMatchObject({
      type: 'number',
      decimal: '.',
      maxLength: null,
    });
    expect(contact.fieldOf('OwnerId')).toMatchObject({ type: 'owner', required: false });
    expect(contact.fieldOf('AccountId')).toMatchObject({ type: 'reference' });
    expect(contact.fieldOf('Interests__c')).toMatchObject({
      type: 'multi-select',
      multiple: true,
      options: ['Golf', 'Wine', 'Opera'].map((value) => ({ value, label: value })),
    });
    const account = await described(on, 'Account');
    expect(account.fieldOf('Website')).toMatchObject({ format: 'web-address' });
    expect(account.fieldOf('Description')).toMatchObject({ type: 'long-text', maxLength: 32_000 });
    expect(account.fieldOf('BillingStreet')).toMatchObject({ type: 'text', maxLength: 255 });
    expect(account.fieldOf('Score__c')).toMatchObject({ type: 'number', readOnly: true });
    expect(account.fieldOf('BillingAddress')).toBeUndefined();
    expect(account.fieldOf('Tax_Number__c')?.unique).toBe(true);
    const widget = await described(on, 'Widget__c');
    // Written once, on a create, it is no read-only field.
    expect(widget.fieldOf('Account__c')).toMatchObject({ required: true, readOnly: false });
  });

  it('[S315] keys of a create are unique fields and external ids', async () => {
    const on = new Opened();
    expect((await described(on, 'Account')).found.uniqueFields).toEqual(['External_Id__c', 'Tax_Number__c']);
    expect((await described(on, 'Contact')).found.uniqueFields).toEqual([
      'External_Id__c',
      'Legacy_Number__c',
    ]);
    expect((await described(on, 'Lead')).found.uniqueFields).toEqual([]);
  });

  it('[S317] stages are one pipeline, and say which of them are closed', async () => {
    const on = new Opened();
    const { found } = await described(on, 'Opportunity');
    expect(found.pipelines).toEqual([
      {
        id: 'StageName',
        label: 'Opportunity',
        stages: [
          { id: 'Prospecting', label: 'Prospecting', closed: false },
          { id: 'Qualification', label: 'Qualification', closed: false },
          { id: 'Closed Won', label: 'Closed Won', closed: true },
          { id: 'Closed Lost', label: 'Closed Lost', closed: true },
        ],
      },
    ]);
    expect((await described(on, 'Case')).found.pipelines[0]?.stages.map(({ closed }) => closed)).toEqual([
      false,
      false,
      true,
    ]);
    expect((await described(on, 'Contact')).found.pipelines).toEqual([]);
  });

  it('[S317] without a right to stages or people there are none, and the rest is described', async () => {
    const on = new Opened();
    on.fake.store.objects.splice(
      on.fake.store.objects.findIndex(({ name }) => name === 'OpportunityStage'),
      1,
    );
    on.fake.store.dropField('User', 'UserType');
    const { objects, owners } = must(await on.connector.describe());
    expect(objects.find(({ name }) => name === 'Opportunity')?.pipelines).toEqual([]);
    expect(owners).toEqual([]);
  });

  it('what an administrator has changed is seen the next time', async () => {
    const on = new Opened();
    await on.connector.describe();
    on.fake.store.setField('Contact', field('Tier__c', 'picklist', { picklistValues: options(['Gold']) }));
    on.fake.store.setField('Contact', lookup('Sponsor__c', 'Account'));
    on.fake.store.setField('Contact', field('FirstName', 'string', { length: 20, nillable: false }));
    const { fieldOf } = await described(on, 'Contact');
    expect(fieldOf('Tier__c')).toMatchObject({
      type: 'single-select',
      options: [{ value: 'Gold', label: 'Gold' }],
    });
    expect(fieldOf('FirstName')).toMatchObject({ maxLength: 20, required: true });
    expect(fieldOf('Sponsor__c')?.type).toBe('reference');
  });

  it('options that are no longer in use are not offered', async () => {
    const on = new Opened();
    const [gold, old] = options(['Gold', 'Old']);
    if (gold === undefined || old === undefined) throw new Error('no options');
    const picklistValues = [gold, { ...old, active: false }];
    on.fake.store.setField('Contact', field('Tier__c', 'picklist', { picklistValues }));
    expect((await described(on, 'Contact')).fieldOf('Tier__c')?.options).toEqual([
      { value: 'Gold', label: 'Gold' },
    ]);
  });
});
