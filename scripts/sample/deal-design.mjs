import { DEAL_KINDS, OWNERS, PIPELINES } from './words.mjs';

/**
 * The deals of the sample: two pipelines with their stages, filters both ways, the company each deal needs, and fields that
 * are rewritten on their way. `denied` and `complete` are known once the files are made.
 */
export const dealSync = {
  id: 'deals',
  kind: 'deals',
  left: { object: 'deals', idField: 'Record ID', modifiedField: 'Last Modified Date' },
  right: { object: 'Opportunity', idField: 'Id', modifiedField: 'LastModifiedDate' },
  direction: 'both',
  winner: 'left',
  matching: {
    method: 'keys',
    keys: [{ fields: [{ left: 'Deal Name', right: 'Name', normalize: ['name'] }] }],
  },
  mappings: [
    { left: 'Deal Name', right: 'Name', same: ['case', 'spaces'] },
    { left: 'Amount', right: 'Amount', conflict: 'ask' },
    { left: 'Close Date', right: 'CloseDate' },
    { left: 'Contract signed', right: 'Signed_At__c', conflict: 'most-recent' },
    {
      left: 'Deal Type',
      right: 'Type',
      transform: {
        kind: 'value-map',
        map: Object.fromEntries(DEAL_KINDS.map(({ left, right }) => [left, right])),
      },
    },
    {
      left: 'Deal owner',
      right: 'Owner.Email',
      direction: 'left-to-right',
      transform: {
        kind: 'lookup',
        table: Object.fromEntries(OWNERS.map(({ name, email }) => [name, email])),
      },
    },
    { left: 'Next step', right: 'NextStep', direction: 'left-to-right', transform: { kind: 'trim' } },
    { left: 'Closed Lost Reason', right: 'Loss_Reason__c' },
    { left: 'Deal Description', right: 'Description', same: ['html', 'spaces'] },
    {
      left: 'Record ID',
      right: 'LeadSource',
      direction: 'left-to-right',
      conflict: 'fill-blank',
      transform: { kind: 'constant', value: 'HubSpot' },
    },
  ],
  filters: {
    mode: 'initial-only',
    left: { any: [{ all: [{ field: 'Pipeline', op: 'in', value: PIPELINES.map(({ left }) => left) }] }] },
    right: { any: [{ all: [{ field: 'CloseDate', op: 'ge', value: '2024-01-01' }] }] },
  },
  stages: {
    left: { pipeline: 'Pipeline', stage: 'Deal Stage' },
    right: { pipeline: 'RecordType.Name', stage: 'StageName' },
    pairs: PIPELINES.flatMap((pipeline) =>
      pipeline.stages.map((stage) => ({
        left: [pipeline.left, stage.left],
        right: [pipeline.right, stage.right],
      })),
    ),
  },
  associations: [
    {
      to: 'companies',
      required: true,
      left: { field: 'Associated Company IDs', primaryOnly: true },
      right: { field: 'AccountId' },
    },
  ],
  deletes: { left: 'recreate', right: 'report' },
  schema: {
    left: {
      fields: [
        { name: 'Close Date', type: 'date', dateOrder: 'dmy' },
        { name: 'Contract signed', type: 'datetime', timeZone: 'Europe/Oslo' },
        { name: 'Amount', type: 'number' },
      ],
    },
    right: {
      fields: [
        { name: 'Name', type: 'text', label: 'Opportunity Name', required: true, maxLength: 120 },
        { name: 'Amount', type: 'number' },
        { name: 'CloseDate', type: 'date', label: 'Close Date' },
        { name: 'Signed_At__c', type: 'datetime', label: 'Contract signed' },
        {
          name: 'Type',
          type: 'single-select',
          options: DEAL_KINDS.map(({ right }) => ({ value: right, label: right })),
        },
        {
          name: 'Loss_Reason__c',
          type: 'text',
          label: 'Reason lost',
          requiredWhen: [
            {
              field: 'StageName',
              op: 'in',
              value: PIPELINES.map(({ stages }) => stages.find(({ lost }) => lost).right),
            },
          ],
        },
      ],
    },
  },
};
