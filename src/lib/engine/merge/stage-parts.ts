import type { Records } from '../columns/records.ts';
import { columnOf } from '../columns/records.ts';
import { narrowed } from '../columns/narrowed.ts';
import type { StageRows } from '../columns/stage-rows.ts';
import type { Column } from '../model/column.ts';
import { declaredField } from '../model/declared-field.ts';
import type { ObjectSync } from '../model/design.ts';
import { onBoth, otherSide, type Both, type Side } from '../model/side.ts';
import { directionOfStages, mappingOfPart } from '../model/stage-mappings.ts';
import { partsOf, type StagePart } from '../model/stages.ts';
import { viewOf } from '../read/field-view.ts';
import { judge, type Judge } from '../read/fit.ts';
import type { Memo } from '../run/memo.ts';
import { phase } from '../run/phases.ts';
import { inSlices, type Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import { asMade, favouredSide, type CompiledMapping } from './compiled.ts';
import { NOBODY_HAS, type StageOf } from './stage-of.ts';

/** The parts of a sync's stage map as mappings, numbered after those of the design's list (S90). */
export function* stageParts(
  sync: ObjectSync,
  records: Both<Records>,
  rows: StageRows,
  tools: Tools,
  memo: Memo,
): Steps<CompiledMapping[]> {
  const { stages } = rows.table;
  const direction = directionOfStages(sync, stages);
  if (direction === null) throw new Error('stages have no direction left');
  const parts: CompiledMapping[] = [];
  for (const part of partsOf(stages)) {
    const own = phase('stage-values', sync.id, [part], [rows]);
    const values = yield* memo.run(own, function* (): Steps<Both<Column>> {
      return { left: yield* translated('left', part, rows), right: yield* translated('right', part, rows) };
    });
    parts.push(compiledPart(sync, records, { part, rows, direction, values, tools, at: parts.length }));
  }
  return parts;
}

/** What the places of a side are on the other one: of one part, blank where nothing of it is to be written there. */
function* translated(source: Side, part: StagePart, { table, pairOf }: StageRows): Steps<Column> {
  const target = otherSide(source);
  const isThere = table.stages[target][part] !== null;
  const texts = table.written[target].map((written) => (isThere ? (written[part] ?? '') : ''));
  const codes = new Uint32Array(pairOf[source].length);
  yield* inSlices('compare', codes.length, (from, to) => {
    for (let row = from; row < to; row++) codes[row] = Math.max(0, pairOf[source][row]! + 1);
  });
  return { ...columnOf(['', ...texts]), rows: codes.length, codes: narrowed(codes, texts.length + 1) };
}

interface Compiling {
  readonly part: StagePart;
  readonly rows: StageRows;
  readonly direction: CompiledMapping['direction'];
  readonly values: Both<Column>;
  readonly tools: Tools;
  /** Position among the parts. */
  readonly at: number;
}

function compiledPart(
  sync: ObjectSync,
  records: Both<Records>,
  { part, rows, direction, values, tools, at }: Compiling,
): CompiledMapping {
  const { table } = rows;
  const mapping = mappingOfPart(table.stages, part);
  const owns = onBoth((side) => table.stages[side][part] !== null);
  const defs = onBoth((side) => (owns[side] ? declaredField(sync, side, mapping[side]) : null));
  const views = onBoth((side) => viewOf(defs[side], null));
  // Another side's field is only looked at: what it says is that field's own part to tell.
  const same = (side: Side) => (a: string, b: string) =>
    !owns[side] || table.keyOf(side, part, a) === table.keyOf(side, part, b);
  const judgeOf = (side: Side): Judge | null => {
    const def = defs[side];
    return def === null ? null : asStage(judge(def, false, tools));
  };
  return {
    index: sync.mappings.length + at,
    mapping,
    direction,
    favoured: favouredSide(sync, mapping),
    fields: onBoth((side) => (owns[side] ? [mapping[side]] : [])),
    cells: onBoth((side) => records[side].column(mapping[side])),
    values,
    given: values,
    parents: null,
    views,
    own: views,
    defs,
    same: { left: same('left'), right: same('right') },
    forms: { forms: [], country: { left: null, right: null } },
    write: { left: asMade, right: asMade },
    judge: onBoth(judgeOf),
    transform: null,
    keyFields: [],
    stage: stageOf(part, rows),
  };
}

function stageOf(part: StagePart, rows: StageRows): StageOf {
  const fields = onBoth((side) => rows.columns[side].find((column) => column.part === part) ?? null);
  const wants = onBoth((side) => {
    const known = new Map((fields[side]?.keys ?? []).map((key, at) => [key, at]));
    return Int32Array.from(rows.table.keys[side], (keys) => {
      const key = keys[part];
      return key === null ? -1 : (known.get(key) ?? NOBODY_HAS);
    });
  });
  return { part, rows, fields, wants };
}

/** FM9: an option the target does not have is a stage it does not know. */
const asStage =
  (own: Judge): Judge =>
  (text) => {
    const code = own(text);
    return code === 'option-missing' ? 'unknown-stage' : code;
  };
