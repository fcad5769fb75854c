/** Cells that need next to nothing, four bytes at a time: most key columns are printable ASCII in lower case already. */

/** The top bit of each of four bytes. */
const TOPS = 0x80808080 | 0;

/** Three plain letters above a single byte make it a word. */
const PADDED = 0x61616100;

/** Are these bytes printable ASCII, for e-mails also in lower case and without `:` to `?`? */
export function isPlain(source: DataView, start: number, end: number, email: boolean): boolean {
  let odd = 0;
  let i = start;
  if (email) {
    for (; i + 4 <= end; i += 4) {
      const word = source.getInt32(i, true);
      odd |= unprintable(word) | markBytes(word) | upperBytes(word);
    }
  } else for (; i + 4 <= end; i += 4) odd |= unprintable(source.getInt32(i, true));
  for (; i < end; i++) {
    const word = PADDED | source.getUint8(i);
    odd |= unprintable(word);
    if (email) odd |= markBytes(word) | upperBytes(word);
  }
  return (odd & TOPS) === 0;
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
  if (email) {
    for (; i + 4 <= end; i += 4) {
      const word = source.getInt32(i, true);
      odd |= unprintable(word) | markBytes(word);
      target.setInt32(i + shift, lowered(word), true);
    }
  } else {
    for (; i + 4 <= end; i += 4) {
      const word = source.getInt32(i, true);
      odd |= unprintable(word);
      target.setInt32(i + shift, word, true);
    }
  }
  for (; i < end; i++) {
    const word = PADDED | source.getUint8(i);
    odd |= unprintable(word);
    if (email) odd |= markBytes(word);
    target.setUint8(i + shift, email ? lowered(word) : word);
  }
  return (odd & TOPS) === 0;
}

// A sum sets the top bit of each byte that is at least some value. What follows is right for ASCII words; all others
// are unprintable. Only top bits count.

/** Under 33 or over 126. */
const unprintable = (word: number): number => word | ~(word + 0x5f5f5f5f) | (word + 0x01010101);

/** `A` to `Z`. */
const upperBytes = (word: number): number => (word + 0x3f3f3f3f) & ~(word + 0x25252525);

/** `:` to `?`: among them the signs of a name before an address. */
const markBytes = (word: number): number => (word + 0x46464646) & ~(word + 0x40404040);

const lowered = (word: number): number => word | ((upperBytes(word) & TOPS) >>> 2);
