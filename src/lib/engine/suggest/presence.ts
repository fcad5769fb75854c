import type { PresenceFields } from '../model/design.ts';
import { foldText } from '../read/fold.ts';
import type { AppKind } from './app.ts';
import type { SuggestSide } from './evidence.ts';
import type { Meaning } from './meaning.ts';
import { keyOf, wordsOf } from './words.ts';

/** Words for yes and no as exports have them. */
const YES_NO = [
  ['true', 'false'],
  ['1', '0'],
  ['yes', 'no'],
] as const;

/** Only by names that say nothing else, and of a flag only where it holds nothing but yes and no. */
export function pickPresence(side: SuggestSide, meanings: readonly Meaning[], app: AppKind): PresenceFields {
  const found: { -readonly [Name in keyof PresenceFields]: PresenceFields[Name] } = {};
  for (const [index, { name, senses }] of meanings.entries()) {
    const concept = senses[0]?.concept;
    const isActive = app === 'odoo' && keyOf(wordsOf(name)) === 'active';
    if (concept === 'deleted' || isActive) {
      const is = wordOf(side.columns[index]?.samples ?? [], isActive ? 1 : 0);
      if (is !== null) found.archived ??= { field: name, is: [is] };
    }
    if (concept === 'master-record') found.mergedInto ??= name;
    if (concept === 'merged-records') found.mergedFrom ??= name;
  }
  return found;
}

/** The word of a flag, yes (0) or no (1), in the form the column has; null where it holds anything else. */
function wordOf(samples: readonly string[], which: 0 | 1): string | null {
  const words = samples.map(foldText);
  const form = YES_NO.find((pair) => words.every((word) => (pair as readonly string[]).includes(word)));
  return form === undefined ? null : form[which];
}
