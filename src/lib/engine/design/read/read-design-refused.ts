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
      to.error(
        'unknown-sync',
        `The design has no sync ${shown(to.value)}; an association names one of its syncs.`,
      );
    }
  }
}

/** SF: exactly one app is Salesforce. */
function checkSalesforceSide(profile: Place, design: SyncDesign): void {
  const count = SIDES.filter((side) => design.apps[side].kind === 'salesforce').length;
  if (count === 1) return;
  const found = count === 0 ? 'neither app is' : 'both are';
  const message = `The profile salesforce needs exactly one app of kind salesforce; ${found}.`;
  profile.error('salesforce-side', message);
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
      if (seen.has(key)) {
        const message = `The ${side} stage ${shown(stage)} stands in two pairs; in a two-way sync a stage map is one-to-one.`;
        pair.error('stage-map-not-one-to-one', message);
      }
      seen.add(key);
    }
  }
}

const folded = (label: string): string => label.trim().toUpperCase().toLowerCase().normalize('NFC');
