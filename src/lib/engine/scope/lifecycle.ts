import { valueText } from '../columns/cell.ts';
import type { Records } from '../columns/records.ts';
import { declaredField } from '../model/declared-field.ts';
import { isBlankValue, valueCount, valueOf } from '../model/column.ts';
import type { ObjectSync } from '../model/design.ts';
import { onBoth, SIDES, type Both, type Side } from '../model/side.ts';
import { isOneOf } from '../read/stage-names.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../run/steps.ts';
import type { ScopeRule } from './rule.ts';

/** Where a record stands: in a stage of the sync, in none, in one that the sync promotes, or in another. */
const IN = 0;
const NONE = 1;
const PROMOTED = 2;
const OTHER = 3;

/**
 * ST5: a record takes part in a stage of its sync. In a pair also one without a stage, since its counterpart says what it is, and a
 * lead that is promoted (S123), which then takes part in no sync of leads: `gone` has their ids. Null of a sync without limits.
 */
export function* lifecycleRule(
  sync: ObjectSync,
  records: Both<Records>,
  gone: Both<readonly ReadonlySet<string>[]>,
): Steps<{ readonly rule: ScopeRule; readonly promoted: Both<Uint8Array | null> } | null> {
  const { lifecycle } = sync;
  if (lifecycle === undefined) return null;
  const standing: Record<Side, Uint8Array | null> = { left: null, right: null };
  for (const side of SIDES) standing[side] = yield* standingsOf(sync, side, records[side], gone[side]);
  const from = (least: number): Both<Uint8Array | null> =>
    onBoth((side) => standing[side] && Uint8Array.from(standing[side], (at) => (at >= least ? 1 : 0)));
  const rule: ScopeRule = {
    reason: 'lifecycle-not-in-sync',
    has: from(NONE),
    ofPair: from(OTHER),
    pair: 'one',
    ofMissing: true,
    notBeside: ['direction-forbids-create'],
    field: onBoth((side) => lifecycle[side]?.field ?? null),
  };
  const promoted = onBoth((side) => {
    const rows = standing[side];
    return rows?.includes(PROMOTED) === true ? rows.map((at) => (at === PROMOTED ? 1 : 0)) : null;
  });
  return { rule, promoted };
}

function* standingsOf(
  sync: ObjectSync,
  side: Side,
  records: Records,
  gone: readonly ReadonlySet<string>[],
): Steps<Uint8Array | null> {
  const limit = sync.lifecycle?.[side] ?? null;
  if (limit === null) return null;
  const def = declaredField(sync, side, limit.field);
  const own = isOneOf(limit.stages, def);
  const promotes = sync.mappings.flatMap((mapping) =>
    mapping[side] === limit.field ? (mapping.defaultStage?.promotes ?? []) : [],
  );
  const isPromoted = isOneOf(promotes, def);
  yield* records.flatten([limit.field]);
  const column = records.column(limit.field);
  const ofValue = new Uint8Array(valueCount(column));
  const look = (first: number, end: number): void => {
    for (let value = first; value < end; value++) {
      const text = isBlankValue(column, value) ? null : valueText(column, value);
      ofValue[value] = text === null ? NONE : own(text) ? IN : isPromoted(text) ? PROMOTED : OTHER;
    }
  };
  yield* inSlices('scope', ofValue.length, look, TEXT_SLICE);
  const rows = new Uint8Array(column.rows);
  yield* inSlices('scope', rows.length, (first, end) => {
    for (let row = first; row < end; row++) {
      const isGone = gone.some((ids) => ids.has(records.id(row)));
      rows[row] = isGone ? OTHER : ofValue[valueOf(column, row)]!;
    }
  });
  return rows;
}
