import {
  appFacts,
  SIDES,
  type Both,
  type ObjectSync,
  type Records,
  type Side,
} from '../../src/lib/engine/index.ts';
import type { Store } from '../../src/lib/store/index.ts';
import type { PlanContext } from '../common/plan-context.ts';

/** How a side's ids are read. */
export interface IdReading {
  /** Null: a record's id is its row. */
  readonly field: string | null;
  readonly salesforce: boolean;
}

/** Where the decisions of a sync are kept, and over which rows: data rows of the files. */
export interface DecisionPlace {
  readonly store: Store;
  readonly project: string;
  readonly sync: string;
  readonly sets: Both<string>;
  readonly rows: Both<number>;
  readonly records: Both<Records>;
  readonly ids: Both<IdReading>;
}

export const sameSets = (a: Both<string>, b: Both<string>): boolean =>
  a.left === b.left && a.right === b.right;

export function placeOf(
  { store, project, design, sets, records, inputs }: PlanContext,
  sync: ObjectSync,
): DecisionPlace {
  const { id } = sync;
  const [own, opened] = [sets.get(id), records.get(id)];
  if (own === undefined || opened === undefined) throw new Error(`no record sets of ${id}`);
  const rows = (side: Side): number =>
    inputs.find((input) => input.sync === id && input.side === side)?.rows ?? 0;
  const [left, right] = SIDES.map(rows);
  const ids = (side: Side): IdReading => ({
    field: sync[side].idField,
    salesforce: appFacts(design.apps[side].kind).shortIds,
  });
  return {
    ...{ store, project, sync: id, sets: own, records: opened },
    rows: { left: left ?? 0, right: right ?? 0 },
    ids: { left: ids('left'), right: ids('right') },
  };
}
