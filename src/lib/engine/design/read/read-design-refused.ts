import type { SyncDesign } from '../../model/design.ts';
import { SIDES } from '../../model/side.ts';
import { shown, type Place } from './read-design-place.ts';

/**
 * Errors in parts that are refused anyway (`not-carried-out.ts`), so that a design is not mended twice: Salesforce side,
 * stage map, associated sync.
 */
export function checkRefusedParts(root: Place, design: SyncDesign): void {
  if (design.profile === 'salesforce') checkSalesforceSide(root.member('profile'), design);
  const ids = new Set(design.syncs.map((sync) => sync.id));
  for (const sync of root.member('syncs').items()) {
    if (sync.member('direction').value === 'both') checkOneToOne(sync.member('stages').member('pairs'));
    for (const association of sync.member('associations').items()) {
      const to = association.member('to');
      if (typeof to.value === 'string' && ids.has(to.value)) continue;
      to.error({ is: 'no-such-sync', sync: shown(to.value) });
    }
  }
}

/** SF: exactly one app is Salesforce. */
function checkSalesforceSide(profile: Place, design: SyncDesign): void {
  const count = SIDES.filter((side) => design.apps[side].kind === 'salesforce').length;
  if (count !== 1) profile.error({ is: 'salesforce-apps', count: count === 0 ? 0 : 2 });
}

/** ST3: in a two-way sync a (pipeline, stage) of either side stands in one pair only. */
function checkOneToOne(pairs: Place): void {
  for (const side of SIDES) {
    const seen = new Set<string>();
    for (const pair of pairs.items()) {
      const stage = pair.member(side).value;
      const key = JSON.stringify(stage, (_, part: unknown) =>
        typeof part === 'string' ? folded(part) : part,
      );
      if (seen.has(key)) pair.error({ is: 'stage-twice', side, stage: shown(stage) });
      seen.add(key);
    }
  }
}

const folded = (label: string): string => label.trim().toUpperCase().toLowerCase().normalize('NFC');
