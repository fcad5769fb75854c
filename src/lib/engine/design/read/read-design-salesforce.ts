import type { FieldMapping, ObjectSync, SyncDesign } from '../../model/design.ts';
import { SALESFORCE_RULES } from '../../model/salesforce-rule.ts';
import { SIDES, type Side } from '../../model/side.ts';
import type { Place } from './read-design-place.ts';

/** A mapping's `sfRule`; absent or null it is the default (SF1). */
export const readSalesforceRule = (rule: Place): Pick<FieldMapping, 'sfRule'> =>
  rule.nothing ? {} : { sfRule: rule.oneOf(SALESFORCE_RULES) };

/** The sides whose app is Salesforce. */
export const salesforceSides = ({ apps }: Pick<SyncDesign, 'apps'>): Side[] =>
  SIDES.filter((side) => apps[side].kind === 'salesforce');

/** The design with what its profile makes of it: who is Salesforce, and mappings off that are not to be synced (SF4, S140). */
export function underProfile(design: SyncDesign): SyncDesign {
  const [salesforce, another] = salesforceSides(design);
  if (design.profile !== 'salesforce' || salesforce === undefined || another !== undefined) return design;
  const syncs = design.syncs.map((sync): ObjectSync => ({
    ...sync,
    salesforce,
    mappings: sync.mappings.map((mapping) =>
      mapping.sfRule === 'off' ? { ...mapping, enabled: false } : mapping,
    ),
  }));
  return { ...design, syncs };
}
