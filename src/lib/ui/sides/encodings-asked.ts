/** Encodings that give the bytes of letters beyond ASCII another meaning, the one that is assumed first. */
export const ENCODINGS_ASKED = ['windows-1252', 'windows-1250', 'windows-1251', 'macintosh'] as const;

export type EncodingAsked = (typeof ENCODINGS_ASKED)[number];

/** A text that was read as windows-1252, as another encoding has its bytes: every byte is one sign there. */
export function readUnder(text: string, encoding: EncodingAsked): string {
  const bytes = Uint8Array.from(text, (sign) => byteOf().get(sign) ?? QUESTION_MARK);
  return new TextDecoder(encoding).decode(bytes);
}

const QUESTION_MARK = 0x3f;
let byteOfSign: ReadonlyMap<string, number> | null = null;

function byteOf(): ReadonlyMap<string, number> {
  if (byteOfSign === null) {
    const signs = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    byteOfSign = new Map(Array.from(signs, (sign, byte) => [sign, byte]));
  }
  return byteOfSign;
}

/** Longest word that is shown. */
const LONGEST = 40;

/** The first words with letters beyond ASCII, each once. */
export const foreignWords = (texts: readonly string[]): readonly string[] => [
  ...new Set(
    texts
      .flatMap((text) => text.split(/\s+/))
      .filter((word) => word.length <= LONGEST && /[^\0-\x7f]/.test(word)),
  ),
];
