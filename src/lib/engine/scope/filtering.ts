import type { Records } from '../columns/records.ts';
import { valueText } from '../columns/cell.ts';
import { declaredField } from '../model/declared-field.ts';
import { isBlankValue, valueCount, type Column } from '../model/column.ts';
import type { ObjectSync } from '../model/design.ts';
import type { Filter, FilterCondition } from '../model/filter.ts';
import { SIDES, onBoth, type Both, type Side } from '../model/side.ts';
import type { Zones } from '../model/zone.ts';
import { viewOf } from '../read/field-view.ts';
import { zoneOfField } from '../read/field-zone.ts';
import type { Memo } from '../run/memo.ts';
import { phase } from '../run/phases.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../run/steps.ts';
import { bytesTest } from '../read/condition-bytes.ts';
import { passesBlank, valueTest } from '../read/condition.ts';

/** What filters and lists say of the records of both sides; null where nothing is said on a side. */
export interface Filtering {
  /** By row 1 where the side's filter does not let it pass (FI1). */
  readonly fails: Both<Uint8Array | null>;
  /** By row 1 where the id is on the list (FI6). */
  readonly allowed: Both<Uint8Array | null>;
  readonly denied: Both<Uint8Array | null>;
}

/** Of a sync without filters and lists: one object, so that what is remembered stays. */
const NOTHING_SAID: Filtering = {
  fails: { left: null, right: null },
  allowed: { left: null, right: null },
  denied: { left: null, right: null },
};

/** Asks filters and lists of a sync. `asOf`: days since 1970-01-01, for `last-days`. */
export function* filteringOf(
  sync: ObjectSync,
  records: Both<Records>,
  asOf: number,
  zones: Zones,
  memo: Memo,
): Steps<Filtering> {
  const { filters } = sync;
  const { allow, deny } = filters;
  const lists = [allow.left, allow.right, deny.left, deny.right];
  const hasFilter = SIDES.some((side) => filters[side] !== null);
  if (!hasFilter && lists.every((ids) => ids.length === 0)) return NOTHING_SAID;
  const fails = {
    left: yield* failing(sync, 'left', records.left, asOf, zones, memo),
    right: yield* failing(sync, 'right', records.right, asOf, zones, memo),
  };
  const made = [fails.left, fails.right].filter((rows) => rows !== null);
  const own = phase(
    'filters',
    sync.id,
    [allow, deny, onBoth((side) => fails[side] !== null)],
    [records.left, records.right, ...made],
  );
  return yield* memo.run(own, function* (): Steps<Filtering> {
    for (const side of SIDES) yield* records[side].index();
    return {
      fails,
      allowed: onBoth((side) => listed(allow[side], records[side])),
      denied: onBoth((side) => listed(deny[side], records[side])),
    };
  });
}

function listed(ids: readonly string[], records: Records): Uint8Array | null {
  if (ids.length === 0) return null;
  const rows = new Uint8Array(records.count);
  for (const id of ids) {
    const row = records.rowOf(id.trim());
    if (row >= 0) rows[row] = 1;
  }
  return rows;
}

/** By row 1 where the record does not pass its side's filter; null where there is none. */
export function* failing(
  sync: ObjectSync,
  side: Side,
  records: Records,
  asOf: number,
  zones: Zones,
  memo: Memo,
): Steps<Uint8Array | null> {
  const filter = sync.filters[side];
  if (filter === null) return null;
  const tests = new Map<FilterCondition, { readonly column: Column; readonly passes: Uint8Array }>();
  for (const condition of filter.any.flatMap(({ all }) => all)) {
    tests.set(condition, yield* conditionTest(sync, side, records, condition, asOf, zones, memo));
  }
  const made = [...tests.values()].map(({ passes }) => passes);
  const own = phase('filter', sync.id, [side, filter], [records, ...made]);
  return yield* memo.run(own, () => outOf(filter, records.count, tests));
}

/** A condition asked of every value of its column, once a value. */
function* conditionTest(
  sync: ObjectSync,
  side: Side,
  records: Records,
  condition: FilterCondition,
  asOf: number,
  zones: Zones,
  memo: Memo,
): Steps<{ readonly column: Column; readonly passes: Uint8Array }> {
  yield* records.flatten([condition.field]);
  const column = records.column(condition.field);
  const def = declaredField(sync, side, condition.field);
  const zone = zoneOfField(sync, side, condition.field, zones);
  const view = viewOf(def, def === null ? records.inferred(condition.field) : null, zone);
  const day = condition.op === 'last-days' ? asOf : 0;
  const own = phase('condition', sync.id, [side, condition, view, day], [column]);
  const passes = yield* memo.run(own, function* (): Steps<Uint8Array> {
    const out = new Uint8Array(valueCount(column));
    const test = valueTest(condition, view, asOf);
    const quick = bytesTest(condition, view);
    const { bytes, offsets } = column;
    const blank = passesBlank(condition) ? 1 : 0;
    const pass = (from: number, to: number): void => {
      for (let value = from; value < to; value++) {
        if (isBlankValue(column, value)) out[value] = blank;
        else {
          const told = quick?.(bytes, offsets[value]!, offsets[value + 1]!) ?? null;
          out[value] = (told ?? test(valueText(column, value))) ? 1 : 0;
        }
      }
    };
    yield* inSlices('scope', out.length, pass, TEXT_SLICE);
    return out;
  });
  return { column, passes };
}

/** All conditions inside a group, one of the groups; an empty list of either passes. */
function* outOf(
  { any }: Filter,
  rows: number,
  tests: ReadonlyMap<FilterCondition, { readonly column: Column; readonly passes: Uint8Array }>,
): Steps<Uint8Array> {
  const fails = new Uint8Array(rows);
  if (any.length === 0) return fails;
  fails.fill(1);
  const holds = new Uint8Array(rows);
  for (const { all } of any) {
    holds.fill(1);
    for (const condition of all) {
      const { column, passes } = tests.get(condition)!;
      yield* inSlices('scope', rows, (from, to) => {
        holdPart(column, passes, holds, from, to);
      });
    }
    yield* inSlices('scope', rows, (from, to) => {
      for (let row = from; row < to; row++) if (holds[row] === 1) fails[row] = 0;
    });
  }
  return fails;
}

function holdPart({ codes }: Column, passes: Uint8Array, holds: Uint8Array, from: number, to: number): void {
  for (let row = from; row < to; row++) holds[row]! &= passes[codes === null ? row : codes[row]!]!;
}
