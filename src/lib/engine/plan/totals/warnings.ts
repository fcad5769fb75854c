import { mayWrite } from '../../model/direction.ts';
import type { Steps } from '../../run/steps.ts';
import { SIDES, type Side } from '../../model/side.ts';
import type { SyncDesign } from '../../model/design.ts';
import { isOff } from '../../model/turned-off.ts';
import type { PlanWarning, SyncCounts, WarningCode } from '../../model/summary.ts';
import { bothSidesRead } from './counts.ts';
import { createdWarnings, unsettledCreates } from './created.ts';
import { byHand } from './by-hand.ts';
import { unsettled } from './handed-over.ts';
import { mappedSince } from './mapped-since.ts';
import type { SyncPlan } from '../sync-plan.ts';

/** Warnings of all syncs, one per code and sync, in the order of S38. */
export function* planWarnings(
  design: Pick<SyncDesign, 'profile' | 'syncs'>,
  plans: readonly { plan: SyncPlan; counts: SyncCounts }[],
): Steps<PlanWarning[]> {
  const found: PlanWarning[] = [];
  for (const { plan, counts } of plans) {
    if (isOff(plan.sync)) {
      found.push(...turnedOff(plan.sync.id, counts));
      continue;
    }
    found.push(...syncWarnings(plan, counts), ...(yield* unsettled(plan)));
    found.push(...(yield* byHand(design, plan)), ...(yield* mappedSince(plan)));
    if (plan.created !== null) {
      found.push(...(yield* unsettledCreates(plan, plan.created)), ...createdWarnings(plan.sync.id, counts));
    }
  }
  return ORDER.flatMap((code) => found.filter((warning) => warning.code === code));
}

/** LI2: the records of a sync that is off. */
const turnedOff = (sync: string, { left, right }: SyncCounts): PlanWarning[] => {
  const count = left.read + right.read;
  return count === 0 ? [] : [{ code: 'sync-off', sync, count }];
};

const ORDER: readonly WarningCode[] = [
  'sync-off',
  'doubles',
  'no-email-creates',
  'filter-would-exclude',
  'waits',
  'no-key-written',
  'will-not-settle',
  'empty-create',
  'choices-void',
  'public-domain',
  'placeholder-key',
  'came-back-different',
  'not-taken',
  'handed-over',
  'other-day',
  'mapped-waits',
  'mapped-applies',
  'by-hand',
];

function syncWarnings(plan: SyncPlan, counts: SyncCounts): PlanWarning[] {
  const { sync, matching } = plan;
  const creates = SIDES.map((side) => ({ side, ...plan.creates[side] }));
  const total = creates.reduce((sum, { total }) => sum + total, 0);
  const withoutKey = creates.reduce((sum, one) => sum + one.withoutKey, 0);
  const empty = creates.reduce((sum, one) => sum + one.empty, 0);
  // Without a key the next plan finds a counterpart by its values alone (S50, BL6).
  const unkeyed = creates.reduce(
    (sum, one) => sum + (writesKey(plan, one.side) ? one.withoutKey : one.total),
    0,
  );
  const people = sync.kind === 'contacts' || sync.kind === 'leads';
  const waiting = counts.left.waits + counts.right.waits;
  const list: [WarningCode, number][] = [
    ['doubles', matching.keys.length === 0 && bothSidesRead(plan) ? total : 0],
    ['no-email-creates', people ? withoutKey : 0],
    ['filter-would-exclude', counts.reasons['filter-would-exclude'] ?? 0],
    ['waits', waiting],
    ['no-key-written', unkeyed],
    ['empty-create', empty],
    ['choices-void', plan.voidChoices],
    ['public-domain', counts.reasons['public-domain'] ?? 0],
    ['other-day', counts.reasons['other-day'] ?? 0],
    ['placeholder-key', counts.reasons['placeholder-key'] ?? 0],
  ];
  const ofSync = list.flatMap(([code, count]) => (count === 0 ? [] : [{ code, sync: sync.id, count }]));
  return [...ofSync, ...returnWarnings(sync.id, counts.fields)];
}

/** BL3: what was handed over of a field and did not arrive as it was. */
const returnWarnings = (sync: string, fields: SyncCounts['fields']): PlanWarning[] =>
  fields.flatMap(({ left: field, handOver }): PlanWarning[] => {
    const { cameBack = 0, notTaken = 0 } = handOver ?? {};
    return [
      ...(cameBack === 0 ? [] : [{ code: 'came-back-different', sync, field, count: cameBack } as const]),
      ...(notTaken === 0 ? [] : [{ code: 'not-taken', sync, field, count: notTaken } as const]),
    ];
  });

/** Does some key have all its fields of this side written by mappings? (S50) */
const writesKey = (plan: SyncPlan, side: Side): boolean =>
  plan.matching.keys.some((key) =>
    key.fields.every((field) =>
      plan.mappings.some((on) => on.fields[side].includes(field[side]) && mayWrite(on.direction, side)),
    ),
  );
