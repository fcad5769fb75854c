import { isBlank, isBlankValue, valueCount, valueOf, type Column } from '../../model/column.ts';
import { declaredField } from '../../model/declared-field.ts';
import type { CompiledMapping } from '../../merge/compiled.ts';
import { cellText } from '../../columns/cell.ts';
import { isUntaken, mayRefuse, refusalOf } from '../../merge/refuse.ts';
import { createText } from '../../merge/targets.ts';
import { writeOf } from '../../merge/verdict.ts';
import type { FieldType } from '../../model/field.ts';
import { mayWrite } from '../../model/direction.ts';
import type { ReasonCode } from '../../model/reason.ts';
import { SIDES, onBoth, otherSide, type Both, type Side } from '../../model/side.ts';
import { SLICE, type Steps } from '../../run/steps.ts';
import { pairCount, verdictOn, type SyncPlan } from '../sync-plan.ts';

/** What both fields hold where all values fit; else what most of the cells are that do not, and how many there are in all. */
export type TypeCheck =
  | { readonly ok: true; readonly types: Both<FieldType> }
  | { readonly ok: false; readonly code: ReasonCode; readonly count: number };

/** What the records say of a mapping. */
export interface MappingFact {
  /** Position in the design. */
  readonly index: number;
  /** Shares from 0 to 1. */
  readonly filled: Both<number>;
  readonly check: TypeCheck;
  /** A linked pair that shows the mapping: the same one for all mappings it has a value of. */
  readonly sample: {
    readonly id: string;
    readonly left: string;
    readonly right: string;
    /** What a transform makes of the value of its source; null where it cannot take it. */
    readonly made: { readonly source: Side; readonly text: string | null } | null;
  } | null;
}

/** Facts of every mapping of the design, also the disabled ones. */
export function* mappingFacts(plan: SyncPlan): Steps<MappingFact[]> {
  const shown = samplePair(plan);
  const facts: MappingFact[] = [];
  for (const [index, mapping] of plan.sync.mappings.entries()) {
    const columns = columnsOf(plan, mapping);
    const on = plan.mappings.find((compiled) => compiled.index === index);
    const left = yield* filledShare(columns.left);
    const right = yield* filledShare(columns.right);
    const check =
      on === undefined
        ? ({ ok: true, types: typesOf(plan, mapping) } as const)
        : yield* checkOf(on, typesOf(plan, mapping));
    facts.push({ index, filled: { left, right }, check, sample: sampleOf(plan, columns, on, shown) });
    yield { what: 'mapping-facts', done: index + 1, total: plan.sync.mappings.length };
  }
  return facts;
}

/** A disabled mapping may name a field that is not in the file. */
function columnsOf({ records }: SyncPlan, mapping: Both<string>): Both<Column | null> {
  const of = (side: Side): Column | null =>
    records[side].has(mapping[side]) ? records[side].column(mapping[side]) : null;
  return onBoth(of);
}

function* filledShare(column: Column | null): Steps<number> {
  if (column === null) return 0;
  let filled = 0;
  for (let row = 0; row < column.rows; row++) {
    if (row % SLICE === SLICE - 1) yield { what: 'mapping-facts', done: row, total: column.rows };
    if (!isBlank(column, row)) filled++;
  }
  return column.rows === 0 ? 0 : filled / column.rows;
}

/** The types of both fields, declared or inferred. */
function typesOf({ sync, records }: SyncPlan, names: Both<string>): Both<FieldType> {
  const of = (side: Side): FieldType =>
    declaredField(sync, side, names[side])?.type ??
    (records[side].has(names[side]) ? records[side].inferred(names[side]) : 'text');
  return { left: of('left'), right: of('right') };
}

/** A cell counts once: as not of its own declared type, or as refused by the other side where it may flow there. */
function* checkOf(on: CompiledMapping, types: Both<FieldType>): Steps<TypeCheck> {
  const codes = new Map<ReasonCode, number>();
  for (const side of SIDES) {
    const problem = problemOf(on, side);
    if (problem === null) continue;
    const column = on.cells[side];
    const known = column.codes === null ? null : new Array<ReasonCode | null | undefined>(valueCount(column));
    for (let row = 0; row < column.rows; row++) {
      if (row % 2048 === 2047) yield { what: 'mapping-facts', done: row, total: column.rows };
      const value = valueOf(column, row);
      if (isBlankValue(column, value)) continue;
      let code = known?.[value];
      if (code === undefined) {
        code = problem(row);
        if (known !== null) known[value] = code;
      }
      if (code !== null) codes.set(code, (codes.get(code) ?? 0) + 1);
    }
  }
  const [worst] = [...codes].sort((a, b) => b[1] - a[1]);
  if (worst === undefined) return { ok: true, types };
  return { ok: false, code: worst[0], count: [...codes.values()].reduce((sum, n) => sum + n, 0) };
}

const OF_TYPE: readonly ReasonCode[] = ['bad-number', 'bad-date', 'bad-boolean', 'option-missing'];

/** What is wrong with a cell of a side; null where nothing is declared that could be. */
function problemOf(on: CompiledMapping, side: Side): ((row: number) => ReasonCode | null) | null {
  const target = otherSide(side);
  const own = on.defs[side] === null ? null : on.judge[side];
  const looksOn = on.defs[target] !== null || on.transform !== null;
  const flows = looksOn && mayWrite(on.direction, target) && mayRefuse(on, target);
  if (own === null && !flows) return null;
  return (row) => {
    const code = own?.(cellText(on.cells[side], row)) ?? null;
    if (code !== null && OF_TYPE.includes(code)) return code;
    if (!flows || isBlank(on.values[side], row)) return null;
    return refusalOf(on, target, row, createText(on, target, row));
  };
}

/** Pairs looked at for one that shows much. */
const SAMPLED = 5_000;

/** The pair with most fields filled on both sides, a written one before others; -1 without pairs. */
function samplePair(plan: SyncPlan): number {
  let best = -1;
  let most = -1;
  for (let pair = 0; pair < Math.min(SAMPLED, pairCount(plan)); pair++) {
    let points = 0;
    plan.mappings.forEach((on, position) => {
      const left = isBlank(on.cells.left, plan.pairs.left[pair]!);
      const right = isBlank(on.cells.right, plan.pairs.right[pair]!);
      if (!left && !right) points += 2;
      if (writeOf(verdictOn(plan, position, pair)) !== null) points += 1;
    });
    if (points > most) [most, best] = [points, pair];
  }
  return best;
}

/** What is made of a record's value: null where its transform cannot take it. */
const madeOf = (on: CompiledMapping, source: Side, row: number): string | null =>
  isUntaken(on, otherSide(source), row) ? null : cellText(on.values[source], row);

function sampleOf(
  plan: SyncPlan,
  columns: Both<Column | null>,
  on: CompiledMapping | undefined,
  shown: number,
): MappingFact['sample'] {
  const source = on?.transform?.source ?? null;
  const at = (pair: number): MappingFact['sample'] => {
    const [l, r] = [plan.pairs.left[pair]!, plan.pairs.right[pair]!];
    const left = columns.left === null ? '' : cellText(columns.left, l);
    const right = columns.right === null ? '' : cellText(columns.right, r);
    if (left === '' && right === '') return null;
    const made =
      on === undefined || source === null
        ? null
        : { source, text: madeOf(on, source, source === 'left' ? l : r) };
    return { id: plan.records.left.id(l), left, right, made };
  };
  if (shown < 0) return null;
  const first = at(shown);
  if (first !== null) return first;
  for (let pair = 0; pair < Math.min(SAMPLED, pairCount(plan)); pair++) {
    const sample = at(pair);
    if (sample !== null) return sample;
  }
  return at(shown);
}
