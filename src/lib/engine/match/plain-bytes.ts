/** Cells that need next to nothing, four bytes at a time: most key columns are printable ASCII in lower case already. */

/** The top bit of each of four bytes. */
const TOPS = 0x80808080 | 0;

/** Are these bytes printable ASCII, for e-mails also in lower case and without `:`, `<`, `>`? */
export function isPlain(source: DataView, start: number, end: number, email: boolean): boolean {
  let odd = 0;
  let i = start;
  for (; i + 4 <= end; i += 4) odd |= unplain(source.getInt32(i, true), email);
  for (; i < end; i++) odd |= unplain(PADDED | source.getUint8(i), email);
  return odd === 0;
}

/** Copies such bytes, e-mails in lower case; false where one needs a closer look (the target is then of no use). */
export function copyPlain(
  source: DataView,
  start: number,
  end: number,
  target: DataView,
  shift: number,
  email: boolean,
): boolean {
  let odd = 0;
  let i = start;
  for (; i + 4 <= end; i += 4) {
    const word = lowered(source.getInt32(i, true), email);
    odd |= unplain(word, email);
    target.setInt32(i + shift, word, true);
  }
  for (; i < end; i++) {
    const word = lowered(PADDED | source.getUint8(i), email);
    odd |= unplain(word, email);
    target.setUint8(i + shift, word);
  }
  return odd === 0;
}

/** Three plain letters above a single byte make it a word. */
const PADDED = 0x61616100;

const lowered = (word: number, email: boolean): number => (email ? word | (upperBytes(word) >>> 2) : word);

const unplain = (word: number, email: boolean): number =>
  email ? oddBytes(word) | upperBytes(word) | markBytes(word) : oddBytes(word);

/** Top bits where a byte is no printable ASCII sign (under 33 or over 126); not zero exactly where there is one. */
const oddBytes = (word: number): number =>
  ((((word - 0x21212121) | 0) & ~word) | ((word + 0x01010101) | word)) & TOPS;

/** Top bits where a byte is `A` to `Z`; right for ASCII words only. */
const upperBytes = (word: number): number => (word + 0x3f3f3f3f) & ~(word + 0x25252525) & TOPS;

/** Not zero exactly where a byte is `:`, `<` or `>`. */
const markBytes = (word: number): number =>
  zeroBytes(word ^ 0x3a3a3a3a) | zeroBytes(word ^ 0x3c3c3c3c) | zeroBytes(word ^ 0x3e3e3e3e);

const zeroBytes = (word: number): number => ((word - 0x01010101) | 0) & ~word & TOPS;
