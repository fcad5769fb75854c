const ID = /^(?:[A-Za-z0-9]{15}|[A-Za-z0-9]{18})$/;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const LONG = 18;

/**
 * The 18-character form of a Salesforce id: 15 get their check letters; 18 stay, the case of fitting check letters mended; 18
 * whose last three are not the check letters of the first 15 are no such id and stay, trimmed (S18, S24, MA12).
 */
export function salesforceId(id: string): string {
  const text = id.trim();
  if (!ID.test(text)) return text;
  const whole = text.slice(0, 15) + checkLetters(text);
  return text.length === LONG && whole.slice(15) !== text.slice(15).toUpperCase() ? text : whole;
}

/** Do 18 letters and digits end in the check letters of the first 15, whatever their case? */
export const hasCheckLetters = (id: string): boolean =>
  id.length === LONG && ID.test(id) && checkLetters(id) === id.slice(15).toUpperCase();

/** Each of the three says which of five characters are capitals. */
function checkLetters(text: string): string {
  let letters = '';
  for (let block = 0; block < 15; block += 5) {
    let upper = 0;
    for (let i = 0; i < 5; i++) {
      const code = text.charCodeAt(block + i);
      if (code >= 65 && code <= 90) upper |= 1 << i;
    }
    letters += LETTERS.charAt(upper);
  }
  return letters;
}

/** The same of bytes: where what tells the id in `bytes[from … to]` apart ends, the whole of it where it is no Salesforce id. */
export function salesforceIdEnd(bytes: Uint8Array, from: number, to: number): number {
  if (to - from !== 15 && to - from !== LONG) return to;
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    const digit = byte >= 48 && byte <= 57;
    if (!digit && !((byte | 32) >= 97 && (byte | 32) <= 122)) return to;
  }
  if (to - from === LONG) {
    for (let block = 0; block < 3; block++) {
      let upper = 0;
      for (let i = 0; i < 5; i++) {
        const byte = bytes[from + block * 5 + i]!;
        if (byte >= 65 && byte <= 90) upper |= 1 << i;
      }
      const check = bytes[from + 15 + block]!;
      if ((check >= 97 ? check - 32 : check) !== LETTERS.charCodeAt(upper)) return to;
    }
  }
  return from + 15;
}
