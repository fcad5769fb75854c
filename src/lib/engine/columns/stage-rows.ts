import type { Records } from './records.ts';
import { valueText } from './cell.ts';
import { declaredField } from '../model/declared-field.ts';
import type { ObjectSync } from '../model/design.ts';
import { isBlankValue, valueCount, valueOf, type Column } from '../model/column.ts';
import type { Both, Side } from '../model/side.ts';
import { STAGE_PARTS, type StagePart } from '../model/stages.ts';
import { NO_STAGE, stageTable, type StageTable } from '../read/stage-table.ts';
import type { Memo } from '../run/memo.ts';
import { phase } from '../run/phases.ts';
import { TEXT_SLICE, inSlices, type Steps } from '../run/steps.ts';

/** Where every record of a sync stands (ST1). */
export interface StageRows {
  readonly table: StageTable;
  /** By row the position of the pair, `UNMAPPED` or `NO_STAGE`. */
  readonly pairOf: Both<Int32Array>;
  /** By row a number, the same for rows of one side whose fields all say the same. */
  readonly standing: Both<Standing>;
  /** The fields of a side. */
  readonly columns: Both<readonly PartColumn[]>;
}

/** Numbers from 0 to below `count`. */
export interface Standing {
  readonly of: Int32Array;
  readonly count: number;
}

/** Null of a sync without a stage map. */
export function* stageRows(sync: ObjectSync, records: Both<Records>, memo: Memo): Steps<StageRows | null> {
  const { stages, direction } = sync;
  if (stages === null) return null;
  const own = phase('stages', sync.id, [stages, direction, sync.schema], [records.left, records.right]);
  return yield* memo.run(own, function* (): Steps<StageRows> {
    const target = direction === 'right-to-left' ? 'left' : 'right';
    const table = stageTable(stages, (side, field) => declaredField(sync, side, field), target);
    const columns = {
      left: yield* columnsOf(table, 'left', records.left),
      right: yield* columnsOf(table, 'right', records.right),
    };
    const left = yield* placesOf(table, 'left', columns.left, records.left.count);
    const right = yield* placesOf(table, 'right', columns.right, records.right.count);
    return {
      table,
      pairOf: { left: left.pairOf, right: right.pairOf },
      standing: { left: left.standing, right: right.standing },
      columns,
    };
  });
}

/** A field of a place. */
export interface PartColumn {
  readonly part: StagePart;
  readonly column: Column;
  /** By value the position among the keys of what it is compared by. */
  readonly numbers: Int32Array;
  readonly keys: readonly string[];
}

function* columnsOf(table: StageTable, side: Side, records: Records): Steps<PartColumn[]> {
  const columns: PartColumn[] = [];
  for (const part of STAGE_PARTS) {
    const field = table.stages[side][part];
    if (field === null) continue;
    yield* records.flatten([field]);
    columns.push(yield* numbered(table, side, part, records.column(field)));
  }
  return columns;
}

function* placesOf(
  table: StageTable,
  side: Side,
  columns: readonly PartColumn[],
  count: number,
): Steps<{ readonly pairOf: Int32Array; readonly standing: Standing }> {
  const pairOf = new Int32Array(count);
  const of = new Int32Array(count);
  const standings = columns.map(() => new Map<number, number>());
  /** Each place is looked up once. */
  const pairs: number[] = [];
  yield* inSlices('scope', count, (from, to) => {
    for (let row = from; row < to; row++) {
      const at = standingAt(columns, standings, row);
      if (at === pairs.length) pairs.push(pairAt(table, side, columns, row));
      of[row] = at;
      pairOf[row] = pairs[at]!;
    }
  });
  return { pairOf, standing: { of, count: pairs.length } };
}

/** Numbers from 0, in the order rows come with them; `known` has a map for each field, of what was said so far. */
function standingAt(
  columns: readonly PartColumn[],
  known: readonly Map<number, number>[],
  row: number,
): number {
  let at = 0;
  for (let i = 0; i < columns.length; i++) {
    const { column, numbers, keys } = columns[i]!;
    const said = at * keys.length + numbers[valueOf(column, row)]!;
    const number = known[i]!.get(said) ?? known[i]!.size;
    if (number === known[i]!.size) known[i]!.set(said, number);
    at = number;
  }
  return at;
}

function pairAt(table: StageTable, side: Side, columns: readonly PartColumn[], row: number): number {
  const keys: Record<StagePart, string | null> = { pipeline: null, stage: null, status: null };
  for (const { part, column, numbers, keys: all } of columns) {
    keys[part] = all[numbers[valueOf(column, row)]!]!;
  }
  return keys.stage === '' ? NO_STAGE : table.find(side, keys);
}

function* numbered(table: StageTable, side: Side, part: StagePart, column: Column): Steps<PartColumn> {
  const numbers = new Int32Array(valueCount(column));
  const keys: string[] = [];
  const known = new Map<string, number>();
  const pass = (from: number, to: number): void => {
    for (let value = from; value < to; value++) {
      const key = isBlankValue(column, value) ? '' : table.keyOf(side, part, valueText(column, value));
      let number = known.get(key);
      if (number === undefined) known.set(key, (number = keys.push(key) - 1));
      numbers[value] = number;
    }
  };
  yield* inSlices('scope', numbers.length, pass, TEXT_SLICE);
  return { part, column, numbers, keys };
}
