import { linkAt } from '../../columns/link-table.ts';
import { hasEntry } from '../../merge/history.ts';
import { isMappedSince, LATER } from '../../merge/mapped-later.ts';
import type { BaselineLink } from '../../model/baseline.ts';
import { mappedPair } from '../../model/mapped-pair.ts';
import type { SyncPlan } from '../sync-plan.ts';

/** A link of the baseline as it was, but that mappings it did not know of wait for its records (FM13). */
export function keptLink({ sync, mappings, matching: { prior } }: SyncPlan, position: number): BaselineLink {
  const link = linkAt(prior.links, position);
  if (sync.salesforce === undefined || link.left === null || link.right === null) return link;
  const since = mappings.filter((on) => isMappedSince(on, prior) && !hasEntry(on, prior, position));
  return withLater(link, [...(link.later ?? []), ...since.map((on) => mappedPair(on.mapping))]);
}

/** The mappings that still wait for a pair after the plan: those it was not handed over with, and what is not mapped now. */
export function laterOfPair(plan: SyncPlan, pair: number, former: BaselineLink, hands: boolean): string[] {
  const isMapped = (name: string): boolean => plan.mappings.some((on) => mappedPair(on.mapping) === name);
  const waiting = plan.mappings.filter((_, at) => {
    const bits = plan.later[at]?.[pair] ?? 0;
    return (bits & LATER.waits) !== 0 || ((bits & LATER.is) !== 0 && !hands);
  });
  return [
    ...(former.later ?? []).filter((name) => !isMapped(name)),
    ...waiting.map((on) => mappedPair(on.mapping)),
  ];
}

/** Each once, in an order of their own. */
export function withLater(link: BaselineLink, names: readonly string[]): BaselineLink {
  const { later: _, ...rest } = link;
  return names.length === 0 ? rest : { ...rest, later: [...new Set(names)].sort() };
}

/** By sync, the mappings a next plan knows of: those of this one, and those there were. */
export function mappedAfter(plans: readonly SyncPlan[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    plans.map(({ sync, mappings, matching: { prior } }) => [
      sync.id,
      new Set([
        ...(prior.mapped ?? []),
        ...mappings.filter(({ stage }) => stage === null).map((on) => mappedPair(on.mapping)),
      ]),
    ]),
  );
}
