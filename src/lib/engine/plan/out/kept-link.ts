import { linkAt } from '../../columns/link-table.ts';
import { hasEntry } from '../../merge/history.ts';
import { isMappedSince, LATER } from '../../merge/mapped-later.ts';
import type { Baseline, BaselineLink } from '../../model/baseline.ts';
import { mappedPair } from '../../model/mapped-pair.ts';
import { isOff } from '../../model/turned-off.ts';
import type { SyncPlan } from '../sync-plan.ts';

/** Links of a baseline, and what waits for them after a plan (FM13). What goes by the mapping alone is asked once, not link by link. */
export class KeptLinks {
  readonly #plan: SyncPlan;
  readonly #names: readonly string[];
  /** Mappings the baseline did not know of. */
  readonly #since: readonly number[];
  /** Can a pair wait for any? */
  readonly #waits: boolean;

  constructor(plan: SyncPlan) {
    const { sync, mappings, matching, later } = plan;
    this.#plan = plan;
    this.#names = mappings.map((on) => mappedPair(on.mapping));
    this.#since = mappings.flatMap((on, at) =>
      sync.salesforce !== undefined && isMappedSince(on, matching.prior) ? [at] : [],
    );
    this.#waits = later.some((bits) => bits !== null);
  }

  /** A link as it was, but that the mappings it did not know of wait for its records. */
  at(position: number): BaselineLink {
    const { sync, mappings, matching } = this.#plan;
    const link = linkAt(matching.prior.links, position);
    if (sync.salesforce === undefined || link.left === null || link.right === null) return link;
    const since = this.#since.filter((at) => !hasEntry(mappings[at]!, matching.prior, position));
    return withLater(link, [...(link.later ?? []), ...since.map((at) => this.#names[at]!)]);
  }

  /** The link of a pair after the plan: what it was not handed over with waits on, and so does what is not mapped now. */
  after(link: BaselineLink, pair: number, former: BaselineLink, hands: boolean): BaselineLink {
    if (!this.#waits && former.later === undefined) return link;
    const waiting = this.#names.filter((_, at) => {
      const bits = this.#plan.later[at]?.[pair] ?? 0;
      return (bits & LATER.waits) !== 0 || ((bits & LATER.is) !== 0 && !hands);
    });
    const unmapped = (former.later ?? []).filter((name) => !this.#names.includes(name));
    return withLater(link, [...unmapped, ...waiting]);
  }
}

/** Each once, in an order of their own. */
function withLater(link: BaselineLink, names: readonly string[]): BaselineLink {
  if (names.length === 0 && link.later === undefined) return link;
  const { later: _, ...rest } = link;
  return names.length === 0 ? rest : { ...rest, later: [...new Set(names)].sort() };
}

/** By sync, the mappings a next plan knows of: those of this one, and those there were; of one that is off those there were. */
export function mappedAfter(plans: readonly SyncPlan[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    plans.flatMap(({ sync, mappings, matching: { prior } }) => {
      if (isOff(sync)) return prior.mapped === null ? [] : [[sync.id, prior.mapped] as const];
      const own = mappings.filter(({ stage }) => stage === null).map((on) => mappedPair(on.mapping));
      return [[sync.id, new Set([...(prior.mapped ?? []), ...own])] as const];
    }),
  );
}

/** By sync, the rows a next plan compares with: those `read` for this one; of a sync that is off those there were (S412). */
export function rowsAfter(plans: readonly SyncPlan[], read: Baseline['rows']): Baseline['rows'] {
  const rows = new Map(read);
  for (const { sync, matching } of plans) {
    if (!isOff(sync)) continue;
    const { rows: before } = matching.prior;
    if (before === null) rows.delete(sync.id);
    else rows.set(sync.id, before);
  }
  return rows;
}
