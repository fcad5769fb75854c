import type { SyncDesign } from '../../model/design.ts';
import type { SalesforceRule } from '../../model/salesforce-rule.ts';
import type { Both } from '../../model/side.ts';
import { textAt, valueAt, withValue, type DesignEdit } from './design-json.ts';

/** Whose rules decide, in every sync; what the other profile's rules said stays in the file (S140). */
export function setProfile(json: unknown, _sync: number, to: SyncDesign['profile']): DesignEdit {
  const from = textAt(json, ['profile'], 'data-sync') as SyncDesign['profile'];
  return {
    json: withValue(json, ['profile'], to === 'data-sync' ? undefined : to),
    step: { code: 'profile', values: { from, to } },
  };
}

/** FM11: a person says that these two fields tell which records are the same. */
export function confirmReference(json: unknown, sync: number, pair: Both<string>): DesignEdit {
  return {
    json: withValue(json, ['syncs', sync, 'matching', 'reference'], { left: pair.left, right: pair.right }),
    step: { code: 'reference', values: { pair } },
  };
}

/** SF1–SF4. */
export function setSalesforceRule(
  json: unknown,
  sync: number,
  index: number,
  to: SalesforceRule,
): DesignEdit {
  const place = ['syncs', sync, 'mappings', index];
  const was = valueAt(json, [...place, 'sfRule']);
  const from = (was ?? 'prefer-unless-blank') as SalesforceRule;
  return {
    json: withValue(json, [...place, 'sfRule'], to === 'prefer-unless-blank' ? undefined : to),
    step: { code: 'salesforce-rule', values: { field: textAt(json, [...place, 'left'], ''), from, to } },
  };
}
