import type { ReadWarning } from '../report.ts';
import { Lines } from '../table/noted-lines.ts';
import { C1_1252 } from './windows-1252.ts';

/** At most this many different controls are shown. */
const SHOWN = 5;

/** What a text has of it. */
interface Found {
  readonly misread: boolean;
  readonly lost: boolean;
  readonly controls: readonly number[];
}

/** Lines with letters that were lost or misread before the file was saved (RD6, RD20). */
export class Damage {
  /** With letters that look like UTF-8 read as windows-1252 and saved again. */
  readonly mojibake = new Lines();
  /** With U+FFFD. */
  readonly lost = new Lines();
  /** With U+0080–U+009F that are no part of mojibake. */
  readonly controls = new Lines();
  readonly #codes = new Set<number>();

  line(line: number, has: Found): void {
    if (has.misread) this.mojibake.add(line);
    if (has.lost) this.lost.add(line);
    if (has.misread || has.controls.length === 0) return;
    this.controls.add(line);
    for (const code of has.controls) if (this.#codes.size < SHOWN) this.#codes.add(code);
  }

  /** As notes of a reading. */
  warnings(): ReadWarning[] {
    const note = (code: ReadWarning['code'], lines: Lines, value?: string): ReadWarning[] => {
      const { count } = lines.list();
      return count === 0 ? [] : [{ code, ...lines.list(), ...(value === undefined ? {} : { value }) }];
    };
    return [
      ...note('mojibake', this.mojibake),
      ...note('lost-letters', this.lost),
      ...note('control-characters', this.controls, this.controlTexts),
    ];
  }

  /** What the controls would be in windows-1252: `U+0096 –, U+0092 ’`. */
  get controlTexts(): string {
    const each = [...this.#codes].map((code) => {
      const sign = C1_1252[code - 0x80]!;
      const name = `U+00${code.toString(16).toUpperCase()}`;
      return sign.charCodeAt(0) === code ? name : `${name} ${sign}`;
    });
    return each.join(', ');
  }
}

const LINE_END = /\r\n?|\n/g;
const MISREAD = /[ÃÂ][\u0080-\u00bf]|â[\u0080-\u00bf€]/;
const CONTROLS = /[\u0080-\u009f]/g;
const ANY = /[\ufffd\u0080-\u009fÃÂâ]/;

/** What a text has of it, null for nothing. */
export const damageIn = (text: string): Found | null =>
  ANY.test(text)
    ? {
        misread: MISREAD.test(text),
        lost: text.includes('\ufffd'),
        controls: Array.from(text.match(CONTROLS) ?? [], (sign) => sign.charCodeAt(0)),
      }
    : null;

/** Finds damage in text that is no UTF-8, which the first pass over the bytes looks through. */
export class TextDamage {
  readonly found = new Damage();
  #line = 1;
  #rest = '';

  push(text: string): void {
    const all = this.#rest + text;
    // A CR may be half of a CRLF.
    const cut = Math.max(all.lastIndexOf('\n'), all.lastIndexOf('\r', all.length - 2)) + 1;
    this.#lines(all.slice(0, cut));
    this.#rest = all.slice(cut);
  }

  end(): void {
    this.#look(this.#rest);
    this.#rest = '';
  }

  #lines(text: string): void {
    let from = 0;
    for (const { index, 0: end } of text.matchAll(LINE_END)) {
      this.#look(text.slice(from, index));
      from = index + end.length;
      this.#line++;
    }
  }

  #look(line: string): void {
    const found = damageIn(line);
    if (found !== null) this.found.line(this.#line, found);
  }
}
