import type { Direction } from './direction.ts';
import type { Side } from './side.ts';

/** What decides a mapping under the profile `salesforce`, in place of winner, conflict and blanks (SF1–SF4). */
export type SalesforceRule = 'prefer-unless-blank' | 'always' | 'two-way' | 'off';

export const SALESFORCE_RULES: readonly SalesforceRule[] = [
  'prefer-unless-blank',
  'always',
  'two-way',
  'off',
];

/** A rule that lets values flow, and the side that is Salesforce. */
export interface SalesforceFlow {
  readonly rule: Exclude<SalesforceRule, 'off'>;
  readonly side: Side;
}

/** The rule of a mapping that is on; null under another profile, and of a default stage, which is a constant (S123). */
export function salesforceFlow(
  sync: { readonly salesforce?: Side },
  mapping: { readonly sfRule?: SalesforceRule; readonly defaultStage?: object },
): SalesforceFlow | null {
  const side = sync.salesforce;
  if (side === undefined || mapping.defaultStage !== undefined) return null;
  const rule = mapping.sfRule ?? 'prefer-unless-blank';
  return rule === 'off' ? null : { rule, side };
}

/** Which way a rule lets values flow: under `always` never into Salesforce, creates included (SF2). */
export function directionOfSalesforce(flow: SalesforceFlow | null): Direction {
  if (flow?.rule !== 'always') return 'both';
  return flow.side === 'left' ? 'left-to-right' : 'right-to-left';
}
