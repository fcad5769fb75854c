import { inferredType, isBlankValue, valueCount, type Column, type RecordSet } from '../model/column.ts';
import { readUtf8 } from '../bytes/utf8.ts';
import type { DateOrder, InferredType } from '../model/field.ts';
import type { Spare } from '../run/spare.ts';
import { SLICE, type Steps } from '../run/steps.ts';
import { distinctValues, REPEATS_LIMIT, rowsOfValues, type DistinctValues } from './distinct.ts';
import { DATES, kindOf, NUMBERS, SHAPE, SHAPES, shapeAt } from './shape.ts';

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
  /** FM7: of a column that is text, though many of its cells are of another type; profiles kept by older builds do not know. */
  readonly mixed?: MixedTypes;
}

/** Cells of a type in a column that cannot be read as it (S121), with the first of them and the first others. */
export interface MixedTypes {
  readonly type: 'number' | 'date' | 'boolean';
  readonly fits: number;
  readonly first: readonly Witness[];
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

/** A guess whose witnesses say their lines: `lineOf` gives that of a stored row. */
export function withLines(guess: ColumnGuess, lineOf: (row: number) => number): ColumnGuess {
  const placed = ({ text, row }: Witness): Witness => ({ text, row: lineOf(row) });
  const { mixed } = guess;
  const evidence = Object.fromEntries(
    Object.entries(guess.evidence).map(([what, witness]) => [what, placed(witness)]),
  );
  return {
    ...guess,
    evidence,
    others: guess.others.map(placed),
    ...(mixed === undefined
      ? {}
      : { mixed: { ...mixed, first: mixed.first.map(placed), others: mixed.others.map(placed) } }),
  };
}

/** Share of the filled cells that must be of a type for it to be offered; or all but one of at least so many (RD13). */
const ENOUGH = 0.9;
const BUT_ONE_OF = 4;
/** Share of the filled cells, of so many at least, that makes a column of several types worth a word (S121). */
const MANY = 0.5;

/** RD13: are so many of a column's filled cells of one kind that the column is? */
export const areOfOneKind = (cells: number, filled: number): boolean =>
  filled > 0 && (cells >= filled * ENOUGH || (filled >= BUT_ONE_OF && cells >= filled - 1));
const SAMPLES = 5;
const CODE = /^0\d+$/;
const WITNESSES = 3;

/** Profiles one column of a set, given as its segments in order. A text is made only where it may be shown or must be asked. */
export function profileColumn(
  name: string,
  segments: readonly Column[],
  limit: number = REPEATS_LIMIT,
  spare?: Spare,
): ColumnProfile {
  const tally = new Tally();
  const samples: string[] = [];
  let rows = 0;
  let kinds = -1;
  const times = segments.map(rowsOfValues);
  for (const [i, column] of segments.entries()) {
    kinds &= column.kinds;
    const count = valueCount(column);
    for (let value = 0; value < count; value++) {
      const sampled = samples.length < SAMPLES;
      const text = tally.take(column, value, times[i]!, rows, sampled);
      if (sampled && text !== null && !samples.includes(text)) samples.push(text);
    }
    rows += column.rows;
  }
  return {
    name,
    rows,
    filled: tally.filled,
    inferred: kinds === -1 ? 'text' : inferredType(kinds),
    guess: tally.guess(),
    ...distinctValues(segments, times, limit, spare),
    samples,
  };
}

/** The guess of one column alone, in steps (RD12, RD13). */
export function* guessColumn(column: Column): Steps<ColumnGuess> {
  const tally = new Tally();
  const rowsOf = rowsOfValues(column);
  for (let value = 0; value < valueCount(column); value++) {
    if (value % SLICE === SLICE - 1) yield { what: 'compare', done: value, total: valueCount(column) };
    tally.take(column, value, rowsOf, 0, false);
  }
  return tally.guess();
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

const firstRow = ({ codes }: Column, value: number): number =>
  codes === null ? value : codes.indexOf(value);

/** Counts the shapes of cells and keeps the first cell of each that decides something. */
class Tally {
  /** Cells of each shape. */
  readonly #cells = new Uint32Array(SHAPES);
  /** 1 for shapes of which nothing is to be shown any more. */
  readonly #shown = new Uint8Array(SHAPES);
  readonly #evidence: Partial<Record<'dmy' | 'mdy' | 'dot' | 'comma', Witness>> = {};
  readonly #firstOf = {
    number: [] as Witness[],
    date: [] as Witness[],
    boolean: [] as Witness[],
    none: [] as Witness[],
  };

  /** Cells that are not blank. */
  filled = 0;

  /**
   * Takes one value of a column; values come in reading order. `rowsOf`: its cells, one each where null; `before`: rows above the
   * column. Its text, where it is to be shown or `wanted`, else null.
   */
  take(
    column: Column,
    value: number,
    rowsOf: ReturnType<typeof rowsOfValues>,
    before: number,
    wanted: boolean,
  ): string | null {
    const cells = rowsOf === null ? 1 : rowsOf[value]!;
    if (cells === 0 || isBlankValue(column, value)) return null;
    this.filled += cells;
    const from = column.offsets[value]!;
    const to = column.offsets[value + 1]!;
    const shape = shapeAt(column.bytes, from, to);
    this.#cells[shape]! += cells;
    if (!wanted && !this.#asksFor(shape)) return null;
    const text = readUtf8(column.bytes, from, to);
    this.#note(shape, text, before + firstRow(column, value));
    return text;
  }

  /** May a cell of this shape still be shown? */
  #asksFor(shape: number): boolean {
    if (this.#shown[shape] === 1) return false;
    const { dmy, mdy, dot, comma } = this.#evidence;
    const asks =
      this.#firstOf[kindOf(shape)].length < WITNESSES ||
      ((shape & SHAPE.dayFirst) !== 0 && dmy === undefined) ||
      ((shape & SHAPE.monthFirst) !== 0 && mdy === undefined) ||
      ((shape & SHAPE.decimalDot) !== 0 && dot === undefined) ||
      ((shape & SHAPE.decimalComma) !== 0 && comma === undefined);
    if (!asks) this.#shown[shape] = 1;
    return asks;
  }

  #note(shape: number, text: string, row: number): void {
    const witness = { text, row };
    if ((shape & SHAPE.dayFirst) !== 0) this.#evidence.dmy ??= witness;
    if ((shape & SHAPE.monthFirst) !== 0) this.#evidence.mdy ??= witness;
    if ((shape & SHAPE.decimalDot) !== 0) this.#evidence.dot ??= witness;
    if ((shape & SHAPE.decimalComma) !== 0) this.#evidence.comma ??= witness;
    const shown = this.#firstOf[kindOf(shape)];
    if (shown.length < WITNESSES && !shown.some((one) => one.text === text)) shown.push(witness);
  }

  guess(): ColumnGuess {
    const { filled } = this;
    const booleans = this.#of(SHAPE.boolean);
    const dates = this.#of(DATES);
    const numbers = this.#of(NUMBERS);
    const none = { dateOrder: null, decimal: null, ask: null, of: filled, evidence: {} };
    const enough = (cells: number): boolean => areOfOneKind(cells, filled);
    if (enough(booleans)) {
      return { ...none, type: 'boolean', fits: booleans, others: this.#others('boolean') };
    }
    if (enough(dates)) {
      const { dmy, mdy } = this.#evidence;
      const clash = dmy !== undefined && mdy !== undefined;
      const open = clash || (dmy === undefined && mdy === undefined && this.#of(SHAPE.orderOpen) > 0);
      const dateOrder = open ? null : dmy !== undefined ? 'dmy' : mdy !== undefined ? 'mdy' : 'ymd';
      return {
        ...none,
        type: this.#of(SHAPE.time) > 0 ? 'datetime' : 'date',
        dateOrder,
        ask: open ? 'date-order' : null,
        fits: dates,
        evidence: { ...(dmy && { dmy }), ...(mdy && { mdy }) },
        others: this.#others('date'),
      };
    }
    if (enough(numbers) && !this.#holdsCodes(filled - numbers)) {
      const { dot, comma } = this.#evidence;
      const clash = dot !== undefined && comma !== undefined;
      const open = clash || (dot === undefined && comma === undefined && this.#of(SHAPE.decimalOpen) > 0);
      return {
        ...none,
        type: 'number',
        decimal: open ? null : comma !== undefined ? ',' : '.',
        ask: open ? 'decimal' : null,
        fits: numbers,
        evidence: { ...(dot && { dot }), ...(comma && { comma }) },
        others: this.#others('number'),
      };
    }
    const mixed = this.#mixed({ boolean: booleans, date: dates, number: numbers });
    return { ...none, type: 'text', fits: filled, others: [], ...(mixed === null ? {} : { mixed }) };
  }

  /** FM7: the type most cells are of, where these are many and the others no codes. */
  #mixed(cells: Readonly<Record<MixedTypes['type'], number>>): MixedTypes | null {
    const [type] = (['number', 'date', 'boolean'] as const).toSorted((a, b) => cells[b] - cells[a]);
    const fits = cells[type!];
    if (this.filled < BUT_ONE_OF || fits < this.filled * MANY) return null;
    if (type === 'number' && this.#holdsCodes(this.filled - fits)) return null;
    return { type: type!, fits, first: this.#firstOf[type!], others: this.#others(type!) };
  }

  /** Cells of the shapes that have one of these bits. */
  #of(bits: number): number {
    return this.#cells.reduce((sum, cells, shape) => ((shape & bits) === 0 ? sum : sum + cells), 0);
  }

  /** Digits that begin with a nought among the `left` cells that are no numbers: postal codes and the like, the others too. */
  #holdsCodes(left: number): boolean {
    const others = this.#others('number');
    const codes = others.filter(({ text }) => CODE.test(text.trim())).length;
    return codes > 1 || (codes === 1 && others.length === 1 && left > 1);
  }

  #others(kind: 'number' | 'date' | 'boolean'): readonly Witness[] {
    const kinds = (['number', 'date', 'boolean', 'none'] as const).filter((other) => other !== kind);
    return kinds
      .flatMap((other) => this.#firstOf[other])
      .sort((a, b) => a.row - b.row)
      .slice(0, WITNESSES);
  }
}
