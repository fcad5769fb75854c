import { shownName } from './plan-joined.ts';
import type { PlanLine } from '../../src/lib/engine/model/line.ts';
import { OUTCOMES, type Outcome } from '../../src/lib/engine/model/outcome.ts';
import type { ReasonCode } from '../../src/lib/engine/model/reason.ts';
import type { Side } from '../../src/lib/engine/model/side.ts';
import { otherSide } from '../../src/lib/engine/model/side.ts';
import type { DeletedCounts, SideCounts, SyncCounts } from '../../src/lib/engine/model/summary.ts';
import { countCreated } from './plan-created.ts';
import { partMappings, unmappedPlaces } from './plan-stages.ts';
import { sourceOf } from './plan-transform.ts';
import type { PriorLinks } from './plan-links.ts';
import type { PlannedSync } from './plan.ts';
import type { Rec } from './world.ts';

/** The counts of every sync (FORMATS, summary.json), each looked for among the lines. */
export function referenceCounts(syncs: readonly PlannedSync[]): Record<string, SyncCounts> {
  return Object.fromEntries(
    syncs.map(({ sync, records, links, planned, created }) => {
      const own = planned.map(({ line }) => line);
      const onSide = (side: Side): SideCounts => {
        const seen = own.filter((line) => line[side] !== null);
        const count = (outcome: Outcome): number => seen.filter((line) => line.outcome === outcome).length;
        const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)]));
        return { ...counts, read: seen.length } as SideCounts;
      };
      const written = (side: Side): { create: number; update: number; delete: number } => ({
        create: own.filter((line) => line.outcome === 'create' && line[otherSide(side)] !== null).length,
        update: own.filter((line) => isPair(line) && line.writes.some((write) => write.side === side)).length,
        delete: own.filter((line) => line.outcome === 'delete' && line[side] !== null).length,
      });
      const parts = partMappings(sync);
      const fields = [
        ...sync.mappings.filter(({ parent }) => parent === undefined),
        ...parts.map(({ mapping }) => mapping),
        ...sync.mappings.filter(({ parent }) => parent !== undefined),
      ].map((mapping) => {
        // What stands where a constant is read is written by another mapping (S124).
        const constantOf = mapping.transform?.kind === 'constant' ? sourceOf(sync, mapping) : null;
        const owns = parts.find((one) => one.mapping === mapping)?.owns ?? {
          left: constantOf !== 'left',
          right: constantOf !== 'right',
        };
        const { left, right, enabled } = mapping;
        const looked = planned.filter(({ line }) => LOOKED_AT.includes(line.outcome));
        const writes = own
          .filter((line) => enabled && isPair(line))
          .flatMap((line) => line.writes)
          .filter((write) => owns[write.side] && write.field === (write.side === 'left' ? left : right));
        const came = looked
          .flatMap(({ merged }) => merged)
          .flatMap(({ mapping: own, returned }) =>
            own !== mapping || returned === null ? [] : [returned.what],
          );
        const cameAs = (...whats: readonly (typeof came)[number][]): number =>
          came.filter((what) => whats.includes(what)).length;
        const handOver = {
          taken: cameAs('taken', 'put-back'),
          ownForm: cameAs('own-form'),
          notTaken: cameAs('not-taken', 'overtaken'),
          cameBack: cameAs('asked', 'accepted', 'travels', 'again', 'anew'),
          ...(cameAs('unread') > 0 ? { notReadBack: cameAs('unread') } : {}),
        };
        return {
          left: shownName(left),
          right: shownName(right),
          fills: writes.filter((write) => write.from === '').length,
          overwrites: writes.filter((write) => write.from !== '' && write.to !== '').length,
          clears: writes.filter((write) => write.from !== '' && write.to === '').length,
          same: looked.filter(({ merged }) => merged.some((one) => one.mapping === mapping && one.equal))
            .length,
          ...(enabled && mapping.same.length > 0
            ? {
                sameInForm: looked.filter(({ merged }) =>
                  merged.some((one) => one.mapping === mapping && one.inForm),
                ).length,
              }
            : {}),
          ...(came.length === 0 ? {} : { handOver }),
        };
      });
      const reasons: Partial<Record<ReasonCode, number>> = {};
      for (const line of own) {
        for (const code of new Set(line.reasons.map((reason) => reason.code))) {
          reasons[code] = (reasons[code] ?? 0) + 1;
        }
      }
      const endOf = (record: Rec) => {
        const line = own.find((one) => one[record.side]?.id === record.id);
        return { outcome: line?.outcome ?? '', codes: (line?.reasons ?? []).map(({ code }) => code) };
      };
      const counts: SyncCounts = {
        left: onSide('left'),
        right: onSide('right'),
        writes: { left: written('left'), right: written('right') },
        fields,
        reasons,
        ...(sync.stages === null
          ? {}
          : {
              stages: {
                left: unmappedPlaces(sync, records.left),
                right: unmappedPlaces(sync, records.right),
              },
            }),
        ...(created.opens.length + created.allRefused.length === 0
          ? {}
          : { created: countCreated(created, endOf) }),
        ...(links.removals.length === 0 ? {} : { deleted: countDeleted(links, own) }),
      };
      return [sync.id, counts];
    }),
  );
}

/** S469: what became of the deletes, each looked for by itself. */
function countDeleted({ removals, missing, isTaken }: PriorLinks, lines: readonly PlanLine[]): DeletedCounts {
  const ends = removals.map(({ entry, record }): keyof DeletedCounts => {
    if (record === null) return isTaken(entry) ? 'taken' : 'open';
    if (!missing.some((one) => one.record === record && one.entry === entry)) return 'aside';
    const line = lines.find((one) => one[record.side]?.id === record.id);
    const says = (code: ReasonCode): boolean => line?.reasons.some((reason) => reason.code === code) === true;
    if (line?.outcome === 'delete') return 'notTaken';
    if (says('refused-by-app')) return 'refused';
    return says('not-read-back') ? 'notReadBack' : 'aside';
  });
  const count = (end: keyof DeletedCounts): number => ends.filter((one) => one === end).length;
  return {
    taken: count('taken'),
    notTaken: count('notTaken'),
    refused: count('refused'),
    notReadBack: count('notReadBack'),
    open: count('open'),
    aside: count('aside'),
  };
}

/** Pairs whose values are looked at. */
const LOOKED_AT: readonly Outcome[] = ['in-sync', 'update', 'conflict'];

const isPair = (line: PlanLine): boolean => line.left !== null && line.right !== null;
