import { SIDES, type Both } from '../model/side.ts';
import type { SuggestSide } from './evidence.ts';
import type { MisleadingKey } from './suggest-note.ts';
import type { SuggestedDesign } from './suggestion.ts';

/** KW9: which settings a suggestion makes, each with the first key field and value that asks for it. */
export function misleadingKeys(
  sides: Both<SuggestSide>,
  { identifiers, keys }: Pick<SuggestedDesign, 'identifiers' | 'keys'>,
): MisleadingKey[] {
  const fields = [
    ...identifiers.map((one) => ({ ...one, isDomain: one.name === 'domain' })),
    ...keys
      .flatMap((one) => [one, ...one.and])
      .map((one) => ({ ...one, isDomain: one.normalize.includes('domain') })),
  ];
  const found: MisleadingKey[] = [];
  for (const side of SIDES) {
    for (const one of fields) {
      const field = one[side];
      const facts = sides[side].columns[sides[side].header.indexOf(field)]?.facts;
      // Profiles kept by older builds do not know.
      const { nothing = null, publicDomain = null }: Partial<typeof facts> = facts ?? {};
      if (nothing !== null) found.push({ what: 'placeholders', side, field, sample: nothing });
      if (one.isDomain && publicDomain !== null)
        found.push({ what: 'publicDomains', side, field, sample: publicDomain });
    }
  }
  return found.filter(({ what }, at) => found.findIndex((one) => one.what === what) === at);
}
