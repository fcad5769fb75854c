import {
  lineAct,
  ofFields,
  type OfField,
  otherSide,
  processingOrder,
  SIDES,
  type Act,
  type Both,
  type FieldWrite,
  type PlanLine,
  type Side,
  type SyncDesign,
} from '../../engine/index.ts';
import type { WriteAct } from '../../connectors/app/write.ts';
import type { PushItem, PushPlan, Sought, Texts } from '../item.ts';
import { canaryOf } from './canary.ts';
import { parentsFirst, type LeftOut } from './parents-first.ts';
import { soughtApart } from './sought-apart.ts';

/** What a push needs to know of the object it writes to. */
export interface Target {
  /** As the app's calls name it. */
  readonly object: string;
  readonly uniqueFields: readonly string[];
  /** By what a create that writes these texts is looked for where no field of it is unique (S373); null: by nothing. */
  readonly soughtBy: (values: Texts) => Sought | null;
  /** Can it be part of a job there (S310)? Absent: the app takes none. */
  readonly inJob?: (item: PushItem) => boolean;
}

export interface ToFreeze extends Omit<PushPlan, 'items' | 'canary' | 'kind'> {
  /** The approved lines of the plan, and no others (`approvedLines`). */
  readonly lines: Iterable<PlanLine>;
  readonly design: Pick<SyncDesign, 'syncs'>;
  /** Texts the plan found in a record that it removes: where another stands by now it stays. */
  readonly found: (line: PlanLine, side: Side) => Texts;
  /** Null: nothing goes there. */
  readonly target: (sync: string, side: Side) => Target | null;
}

export interface Frozen {
  readonly plan: PushPlan;
  readonly leftOut: readonly LeftOut[];
  /** Creates the app keeps no second one of out, and that nothing finds again: said before approval, and after a doubt they stay unknown (F2). */
  readonly keyless: readonly PushItem[];
}

/** Makes approved lines what is pushed: a list of items, parents first, and nothing that was not approved (L9). */
export function freeze({ lines, design, found, target, ...about }: ToFreeze): Frozen {
  const rank = new Map(processingOrder(design.syncs).map(({ id }, at) => [id, at]));
  const unordered: PushItem[] = [];
  for (const line of lines) {
    for (const side of SIDES) {
      const act = ACTS[lineAct(line, side)];
      // S69: what has nothing to say goes nowhere.
      const says = act === 'remove' || act === 'restore' || line.writes.some((write) => write.side === side);
      const to = act === null || !says ? null : target(line.sync, side);
      if (act === null || to === null) continue;
      const item = itemOf(line, side, act, to);
      unordered.push(act === 'remove' ? { ...item, from: found(line, side) } : item);
    }
  }
  const { items, leftOut } = parentsFirst(soughtApart(unordered), (sync) => rank.get(sync) ?? 0);
  const keyless = items.filter(
    ({ act, unique, sought }) => act === 'create' && unique === null && sought === undefined,
  );
  return { plan: { ...about, kind: 'push', items, canary: canaryOf(items).keys }, leftOut, keyless };
}

const ACTS: Readonly<Record<Act, WriteAct | null>> = {
  none: null,
  create: 'create',
  update: 'update',
  delete: 'remove',
  restore: 'restore',
};

function itemOf(line: PlanLine, side: Side, act: WriteAct, target: Target): PushItem {
  const { object } = target;
  const writes = ofFields(line.writes).filter((write) => write.side === side);
  const values = new Map(writes.flatMap(({ field, to }) => (to === null ? [] : [[field, to] as const])));
  const subject: Both<string | null> = { left: line.left?.id ?? null, right: line.right?.id ?? null };
  const source = otherSide(side);
  const unique = act === 'create' ? uniqueOf(values, target.uniqueFields) : null;
  const sought = act === 'create' && unique === null ? target.soughtBy(values) : null;
  const item: PushItem = {
    key: itemKey(
      line.sync,
      side,
      act === 'create' ? { side: source, id: subject[source] } : { side, id: subject[side] },
    ),
    sync: line.sync,
    side,
    object,
    act,
    id: act === 'create' ? null : subject[side],
    from: act === 'create' ? new Map() : expected(writes),
    values: act === 'remove' || act === 'restore' ? new Map() : values,
    refs: new Map(writes.flatMap(({ field, ref }) => refOf(field, ref))),
    unique,
    ...(sought !== null && { sought }),
    subject,
  };
  return target.inJob?.(item) === true ? { ...item, inJob: true } : item;
}

/** A record that is created is named by the one it is made from, every other by itself. */
const itemKey = (
  sync: string,
  side: Side,
  record: { readonly side: Side; readonly id: string | null },
): string => JSON.stringify([sync, side, record.side, record.id]);

const refOf = (field: string, ref: FieldWrite['ref']): readonly (readonly [string, string])[] =>
  ref === undefined ? [] : [[field, itemKey(ref.sync, otherSide(ref.side), ref)]];

const expected = (writes: readonly OfField[]): Texts =>
  new Map(writes.flatMap(({ field, from }) => (from === null ? [] : [[field, from] as const])));

/** The first field the app holds unique that this create has a value of. */
function uniqueOf(values: Texts, fields: readonly string[]): PushItem['unique'] {
  for (const field of fields) {
    const value = values.get(field) ?? '';
    if (value !== '') return { field, value };
  }
  return null;
}
