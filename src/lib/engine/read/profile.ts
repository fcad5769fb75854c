import { inferredType, isBlankValue, valueCount, type Column, type RecordSet } from '../columns/column.ts';
import { readUtf8 } from '../columns/utf8.ts';
import type { DateOrder, InferredType } from '../model/field.ts';
import { distinctValues, REPEATS_LIMIT, rowsOfValues, type DistinctValues } from './profile-distinct.ts';
import { DATES, NUMBERS, SHAPE, shapeAt } from './profile-shape.ts';

/** A cell that shows something, with its row among the stored ones. */
export interface Witness {
  readonly text: string;
  readonly row: number;
}

/** What a column is, for a person to confirm. Decided over all its cells; never used to write a value (FORMATS.md). */
export interface ColumnGuess {
  readonly type: InferredType;
  /** For dates: null while undecided. */
  readonly dateOrder: DateOrder | null;
  /** For numbers: null while undecided. */
  readonly decimal: '.' | ',' | null;
  /** What must be asked: no cell decides it, or cells contradict each other. */
  readonly ask: 'date-order' | 'decimal' | null;
  /** Cells that are of the type, of all that are not blank. */
  readonly fits: number;
  readonly of: number;
  /** Cells that decide the order or the sign: the first for each. Two with `ask` contradict each other. */
  readonly evidence: Readonly<Partial<Record<'dmy' | 'mdy' | 'dot' | 'comma', Witness>>>;
  /** First cells that are not of the type. */
  readonly others: readonly Witness[];
}

export interface ColumnProfile extends DistinctValues {
  readonly name: string;
  readonly rows: number;
  /** Cells that are not blank. */
  readonly filled: number;
  /** The type the engine takes without being told (S10). */
  readonly inferred: InferredType;
  readonly guess: ColumnGuess;
  /** The first different values, at most 5, in reading order. */
  readonly samples: readonly string[];
}

/** Share of the filled cells that must be of a type for it to be offered. */
const ENOUGH = 0.9;
const SAMPLES = 5;
const WITNESSES = 3;

/** Profiles one column of a set, given as its segments in order. A text is made only where it may be shown or must be asked. */
export function profileColumn(
  name: string,
  segments: readonly Column[],
  limit: number = REPEATS_LIMIT,
): ColumnProfile {
  const tally = new Tally();
  const samples: string[] = [];
  let rows = 0;
  let filled = 0;
  let kinds = -1;
  for (const column of segments) {
    kinds &= column.kinds;
    const { times, first } = occurrences(column);
    const count = valueCount(column);
    for (let value = 0; value < count; value++) {
      const cells = times === null ? 1 : times[value]!;
      if (cells === 0 || isBlankValue(column, value)) continue;
      filled += cells;
      const from = column.offsets[value]!;
      const to = column.offsets[value + 1]!;
      const shape = shapeAt(column.bytes, from, to);
      tally.count(shape, cells);
      if (samples.length >= SAMPLES && !tally.asksFor(shape)) continue;
      const text = readUtf8(column.bytes, from, to);
      tally.note(shape, text, rows + (first === null ? value : first[value]!));
      if (samples.length < SAMPLES && !samples.includes(text)) samples.push(text);
    }
    rows += column.rows;
  }
  return {
    name,
    rows,
    filled,
    inferred: kinds === -1 ? 'text' : inferredType(kinds),
    guess: tally.guess(filled),
    ...distinctValues(segments, limit),
    samples,
  };
}

/** Profiles every column of a set, in header order. */
export function profileSet(set: RecordSet): ColumnProfile[] {
  return set.header.map((name, i) =>
    profileColumn(
      name,
      set.segments.map((segment) => segment.columns[i]!),
    ),
  );
}

/** How many rows have each value of a column, and the first of them; null where each row has its own. */
function occurrences(column: Column): {
  readonly times: Uint32Array | null;
  readonly first: Uint32Array | null;
} {
  const { codes } = column;
  if (codes === null) return { times: null, first: null };
  const first = new Uint32Array(valueCount(column));
  for (let row = codes.length - 1; row >= 0; row--) first[codes[row]!] = row;
  return { times: rowsOfValues(column), first };
}

/** Counts the shapes of cells and keeps the first cell of each that decides something. */
class Tally {
  #numbers = 0;
  #dates = 0;
  #times = 0;
  #booleans = 0;
  #openOrder = 0;
  #openDecimal = 0;
  readonly #evidence: Partial<Record<'dmy' | 'mdy' | 'dot' | 'comma', Witness>> = {};
  readonly #firstOf = {
    number: [] as Witness[],
    date: [] as Witness[],
    boolean: [] as Witness[],
    none: [] as Witness[],
  };

  count(shape: number, cells: number): void {
    if ((shape & NUMBERS) !== 0) this.#numbers += cells;
    if ((shape & DATES) !== 0) this.#dates += cells;
    if ((shape & SHAPE.time) !== 0) this.#times += cells;
    if ((shape & SHAPE.boolean) !== 0) this.#booleans += cells;
    if ((shape & SHAPE.orderOpen) !== 0) this.#openOrder += cells;
    if ((shape & SHAPE.decimalOpen) !== 0) this.#openDecimal += cells;
  }

  /** May a cell of this shape still be shown? */
  asksFor(shape: number): boolean {
    const { dmy, mdy, dot, comma } = this.#evidence;
    return (
      this.#firstOf[kindOf(shape)].length < WITNESSES ||
      ((shape & SHAPE.dayFirst) !== 0 && dmy === undefined) ||
      ((shape & SHAPE.monthFirst) !== 0 && mdy === undefined) ||
      ((shape & SHAPE.decimalDot) !== 0 && dot === undefined) ||
      ((shape & SHAPE.decimalComma) !== 0 && comma === undefined)
    );
  }

  /** Takes a cell to be shown; cells come in reading order. */
  note(shape: number, text: string, row: number): void {
    const witness = { text, row };
    if ((shape & SHAPE.dayFirst) !== 0) this.#evidence.dmy ??= witness;
    if ((shape & SHAPE.monthFirst) !== 0) this.#evidence.mdy ??= witness;
    if ((shape & SHAPE.decimalDot) !== 0) this.#evidence.dot ??= witness;
    if ((shape & SHAPE.decimalComma) !== 0) this.#evidence.comma ??= witness;
    const shown = this.#firstOf[kindOf(shape)];
    if (shown.length < WITNESSES && !shown.some((one) => one.text === text)) shown.push(witness);
  }

  guess(filled: number): ColumnGuess {
    const none = { dateOrder: null, decimal: null, ask: null, of: filled, evidence: {} };
    const enough = (cells: number): boolean => filled > 0 && cells >= filled * ENOUGH;
    if (enough(this.#booleans)) {
      return { ...none, type: 'boolean', fits: this.#booleans, others: this.#others('boolean') };
    }
    if (enough(this.#dates)) {
      const { dmy, mdy } = this.#evidence;
      const clash = dmy !== undefined && mdy !== undefined;
      const open = clash || (dmy === undefined && mdy === undefined && this.#openOrder > 0);
      const dateOrder = open ? null : dmy !== undefined ? 'dmy' : mdy !== undefined ? 'mdy' : 'ymd';
      return {
        ...none,
        type: this.#times > 0 ? 'datetime' : 'date',
        dateOrder,
        ask: open ? 'date-order' : null,
        fits: this.#dates,
        evidence: { ...(dmy && { dmy }), ...(mdy && { mdy }) },
        others: this.#others('date'),
      };
    }
    if (enough(this.#numbers)) {
      const { dot, comma } = this.#evidence;
      const clash = dot !== undefined && comma !== undefined;
      const open = clash || (dot === undefined && comma === undefined && this.#openDecimal > 0);
      return {
        ...none,
        type: 'number',
        decimal: open ? null : comma !== undefined ? ',' : '.',
        ask: open ? 'decimal' : null,
        fits: this.#numbers,
        evidence: { ...(dot && { dot }), ...(comma && { comma }) },
        others: this.#others('number'),
      };
    }
    return { ...none, type: 'text', fits: filled, others: [] };
  }

  #others(kind: 'number' | 'date' | 'boolean'): readonly Witness[] {
    const kinds = (['number', 'date', 'boolean', 'none'] as const).filter((other) => other !== kind);
    return kinds
      .flatMap((other) => this.#firstOf[other])
      .sort((a, b) => a.row - b.row)
      .slice(0, WITNESSES);
  }
}

const kindOf = (shape: number): 'date' | 'number' | 'boolean' | 'none' =>
  (shape & DATES) !== 0
    ? 'date'
    : (shape & NUMBERS) !== 0
      ? 'number'
      : (shape & SHAPE.boolean) !== 0
        ? 'boolean'
        : 'none';
