import { serialText, type TimeForm } from './formats.ts';
import { numberText } from './number-text.ts';
import { unescaped } from './strings.ts';
import { attribute, XmlFault, type XmlTaker } from './xml.ts';

/** Columns a sheet can have. */
const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;

/** What the cells of a sheet point at. */
export interface SheetContext {
  readonly strings: readonly string[];
  /** By the number of a cell's style. */
  readonly forms: readonly (TimeForm | null)[];
  readonly system: 1900 | 1904;
}

/** What is unusual about a row beside its texts. */
export interface RowFacts {
  readonly hidden: boolean;
  /** Cells with a formula, and those of them without a stored value. */
  readonly formulas: number;
  readonly without: number;
  /** What its error cells say. */
  readonly errors: readonly string[];
}

export interface SheetRows {
  /** A row with at least one text, its blank cells at the end left out; `line`: its number in the sheet, rising. */
  row(cells: string[], line: number, facts: RowFacts): void;
  /** A hidden column, from 0. */
  hiddenColumns(from: number, to: number): void;
  /** An area that shows one cell; the numbers of its rows. */
  merged(from: number, to: number): void;
}

/** A sheet's XML to its rows of texts: what a cell holds, never calculated (S171–S173). */
export class SheetReader implements XmlTaker {
  readonly #context: SheetContext;
  readonly #rows: SheetRows;
  listens = false;
  #cells: string[] = [];
  #line = 0;
  #hidden = false;
  #inCell = false;
  #column = -1;
  #type = '';
  #style = 0;
  #value: string | null = null;
  #text = '';
  #formula = false;
  #spoken = false;
  #formulas = 0;
  #without = 0;
  #errors: string[] = [];

  constructor(context: SheetContext, rows: SheetRows) {
    this.#context = context;
    this.#rows = rows;
  }

  open(name: string, tag: string): void {
    if (name === 'c') this.#openCell(tag);
    else if (this.#inCell) {
      if (name === 'v') this.listens = true;
      else if (name === 't') this.listens = !this.#spoken;
      else if (name === 'f') this.#formula = true;
      else if (name === 'rPh') this.#spoken = true;
    } else if (name === 'row') this.#openRow(tag);
    else if (name === 'col') {
      if (isTrue(attribute(tag, 'hidden'))) {
        this.#rows.hiddenColumns(Number(attribute(tag, 'min')) - 1, Number(attribute(tag, 'max')) - 1);
      }
    } else if (name === 'mergeCell') {
      const lines = /(\d+)(?::[A-Z]+(\d+))?$/i.exec(attribute(tag, 'ref') ?? '');
      if (lines !== null) this.#rows.merged(Number(lines[1]), Number(lines[2] ?? lines[1]));
    }
  }

  close(name: string): void {
    switch (name) {
      case 'v':
        if (!this.#inCell) return;
        this.#value = this.#text;
        this.listens = false;
        return;
      case 't':
        this.listens = false;
        return;
      case 'rPh':
        this.#spoken = false;
        return;
      case 'c':
        this.#closeCell();
        return;
      case 'row':
        this.#closeRow();
    }
  }

  text(text: string): void {
    this.#text += text;
  }

  #openRow(tag: string): void {
    const number = attribute(tag, 'r');
    const line = number === null ? this.#line + 1 : Number(number);
    if (!(line > this.#line && line <= MOST_ROWS)) throw new XmlFault();
    this.#line = line;
    this.#hidden = isTrue(attribute(tag, 'hidden'));
    this.#cells = [];
    this.#column = -1;
    this.#formulas = this.#without = 0;
    if (this.#errors.length > 0) this.#errors = [];
  }

  #openCell(tag: string): void {
    this.#inCell = true;
    const ref = attribute(tag, 'r');
    this.#column = ref === null ? this.#column + 1 : columnOf(ref);
    if (this.#column >= MOST_COLUMNS) throw new XmlFault();
    this.#type = attribute(tag, 't') ?? '';
    this.#style = this.#type === '' || this.#type === 'n' ? Number(attribute(tag, 's') ?? 0) : 0;
    this.#value = null;
    this.#text = '';
    this.#formula = false;
  }

  #closeCell(): void {
    this.#inCell = false;
    if (this.#formula) {
      this.#formulas++;
      if (this.#value === null) this.#without++;
    }
    const text = this.#cellText();
    if (text === '') return;
    const cells = this.#cells;
    while (cells.length < this.#column) cells.push('');
    cells[this.#column] = text;
  }

  #cellText(): string {
    const { strings, forms, system } = this.#context;
    const value = this.#value;
    switch (this.#type) {
      case 's': {
        if (value === null) return '';
        const text = strings[Number(value)];
        if (text === undefined) throw new XmlFault();
        return text;
      }
      case 'inlineStr':
        return unescaped(this.#text);
      case 'b':
        return value === null ? '' : isTrue(value.trim()) ? 'TRUE' : 'FALSE';
      case 'e':
        if (value !== null) this.#errors.push(value);
        return value ?? '';
      case '':
      case 'n': {
        if (value === null) return '';
        const form = forms[this.#style] ?? null;
        const shown = form === null ? null : serialText(Number(value), form, system);
        return shown ?? numberText(value);
      }
      default:
        return unescaped(value ?? '');
    }
  }

  #closeRow(): void {
    const facts = {
      hidden: this.#hidden,
      formulas: this.#formulas,
      without: this.#without,
      errors: this.#errors,
    };
    if (this.#cells.length > 0) this.#rows.row(this.#cells, this.#line, facts);
  }
}

const isTrue = (value: string | null): boolean => value === '1' || value === 'true';

/** The column of a cell like `AB12`, from 0. */
function columnOf(ref: string): number {
  let column = 0;
  for (let at = 0; at < ref.length; at++) {
    const letter = ref.charCodeAt(at) & ~0x20;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
    if (column > MOST_COLUMNS) break;
  }
  if (column === 0) throw new XmlFault();
  return column - 1;
}
