import type { Column } from '../../model/column.ts';
import { isBlankValue, signIsOpen, valueCount } from '../../model/column.ts';
import { readUtf8 } from '../../bytes/utf8.ts';
import { onBoth, SIDES, otherSide, type Side } from '../../model/side.ts';
import type { ColumnWarning, SignByPairs } from '../../model/summary.ts';
import { findIdDamage } from '../../profile/damaged-ids.ts';
import { guessColumn, type ColumnGuess } from '../../profile/profile.ts';
import { shapeAt } from '../../profile/shape.ts';
import type { Memo } from '../../run/memo.ts';
import { phase } from '../../run/phases.ts';
import { SLICE, type Steps } from '../../run/steps.ts';
import type { SyncPlan } from '../sync-plan.ts';
import { signByPairs } from './sign-by-pairs.ts';

type Planned = Pick<SyncPlan, 'sync' | 'records' | 'matching' | 'mappings' | 'pairs'>;

/**
 * What a plan says of the columns it compares as text although they are numbers or dates of which something is not told (RD12,
 * RD13), and of keys that lost their leading zeros (RD10). A field the design declares is taken at its word. What is found depends on
 * the columns alone, and is remembered with them.
 */
export function* columnWarnings(plan: Planned, memo: Memo): Steps<ColumnWarning[]> {
  const found: ColumnWarning[] = [];
  for (const side of SIDES) {
    const { idField } = plan.sync[side];
    if (idField === null) continue;
    const column = plan.records[side].column(idField);
    const own = phase('id-damage', plan.sync.id, [side], [column]);
    const damage = yield* memo.run(own, () => findIdDamage([column]));
    if (damage === null) continue;
    const { count, sample } = damage;
    found.push({ code: 'damaged-ids', sync: plan.sync.id, side, field: idField, count, sample });
  }
  for (const on of plan.mappings) {
    if (on.stage !== null) continue;
    const guesses = {
      left: yield* guessOf(plan, 'left', on.mapping.left, memo),
      right: yield* guessOf(plan, 'right', on.mapping.right, memo),
    };
    for (const side of SIDES) {
      const guess = guesses[side];
      const field = on.mapping[side];
      if (guess === null || on.defs[side] !== null) continue;
      if (guesses[otherSide(side)]?.type === 'text') continue;
      const said = openOf(guess, plan.records[side].column(field));
      if (said === null) continue;
      const told = said.code === 'decimal-unknown' ? yield* signTold(plan, on, side, memo) : null;
      found.push({ ...said, sync: plan.sync.id, side, field, ...(told === null ? {} : { told }) });
    }
  }
  for (const { fields } of plan.matching.keys) {
    for (const field of fields) {
      for (const side of SIDES) {
        const columns = [
          plan.records[side].column(field[side]),
          plan.records[otherSide(side)].column(field[otherSide(side)]),
        ] as const;
        const own = phase('zeros-lost', plan.sync.id, [side, field.left, field.right], columns);
        const lost = yield* memo.run(own, () => zerosLost(...columns));
        if (lost === null) continue;
        found.push({ code: 'lost-zeros', sync: plan.sync.id, side, field: field[side], ...lost });
      }
    }
  }
  return found;
}

/** What the pairs say of a sign that is open; nothing where the other side's is open too. */
function* signTold(
  { sync, records, pairs }: Planned,
  on: Planned['mappings'][number],
  side: Side,
  memo: Memo,
): Steps<SignByPairs | null> {
  const other = otherSide(side);
  const decimal = on.defs[other]?.decimal ?? '.';
  const columns = onBoth((of) => records[of].column(on.mapping[of]));
  if (on.defs[other] === null && signIsOpen(columns[other].kinds)) return null;
  const own = phase(
    'sign-by-pairs',
    sync.id,
    [side, on.mapping[side], on.mapping[other], decimal],
    [pairs, columns.left, columns.right],
  );
  return yield* memo.run(own, () => signByPairs(columns[side], columns[other], decimal, pairs[side], pairs[other])); // prettier-ignore
}

function openOf({ type, ask, fits, of, others }: ColumnGuess, column: Column) {
  const sample = (ask === null ? others[0]?.text : undefined) ?? firstText(column);
  if (ask === 'decimal') return { code: 'decimal-unknown', count: of, sample } as const;
  if (ask === 'date-order') return { code: 'date-order-unknown', count: of, sample } as const;
  return type === 'text' || fits === of ? null : ({ code: 'not-of-type', count: of - fits, sample } as const);
}

function firstText(column: Column): string {
  for (let value = 0; value < valueCount(column); value++) {
    if (!isBlankValue(column, value))
      return readUtf8(column.bytes, column.offsets[value]!, column.offsets[value + 1]!);
  }
  return '';
}

/** Null where it is told without a look: a type the engine infers, or texts. */
function* guessOf(
  { sync, records }: Planned,
  side: Side,
  field: string,
  memo: Memo,
): Steps<ColumnGuess | null> {
  if (records[side].inferred(field) !== 'text') return null;
  const column = records[side].column(field);
  if (!signIsOpen(column.kinds) && !mayBeTyped(column)) return TEXT;
  return yield* memo.run(phase('guess', sync.id, [side, field], [column]), () => guessColumn(column));
}

const TEXT: ColumnGuess = {
  type: 'text',
  dateOrder: null,
  decimal: null,
  ask: null,
  fits: 0,
  of: 0,
  evidence: {},
  others: [],
};

/** Values looked at before all are. */
const FIRST = 64;

function mayBeTyped(column: Column): boolean {
  let seen = 0;
  let shaped = 0;
  for (let value = 0; value < valueCount(column) && seen < FIRST; value++) {
    if (isBlankValue(column, value)) continue;
    seen++;
    if (shapeAt(column.bytes, column.offsets[value]!, column.offsets[value + 1]!) !== 0) shaped++;
  }
  return seen > 0 && shaped * 2 >= seen;
}

/** Values of digits in a column that the other side's has with noughts before them, and not as they stand. */
function* zerosLost(own: Column, other: Column): Steps<Pick<ColumnWarning, 'count' | 'sample'> | null> {
  const padded = new Map<string, string>();
  yield* eachValue(other, (text) => {
    if (text.startsWith('0') && DIGITS.test(text)) padded.set(text.replace(/^0+/, ''), text);
  });
  if (padded.size === 0) return null;
  let count = 0;
  let sample = '';
  yield* eachValue(own, (text) => {
    if (!padded.has(text)) return;
    if (count++ === 0) sample = `${text}, ${padded.get(text)!}`;
  });
  return count === 0 ? null : { count, sample };
}

const DIGITS = /^0\d+$/;

function* eachValue(column: Column, look: (text: string) => void): Steps<void> {
  for (let value = 0; value < valueCount(column); value++) {
    if (value % SLICE === SLICE - 1) yield { what: 'compare', done: value, total: valueCount(column) };
    const from = column.offsets[value]!;
    const first = column.bytes[from]!;
    const to = column.offsets[value + 1]!;
    // A digit first, and none that is no digit last: what else is told apart without making a text.
    if (to === from || first < 48 || first > 57 || column.bytes[to - 1]! < 48 || column.bytes[to - 1]! > 57)
      continue;
    look(readUtf8(column.bytes, from, to));
  }
}
