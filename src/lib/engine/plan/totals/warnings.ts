import { mayWrite } from '../../model/direction.ts';
import { SIDES, type Side } from '../../model/side.ts';
import type { SyncCounts, Warning, WarningCode } from '../../model/summary.ts';
import { bothSidesRead } from './counts.ts';
import type { SyncPlan } from '../sync-plan.ts';

/** Warnings of all syncs, one per code and sync, in the order of S38. */
export function planWarnings(plans: readonly { plan: SyncPlan; counts: SyncCounts }[]): Warning[] {
  const found = plans.flatMap(({ plan, counts }) => syncWarnings(plan, counts));
  return ORDER.flatMap((code) => found.filter((warning) => warning.code === code));
}

const ORDER: readonly WarningCode[] = [
  'doubles',
  'no-email-creates',
  'waits',
  'no-key-written',
  'will-not-settle',
  'empty-create',
  'choices-void',
];

function syncWarnings(plan: SyncPlan, counts: SyncCounts): Warning[] {
  const { sync, matching } = plan;
  const creates = SIDES.map((side) => ({ side, ...plan.creates[side] }));
  const total = creates.reduce((sum, { total }) => sum + total, 0);
  const withoutKey = creates.reduce((sum, one) => sum + one.withoutKey, 0);
  const empty = creates.reduce((sum, one) => sum + one.empty, 0);
  const unkeyed = creates.reduce((sum, one) => sum + (writesKey(plan, one.side) ? 0 : one.total), 0);
  const people = sync.kind === 'contacts' || sync.kind === 'leads';
  const waiting = counts.left.waits + counts.right.waits;
  const n = (count: number, one: string, many: string): string =>
    `${String(count)} ${count === 1 ? one : many}`;
  const list: [WarningCode, number, string][] = [
    [
      'doubles',
      matching.keys.length === 0 && bothSidesRead(plan) ? total : 0,
      `${sync.id}: nothing identifies these records, so ${n(total, 'record', 'records')} would be created beside what the other app already has.`,
    ],
    [
      'no-email-creates',
      people ? withoutKey : 0,
      `${sync.id}: ${n(withoutKey, 'record', 'records')} without an e-mail address would be created.`,
    ],
    [
      'waits',
      waiting,
      `${sync.id}: ${n(waiting, 'record waits', 'records wait')} for a key that this plan changes; plan again after it was pushed.`,
    ],
    [
      'no-key-written',
      matching.keys.length === 0 ? 0 : unkeyed,
      `${sync.id}: ${n(unkeyed, 'create', 'creates')} without a key: no mapping writes a key field there, so the next plan cannot match them.`,
    ],
    ['empty-create', empty, `${sync.id}: ${n(empty, 'create', 'creates')} with nothing to write.`],
    [
      'choices-void',
      plan.voidChoices,
      `${sync.id}: ${n(plan.voidChoices, 'choice no longer applies', 'choices no longer apply')}: the values or records are not as they were.`,
    ],
  ];
  return list.flatMap(([code, count, message]) => (count === 0 ? [] : [{ code, count, message }]));
}

/** Does some key have all its fields of this side written by mappings? (S50) */
const writesKey = (plan: SyncPlan, side: Side): boolean =>
  plan.matching.keys.some((key) =>
    key.fields.every((field) =>
      plan.mappings.some((on) => on.mapping[side] === field[side] && mayWrite(on.direction, side)),
    ),
  );
