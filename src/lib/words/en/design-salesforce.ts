import type { SyncDesign } from '../../engine/model/design.ts';
import type { SalesforceRule } from '../../engine/model/salesforce-rule.ts';

/** Whose rules a project follows, and Salesforce's own (SF). `from` is Salesforce by its name, `to` the other app. */
export const designSalesforce = () => ({
  heading: 'Profile',
  caption: 'whose rules decide',
  profiles: PROFILES,
  says: {
    'data-sync': () =>
      'HubSpot Data Sync: a sync has a winner, and each field a rule of its own where you say so.',
    salesforce: (from: string) =>
      `HubSpot’s Salesforce integration: each field has one of the four rules below. ${from} is preferred unless you say otherwise; winner, fill and clears do not count. Associations and stages go by the first rule.`,
  } satisfies Record<SyncDesign['profile'], (from: string) => string>,
  none: 'Neither side is Salesforce; its rules need exactly one that is.',
  both: 'Both sides are Salesforce; its rules need exactly one that is.',
  column: 'Salesforce rule',
  ruleOf: (pair: { readonly left: string; readonly right: string }) =>
    `Salesforce rule: ${pair.left} with ${pair.right}`,
  rules: SALESFORCE_WORDS,
  /** In the rows of a table that says whose rule it is. */
  shortRules: {
    'prefer-unless-blank': 'Prefer unless blank',
    always: 'Always Salesforce',
    'two-way': 'Two-way',
    off: 'Don’t sync',
  } satisfies Record<SalesforceRule, string>,
  does: {
    'prefer-unless-blank': (from: string, to: string) =>
      `What ${from} has goes over ${to}. ${to}’s value goes to ${from} only where it is blank there. Deleted in ${from} it is cleared in ${to}, deleted in ${to} it comes back.`,
    always: (from: string, to: string) =>
      `What ${from} has goes over ${to}, and nothing ever goes to ${from}, also not into new records. Deleted in ${from} it is cleared in ${to}, deleted in ${to} it comes back.`,
    'two-way': (from: string, to: string) =>
      `The most recent value wins. Deleted in ${from} it is cleared in ${to}, deleted in ${to} it is cleared in ${from}.`,
    off: () => 'The field is left alone on both sides.',
  } satisfies Record<SalesforceRule, (from: string, to: string) => string>,
  /** FM11: the key of a custom object, which a person confirms. */
  confirmReference: (pair: { readonly left: string; readonly right: string }) =>
    `Confirm ${pair.left} with ${pair.right}`,
  decides: (from: string) => `${from}’s rules decide field by field: winner, fill and clears do not count.`,
});

export const PROFILES: Readonly<Record<SyncDesign['profile'], string>> = {
  'data-sync': 'Data Sync',
  salesforce: 'Salesforce',
};

export const SALESFORCE_WORDS: Readonly<Record<SalesforceRule, string>> = {
  'prefer-unless-blank': 'Prefer Salesforce unless blank',
  always: 'Always use Salesforce',
  'two-way': 'Two-way',
  off: 'Don’t sync',
};
