import { dealSync } from './deal-design.mjs';
import { INDUSTRIES, STAGES } from './words.mjs';

/** The finished design of the sample, as a consultant would hand it over. */
export const design = {
  format: 'drysync/design@1',
  name: 'Solbakken Group: HubSpot ⇄ Salesforce',
  profile: 'data-sync',
  apps: { left: { name: 'HubSpot', kind: 'hubspot' }, right: { name: 'Salesforce', kind: 'salesforce' } },
  syncs: [
    {
      id: 'companies',
      kind: 'companies',
      left: { object: 'companies', idField: 'Record ID', modifiedField: 'Last Modified Date' },
      right: { object: 'Account', idField: 'Id', modifiedField: 'LastModifiedDate' },
      direction: 'both',
      winner: 'left',
      matching: {
        method: 'keys',
        keys: [
          { fields: [{ left: 'Company name', right: 'Name', normalize: ['name-no-legal-form'] }] },
          { fields: [{ left: 'Company Domain Name', right: 'Website', normalize: ['domain'] }] },
        ],
      },
      mappings: [
        { left: 'Company name', right: 'Name' },
        { left: 'Company Domain Name', right: 'Website' },
        { left: 'Phone Number', right: 'Phone', conflict: 'fill-blank' },
        { left: 'City', right: 'BillingCity' },
        { left: 'Country/Region', right: 'BillingCountry' },
        { left: 'Industry', right: 'Industry', conflict: 'ask' },
        { left: 'Number of Employees', right: 'NumberOfEmployees', conflict: 'most-recent' },
        { left: 'Annual Revenue', right: 'AnnualRevenue', direction: 'right-to-left', conflict: 'right' },
        { left: 'Customer since', right: 'Customer_Since__c' },
      ],
      blanks: { fillWinner: true, propagateClears: 'ask' },
      schema: {
        left: { fields: [{ name: 'Customer since', type: 'date', dateOrder: 'dmy' }] },
        right: {
          fields: [
            { name: 'Name', type: 'text', label: 'Account Name', required: true, maxLength: 255 },
            { name: 'Phone', type: 'text', maxLength: 40 },
            { name: 'BillingCity', type: 'text', maxLength: 40 },
            {
              name: 'Industry',
              type: 'single-select',
              options: INDUSTRIES.map((name) => ({ value: name, label: name })),
            },
            { name: 'NumberOfEmployees', type: 'number' },
            { name: 'AnnualRevenue', type: 'number' },
            { name: 'Customer_Since__c', type: 'date', label: 'Customer since' },
          ],
        },
      },
    },
    {
      id: 'contacts',
      kind: 'contacts',
      left: { object: 'contacts', idField: 'Record ID', modifiedField: 'Last Modified Date' },
      right: { object: 'Contact', idField: 'Id', modifiedField: 'LastModifiedDate' },
      direction: 'both',
      winner: 'left',
      matching: { method: 'default', identifiers: { email: { left: 'Email', right: 'Email' } } },
      requireValidEmail: { left: 'Email', right: 'Email' },
      mappings: [
        { left: 'First Name', right: 'FirstName' },
        { left: 'Last Name', right: 'LastName' },
        { left: 'Email', right: 'Email' },
        { left: 'Phone Number', right: 'Phone', conflict: 'fill-blank' },
        { left: 'Job Title', right: 'Title', conflict: 'most-recent' },
        { left: 'City', right: 'MailingCity', conflict: 'ask' },
        { left: 'Lifecycle Stage', right: 'Customer_Stage__c', conflict: 'left' },
      ],
      blanks: { fillWinner: true, propagateClears: 'always' },
      schema: {
        left: {
          fields: [
            {
              name: 'Lifecycle Stage',
              type: 'single-select',
              options: STAGES.map(({ value, label }) => ({ value, label })),
            },
          ],
        },
        right: {
          fields: [
            { name: 'FirstName', type: 'text', label: 'First Name', maxLength: 40 },
            { name: 'LastName', type: 'text', label: 'Last Name', required: true, maxLength: 80 },
            { name: 'Email', type: 'text', unique: true, maxLength: 80 },
            { name: 'Phone', type: 'text', maxLength: 40 },
            { name: 'Title', type: 'text', maxLength: 128 },
            { name: 'MailingCity', type: 'text', maxLength: 40 },
            {
              name: 'Customer_Stage__c',
              type: 'single-select',
              label: 'Customer stage',
              options: STAGES.filter(({ right }) => right !== null).map(({ label, right }) => ({
                value: right,
                label,
              })),
            },
          ],
        },
      },
    },
    dealSync,
  ],
};
