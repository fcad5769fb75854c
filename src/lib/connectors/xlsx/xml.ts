/** Takes the parts of a document as they stand in it. Names come without what stands before their colon. */
export interface XmlTaker {
  /** Is the text that comes now wanted? */
  readonly listens: boolean;
  /** `tag`: all between the brackets, for `attribute`. */
  open(name: string, tag: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** The document is none, or has what no workbook has. */
export class XmlFault extends Error {}

/** Characters of one tag or text. */
const LONGEST = 64 * 1024 * 1024;

/**
 * Cuts XML as it comes. A document type is refused, and with it every entity of its own; names are not held against each other, since a
 * damaged part is told by its checksum.
 */
export class XmlReader {
  readonly #taker: XmlTaker;
  #rest = '';
  #depth = 0;

  constructor(taker: XmlTaker) {
    this.#taker = taker;
  }

  push(chunk: string): void {
    const all = this.#rest + chunk;
    let at = 0;
    for (;;) {
      const open = all.indexOf('<', at);
      if (open === -1) break;
      const end = endOfTag(all, open);
      if (end === -1) break;
      if (open > at && this.#taker.listens) this.#taker.text(plain(all.slice(at, open)));
      this.#tag(all, open, end);
      at = end;
    }
    this.#rest = all.slice(at);
    if (this.#rest.length > LONGEST) throw new XmlFault();
  }

  end(): void {
    if (this.#depth !== 0 || this.#rest.trim() !== '') throw new XmlFault();
  }

  #tag(all: string, open: number, end: number): void {
    const taker = this.#taker;
    const sign = all.charCodeAt(open + 1);
    if (sign === SLASH) {
      this.#depth--;
      taker.close(nameOf(all, open + 2));
    } else if (sign === BANG) {
      if (all.startsWith('<![CDATA[', open)) {
        if (taker.listens) taker.text(all.slice(open + 9, end - 3));
      } else if (!all.startsWith('<!--', open)) throw new XmlFault();
    } else if (sign !== QUESTION) {
      const name = nameOf(all, open + 1);
      const empty = all.charCodeAt(end - 2) === SLASH;
      taker.open(name, all.slice(open + 1, end - (empty ? 2 : 1)));
      if (empty) taker.close(name);
      else this.#depth++;
    }
  }
}

const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const COLON = 0x3a;
const CLOSE = 0x3e;

/** Behind the bracket that ends it; -1 where it has not come yet. A bracket in a quoted value ends nothing. */
function endOfTag(all: string, open: number): number {
  if (all.startsWith('<!--', open)) return behind(all, '-->', open + 4);
  if (all.startsWith('<![CDATA[', open)) return behind(all, ']]>', open + 9);
  // It may be one of the two as soon as more of it is there.
  if (all.charCodeAt(open + 1) === BANG && all.length - open < 9) return -1;
  let end = all.indexOf('>', open);
  while (end !== -1 && !isEven(all, open, end)) end = all.indexOf('>', end + 1);
  return end === -1 ? -1 : end + 1;
}

function behind(all: string, sign: string, from: number): number {
  const at = all.indexOf(sign, from);
  return at === -1 ? -1 : at + sign.length;
}

/** Is every quote up to here closed? */
function isEven(all: string, from: number, to: number): boolean {
  let quote = 0;
  for (let at = from; at < to; at++) {
    const sign = all.charCodeAt(at);
    if (quote === 0 && (sign === 0x22 || sign === 0x27)) quote = sign;
    else if (sign === quote) quote = 0;
  }
  return quote === 0;
}

function nameOf(all: string, from: number): string {
  let start = from;
  let at = from;
  for (; ; at++) {
    const sign = all.charCodeAt(at);
    if (sign === COLON) start = at + 1;
    else if (sign <= 0x20 || sign === SLASH || sign === CLOSE || Number.isNaN(sign)) break;
  }
  return all.slice(start, at);
}

/** The value of an attribute of a tag, null where it has none; `name` as it is written there. */
export function attribute(tag: string, name: string): string | null {
  const usual = tag.indexOf(` ${name}="`);
  if (usual !== -1) {
    const from = usual + name.length + 3;
    const to = tag.indexOf('"', from);
    if (to !== -1) return plain(tag.slice(from, to));
  }
  if (!tag.includes(name)) return null;
  for (const [, own, , double, single] of tag.matchAll(/([\w:.-]+)\s*=\s*("([^"]*)"|'([^']*)')/g)) {
    if (own === name) return plain(double ?? single ?? '');
  }
  return null;
}

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/gi;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text as it is meant: entities put in, line ends as XML has them. */
function plain(text: string): string {
  const lines = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  if (!lines.includes('&')) return lines;
  return lines.replaceAll(ENTITY, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? all;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
