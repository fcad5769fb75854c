import type { XmlTaker } from './xml.ts';

const ESCAPED = /_x([\da-f]{4})_/gi;

/** Characters XML cannot hold are written `_x000D_` in a workbook. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** The texts that cells share, in their order: runs of rich text put together, without what is only to be spoken. */
export class SharedStrings implements XmlTaker {
  readonly list: string[] = [];
  listens = false;
  #text = '';
  #spoken = false;

  open(name: string): void {
    if (name === 'si') this.#text = '';
    else if (name === 'rPh') this.#spoken = true;
    else if (name === 't') this.listens = !this.#spoken;
  }

  close(name: string): void {
    if (name === 't') this.listens = false;
    else if (name === 'rPh') this.#spoken = false;
    else if (name === 'si') this.list.push(unescaped(this.#text));
  }

  text(text: string): void {
    this.#text += text;
  }
}
