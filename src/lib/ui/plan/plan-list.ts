import type { Decision, LinkBy, Outcome, ReasonCode, Side } from '../../engine/index.ts';

/** What the plan screen shows of a list of subjects. The same shapes as the workers' answers (workers/conversation.ts). */
export type DecisionWord = Decision | 'open';

export interface PlanFilter {
  readonly scope: 'all' | 'written' | 'needs-person' | 'changed';
  readonly outcomes: readonly Outcome[];
  readonly decisions: readonly DecisionWord[];
  readonly reasons: readonly (ReasonCode | 'by-rule' | 'fills-blank' | 'one-side-changed')[];
  readonly fields: readonly string[];
  readonly linkedBy: readonly (LinkBy | 'none' | 'name-only')[];
  readonly directions: readonly ('to-left' | 'to-right' | 'both-ways')[];
  readonly text: string;
}

export type FacetGroup = 'outcomes' | 'decisions' | 'reasons' | 'fields' | 'linkedBy' | 'directions';

export interface FacetCount {
  readonly group: FacetGroup;
  readonly value: string;
  readonly count: number;
}

export interface DecisionCounts {
  readonly approved: number;
  readonly held: number;
  readonly rejected: number;
  readonly open: number;
}

export interface ListRow {
  readonly subject: number;
  readonly outcome: Outcome;
  readonly writes: number;
  readonly toward: Side | 'both' | null;
  readonly left: { readonly id: string; readonly name: string } | null;
  readonly right: { readonly id: string; readonly name: string } | null;
  readonly match: { readonly by: LinkBy | 'none'; readonly key: number | null; readonly onlyName: boolean };
  readonly decision: DecisionWord | null;
  readonly openConflicts: number;
  readonly byRule: boolean;
}

/** The filter with one value of a group taken in or out; `alone` drops the group's others first. */
export function toggled(filter: PlanFilter, group: FacetGroup, value: string, alone = false): PlanFilter {
  const chosen: readonly string[] = filter[group];
  const next = chosen.includes(value)
    ? chosen.filter((one) => one !== value)
    : [...(alone ? [] : chosen), value];
  return { ...filter, [group]: next };
}

/** How many values narrow the list. */
export const narrowing = (filter: PlanFilter): number =>
  filter.outcomes.length +
  filter.decisions.length +
  filter.reasons.length +
  filter.fields.length +
  filter.linkedBy.length +
  filter.directions.length;

/** Decisions on the records of the filter, told from the facets, whose counts leave their own group out. */
export function decisionsOf(facets: readonly FacetCount[], filter: PlanFilter): DecisionCounts {
  const of = (word: DecisionWord): number =>
    filter.decisions.length > 0 && !filter.decisions.includes(word)
      ? 0
      : (facets.find(({ group, value }) => group === 'decisions' && value === word)?.count ?? 0);
  return { approved: of('approved'), held: of('held'), rejected: of('rejected'), open: of('open') };
}

/** Records of the filter with a conflict nobody has decided. */
export const openConflictsOf = (facets: readonly FacetCount[], { outcomes }: PlanFilter): number =>
  outcomes.length > 0 && !outcomes.includes('conflict')
    ? 0
    : (facets.find(({ group, value }) => group === 'outcomes' && value === 'conflict')?.count ?? 0);
