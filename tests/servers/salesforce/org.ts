import { field, lookup, object, options, owner, type FakeObject } from './schema.ts';

/** Kinds of records that nobody writes by the API. */
const FIXED = { createable: false, updateable: false, deletable: false } as const;

/** A loser of a merge names who won it. */
const mergedInto = (to: string) => lookup('MasterRecordId', to, { createable: false, updateable: false });

const STAGES = ['Prospecting', 'Qualification', 'Closed Won', 'Closed Lost'];

/** The kinds of records of a new org: what CRMs are synced by, what describes them, one of its own. */
export const newOrg = (): FakeObject[] => [
  object('Account', '001', [
    field('Name', 'string', { nillable: false, nameField: true }),
    field('AccountNumber', 'string', { length: 40 }),
    field('Website', 'url'),
    field('Phone', 'phone'),
    field('Industry', 'picklist', { picklistValues: options(['Banking', 'Energy', 'Retail']) }),
    field('Rating', 'picklist', {
      picklistValues: options(['Hot', 'Warm', 'Cold']),
      restrictedPicklist: true,
    }),
    field('AnnualRevenue', 'currency', { precision: 18, scale: 0 }),
    field('NumberOfEmployees', 'int'),
    field('Description', 'textarea'),
    field('BillingAddress', 'address', { createable: false, updateable: false }),
    field('BillingStreet', 'textarea', { length: 255, compoundFieldName: 'BillingAddress' }),
    field('BillingCity', 'string', { length: 40, compoundFieldName: 'BillingAddress' }),
    field('External_Id__c', 'string', { length: 64, unique: true, externalId: true, caseSensitive: true }),
    field('Tax_Number__c', 'string', { length: 20, unique: true }),
    field('Score__c', 'double', { calculated: true, createable: false, updateable: false }),
    lookup('ParentId', 'Account'),
    owner(),
    mergedInto('Account'),
  ]),
  object('Contact', '003', [
    field('Name', 'string', { createable: false, updateable: false, nillable: false, nameField: true }),
    field('FirstName', 'string', { length: 40 }),
    field('LastName', 'string', { length: 80, nillable: false }),
    field('Email', 'email', { idLookup: true }),
    field('Phone', 'phone'),
    field('Birthdate', 'date'),
    field('LeadSource', 'picklist', { picklistValues: options(['Web', 'Phone Inquiry', 'Partner']) }),
    field('Interests__c', 'multipicklist', {
      picklistValues: options(['Golf', 'Wine', 'Opera']),
      restrictedPicklist: true,
    }),
    field('HasOptedOutOfEmail', 'boolean'),
    field('Last_Visit__c', 'datetime'),
    field('External_Id__c', 'string', { length: 64, unique: true, externalId: true, caseSensitive: true }),
    field('Legacy_Number__c', 'double', { externalId: true, precision: 18, scale: 0 }),
    lookup('AccountId', 'Account'),
    owner(),
    mergedInto('Contact'),
  ]),
  object('Lead', '00Q', [
    field('Name', 'string', { createable: false, updateable: false, nillable: false, nameField: true }),
    field('FirstName', 'string', { length: 40 }),
    field('LastName', 'string', { length: 80, nillable: false }),
    field('Company', 'string', { nillable: false }),
    field('Email', 'email', { idLookup: true }),
    field('Status', 'picklist', {
      nillable: false,
      defaultedOnCreate: true,
      defaultValue: 'Open',
      picklistValues: options(['Open', 'Contacted', 'Qualified'], 'Open'),
    }),
    field('IsConverted', 'boolean', { createable: false, updateable: false }),
    owner(),
    mergedInto('Lead'),
  ]),
  object('Opportunity', '006', [
    field('Name', 'string', { length: 120, nillable: false, nameField: true }),
    field('StageName', 'picklist', { nillable: false, picklistValues: options(STAGES) }),
    field('Amount', 'currency'),
    field('Probability', 'percent', { precision: 3 }),
    field('CloseDate', 'date', { nillable: false }),
    lookup('AccountId', 'Account'),
    owner(),
  ]),
  object('Case', '500', [
    field('CaseNumber', 'string', {
      createable: false,
      updateable: false,
      autoNumber: true,
      nameField: true,
    }),
    field('Subject', 'string'),
    field('Status', 'picklist', {
      defaultedOnCreate: true,
      defaultValue: 'New',
      picklistValues: options(['New', 'Working', 'Closed'], 'New'),
    }),
    lookup('ContactId', 'Contact'),
    owner(),
  ]),
  object('Widget__c', 'a00', [
    field('Name', 'string', { length: 80, nameField: true, defaultedOnCreate: true }),
    field('Code__c', 'string', { length: 20, unique: true, externalId: true }),
    field('Open_From__c', 'time'),
    field('Weight__c', 'double', { scale: 3 }),
    lookup('Account__c', 'Account', { relationshipName: 'Account__r', updateable: false, nillable: false }),
    owner(),
  ]),
  object('User', '005', [
    field('Username', 'string', { length: 80, nillable: false, unique: true, idLookup: true }),
    field('Email', 'email', { length: 128, nillable: false }),
    field('Name', 'string', { createable: false, updateable: false, nameField: true }),
    field('IsActive', 'boolean'),
    field('UserType', 'picklist', { picklistValues: options(['Standard', 'AutomatedProcess']) }),
  ]),
  object('Organization', '00D', [field('Name', 'string'), field('IsSandbox', 'boolean')], FIXED),
  object(
    'OpportunityStage',
    '01J',
    [
      field('ApiName', 'string'),
      field('MasterLabel', 'string'),
      field('SortOrder', 'int'),
      field('IsActive', 'boolean'),
      field('IsClosed', 'boolean'),
      field('IsWon', 'boolean'),
    ],
    FIXED,
  ),
  object(
    'CaseStatus',
    '01N',
    [
      field('ApiName', 'string'),
      field('MasterLabel', 'string'),
      field('SortOrder', 'int'),
      field('IsClosed', 'boolean'),
    ],
    FIXED,
  ),
];
