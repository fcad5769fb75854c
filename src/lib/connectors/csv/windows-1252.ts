/** Own table: several Node releases read this label as Latin-1. The five bytes without a sign stay C1 controls. */
export function windows1252(bytes: Uint8Array): string {
  let text = '';
  const units = new Uint16Array(8192);
  for (let at = 0; at < bytes.length; at += units.length) {
    const count = Math.min(units.length, bytes.length - at);
    for (let i = 0; i < count; i++) {
      const byte = bytes[at + i]!;
      units[i] = byte >= 0x80 && byte < 0xa0 ? C1_1252.charCodeAt(byte - 0x80) : byte;
    }
    text += String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[]);
  }
  return text;
}

/** What bytes 0x80–0x9f are; five are no sign. */
export const C1_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';
