import type { DecisionWord, Facet, Filter, Row } from '../../conversation/index.ts';
import type { Outcome } from '../../engine/index.ts';
import type { Messages } from '../../words/index.ts';
import type { IconName } from '../controls/icon-name.ts';
import { OUTCOME_ORDER } from '../records/outcome-order.ts';
import { keyName, type Telling } from './telling.ts';

export const GROUPS: readonly Facet['group'][] = [
  'outcomes',
  'decisions',
  'reasons',
  'fields',
  'linkedBy',
  'directions',
  'differs',
  'differsIn',
];

/** Values that stand in their group even at zero, in their order. */
export const STANDING: Readonly<Partial<Record<Facet['group'], readonly string[]>>> = {
  outcomes: OUTCOME_ORDER.filter((one) => one !== 'delete'),
  decisions: ['approved', 'held', 'rejected', 'open'] satisfies readonly DecisionWord[],
};

/** An outcome; of conflicts those that are open are counted. */
export const outcomeName = (outcome: Outcome, terms: Messages['terms']): string =>
  outcome === 'conflict' ? terms.openConflict : terms.outcomes[outcome].word;

/** A facet's value in words; field names are data and stay as they are. */
export function facetName(
  group: Facet['group'],
  value: string,
  { words, terms, apps }: Omit<Telling, 'keys'>,
): string {
  const { facets, decisions } = words.list;
  switch (group) {
    case 'outcomes':
      return outcomeName(value as Outcome, terms);
    case 'decisions':
      return decisions[value as DecisionWord];
    case 'reasons':
      return { ...terms.reasons, ...facets.reasons }[value as Filter['reasons'][number]];
    case 'differs':
      return words.differ.words[value as Filter['differs'][number]];
    case 'differsIn':
    case 'fields':
      return value;
    case 'linkedBy':
      return facets.linkedBy[value as Filter['linkedBy'][number]];
    case 'directions':
      switch (value as Filter['directions'][number]) {
        case 'to-left':
          return facets.toSide(apps.left);
        case 'to-right':
          return facets.toSide(apps.right);
        case 'both-ways':
          return facets.bothWays;
      }
  }
}

/** How a pair was found. */
export function evidence(
  match: Row['match'],
  told: Pick<Telling, 'words' | 'keys'>,
): { readonly word: string; readonly icon: IconName | null; readonly doubtful: boolean } {
  const said = told.words.list.evidence;
  if (match.onlyName) return { word: said['name-only'], icon: 'warn', doubtful: true };
  switch (match.by) {
    case 'none':
      return { word: said.none, icon: null, doubtful: false };
    case 'baseline':
    case 'id-pair':
    case 'person':
    case 'created':
      return { word: said[match.by], icon: 'link', doubtful: false };
    case 'probabilistic':
      return { word: said.probabilistic, icon: 'match', doubtful: false };
    case 'key':
      return { word: keyName(told, match.key), icon: 'match', doubtful: false };
    default:
      return match.by satisfies never;
  }
}

/** The icon of a decision in the grid's last column. */
export const DECIDED_ICON: Readonly<Record<DecisionWord, IconName | null>> = {
  approved: 'check',
  held: 'hold',
  rejected: 'x',
  open: null,
};
