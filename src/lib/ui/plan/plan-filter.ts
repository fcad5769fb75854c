import type { DecisionCounts, DecisionWord, Facet, Filter } from '../../conversation/index.ts';

/** The filter with one value of a group taken in or out; `alone` drops the group's others first. */
export function toggled(filter: Filter, group: Facet['group'], value: string, alone = false): Filter {
  const chosen: readonly string[] = filter[group];
  const next = chosen.includes(value)
    ? chosen.filter((one) => one !== value)
    : [...(alone ? [] : chosen), value];
  return { ...filter, [group]: next };
}

/** How many values narrow the list. */
export const narrowing = (filter: Filter): number =>
  filter.outcomes.length +
  filter.decisions.length +
  filter.reasons.length +
  filter.fields.length +
  filter.linkedBy.length +
  filter.directions.length +
  filter.differs.length +
  filter.differsIn.length;

/** Decisions on the records of the filter, told from the facets, whose counts leave their own group out. */
export function decisionsOf(facets: readonly Facet[], filter: Filter): DecisionCounts {
  const of = (word: DecisionWord): number =>
    filter.decisions.length > 0 && !filter.decisions.includes(word)
      ? 0
      : (facets.find(({ group, value }) => group === 'decisions' && value === word)?.count ?? 0);
  return { approved: of('approved'), held: of('held'), rejected: of('rejected'), open: of('open') };
}

/** Records of the filter with a conflict nobody has decided. */
export const openConflictsOf = (facets: readonly Facet[], { outcomes }: Filter): number =>
  outcomes.length > 0 && !outcomes.includes('conflict')
    ? 0
    : (facets.find(({ group, value }) => group === 'outcomes' && value === 'conflict')?.count ?? 0);
