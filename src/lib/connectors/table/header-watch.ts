import { idColumnOf, isIdName } from './forms.ts';

/** Looks for rows that are this header again (RD1), or that name the columns of another table (RD19). */
export class HeaderWatch {
  /** Trimmed. */
  readonly #names: readonly string[];
  /** The same, whatever the case of their letters. */
  readonly #folded: readonly string[];
  /** The name of the id column, and its bytes with the bit of case set. */
  readonly #id: string;
  readonly #bytes: Uint8Array;
  /** It ends in `id`: no word of data. */
  readonly #named: boolean;
  /** Columns whose cells are looked at: the first, and that of ids. */
  readonly #columns: readonly number[];

  constructor(header: readonly string[]) {
    this.#names = header.map((cell) => cell.replace(/^\ufeff/, '').trim());
    this.#folded = this.#names.map(folded);
    const id = idColumnOf(this.#names);
    this.#id = folded(this.#names[id] ?? '');
    this.#bytes = new TextEncoder().encode(this.#names[id]).map((byte) => byte | CASE);
    this.#named = isIdName(this.#names[id] ?? '');
    this.#columns = id === 0 ? [0] : [0, id];
  }

  /** RD1: equal to the header, trimmed, whatever its case (S476). A header of one column is a value like others. */
  isHeader(cells: readonly string[]): boolean {
    const names = this.#folded;
    return (
      names.length > 1 &&
      cells.length === names.length &&
      cells.every((cell, i) => folded(cell.trim()) === names[i])
    );
  }

  /** Is the name of the id column in the place of an id? */
  namesId(cells: readonly string[]): boolean {
    return this.#id !== '' && this.#names.length > 1 && this.#columns.some((at) => this.#isId(cells[at]));
  }

  /** The same, or a name such as `Deal Id`, or the id column's name in another place. */
  namesSomeId(cells: readonly string[]): boolean {
    return (
      this.namesId(cells) ||
      this.#columns.some((at) => isIdName(cells[at] ?? '')) ||
      (this.#named && cells.some((cell) => this.#isNamed(cell)))
    );
  }

  /** Of the bytes of a row: may one of the above be so? No for nearly all. */
  mayName(bytes: Uint8Array, bounds: Int32Array, count: number): boolean {
    for (const at of this.#columns) {
      if (at < count && this.#mayBeName(bytes, bounds[at * 2]!, bounds[at * 2 + 1]!)) return true;
    }
    if (!this.#named) return false;
    for (let at = 0; at < count; at++) {
      if (this.#spellsId(bytes, bounds[at * 2]!, bounds[at * 2 + 1]!)) return true;
    }
    return false;
  }

  #isNamed(text: string): boolean {
    return text.length === this.#id.length && folded(text) === this.#id;
  }

  #isId(cell: string | undefined): boolean {
    return cell !== undefined && this.#isNamed(cell.trim());
  }

  #spellsId(bytes: Uint8Array, from: number, to: number): boolean {
    const name = this.#bytes;
    if (to - from !== name.length) return false;
    for (let i = 0; i < name.length; i++) if ((bytes[from + i]! | CASE) !== name[i]) return false;
    return true;
  }

  #mayBeName(bytes: Uint8Array, from: number, to: number): boolean {
    if (this.#spellsId(bytes, from, to)) return true;
    if (from === to) return false;
    const first = bytes[from]!;
    if ((bytes[to - 1]! | CASE) === LOWER_D && to - from > 1 && (bytes[to - 2]! | CASE) === LOWER_I)
      return true;
    const last = bytes[to - 1]!;
    if (mayBeBlank(first) || last <= SPACE) return true;
    return last >= 0x80 && (beginsBlank(bytes[to - 2]!) || beginsBlank(bytes[to - 3] ?? 0));
  }
}

const SPACE = 0x20;
const CASE = 0x20;
const LOWER_D = 0x64;
const LOWER_I = 0x69;

/** The first byte of every sign beyond ASCII that `trim` takes off, and of few others. */
const beginsBlank = (byte: number): boolean =>
  byte === 0xc2 || byte === 0xe1 || byte === 0xe2 || byte === 0xe3 || byte === 0xef;

const mayBeBlank = (byte: number): boolean => byte <= SPACE || beginsBlank(byte);

const folded = (name: string): string => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
