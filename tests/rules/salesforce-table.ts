/** What stands in a field now and, behind a stroke, in the baseline: `new|old`; without a stroke there is no baseline. */
export interface Fields {
  readonly hubspot: string;
  readonly salesforce: string;
  /** Which record was changed later. */
  readonly newer?: 'hubspot' | 'salesforce';
}

/** Every cell of the table: rule × column, each with what it is tried on. */
export const CELLS: readonly (readonly [rule: string, column: string, fields: Fields, said: string])[] = [
  [
    'SF1',
    'HubSpot → Salesforce: only where Salesforce is blank',
    { hubspot: 'h', salesforce: '' },
    'Salesforce := h (fill-blank)',
  ],
  [
    'SF1',
    'Salesforce present: overwrites HubSpot',
    { hubspot: 'h', salesforce: 's' },
    'HubSpot := s (winner); conflict by prefer-unless-blank, Salesforce',
  ],
  [
    'SF1',
    'Salesforce deleted: cleared in HubSpot too',
    { hubspot: 'v|v', salesforce: '|v' },
    'HubSpot := · (cleared)',
  ],
  ['SF1', 'HubSpot deleted: comes back', { hubspot: '|v', salesforce: 'v|v' }, 'HubSpot := v (fill-blank)'],
  ['SF2', 'HubSpot → Salesforce: never', { hubspot: 'h', salesforce: '' }, 'nothing'],
  [
    'SF2',
    'Salesforce present: overwrites HubSpot',
    { hubspot: 'h', salesforce: 's' },
    'HubSpot := s (always); conflict by always, Salesforce',
  ],
  [
    'SF2',
    'Salesforce deleted: cleared in HubSpot too',
    { hubspot: 'v|v', salesforce: '|v' },
    'HubSpot := · (cleared)',
  ],
  ['SF2', 'HubSpot deleted: comes back', { hubspot: '|v', salesforce: 'v|v' }, 'HubSpot := v (fill-blank)'],
  [
    'SF3',
    'HubSpot → Salesforce: most recent wins',
    { hubspot: 'h', salesforce: 's', newer: 'hubspot' },
    'Salesforce := h (most-recent); conflict by two-way, HubSpot',
  ],
  [
    'SF3',
    'Salesforce present: most recent wins',
    { hubspot: 'h', salesforce: 's', newer: 'salesforce' },
    'HubSpot := s (most-recent); conflict by two-way, Salesforce',
  ],
  [
    'SF3',
    'Salesforce deleted: cleared in HubSpot',
    { hubspot: 'v|v', salesforce: '|v' },
    'HubSpot := · (cleared)',
  ],
  [
    'SF3',
    'HubSpot deleted: cleared in Salesforce',
    { hubspot: '|v', salesforce: 'v|v' },
    'Salesforce := · (cleared)',
  ],
  ['SF4', 'HubSpot → Salesforce: never', { hubspot: 'h', salesforce: '' }, 'nothing'],
  ['SF4', 'Salesforce present: never', { hubspot: 'h', salesforce: 's' }, 'nothing'],
  ['SF4', 'Salesforce deleted: no effect', { hubspot: 'v|v', salesforce: '|v' }, 'nothing'],
  ['SF4', 'HubSpot deleted: no effect', { hubspot: '|v', salesforce: 'v|v' }, 'nothing'],
];

export const RULES: Readonly<Record<string, string>> = {
  SF1: 'prefer-unless-blank',
  SF2: 'always',
  SF3: 'two-way',
  SF4: 'off',
};
