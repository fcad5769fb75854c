import type { SyncDesign } from '../../model/design.ts';
import { shown, type Place } from './read-design-place.ts';
import { salesforceSides } from './read-design-salesforce.ts';

/**
 * Errors between the parts of a design: the sync an association leads to, and what is refused anyway (`not-carried-out.ts`), so that it is
 * not mended twice.
 */
export function checkRefusedParts(root: Place, design: SyncDesign): void {
  if (design.profile === 'salesforce') checkSalesforceSide(root.member('profile'), design);
  const ids = new Set(design.syncs.map((sync) => sync.id));
  for (const sync of root.member('syncs').items()) {
    for (const association of sync.member('associations').items()) {
      const to = association.member('to');
      if (typeof to.value === 'string' && ids.has(to.value)) continue;
      to.error({ is: 'no-such-sync', sync: shown(to.value) });
    }
  }
}

/** SF: exactly one app is Salesforce. */
function checkSalesforceSide(profile: Place, design: SyncDesign): void {
  const count = salesforceSides(design).length;
  if (count !== 1) profile.error({ is: 'salesforce-apps', count: count === 0 ? 0 : 2 });
}
