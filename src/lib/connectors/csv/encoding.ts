import type { CsvReport } from './csv-report.ts';
import type { Scan } from './scan.ts';

export interface EncodingDecision {
  readonly encoding: string;
  readonly by: CsvReport['encodingBy'];
  readonly byteOrderMark: boolean;
}

/**
 * The encoding of a file: a byte order mark, else zeros of UTF-16, else strict UTF-8 over the whole file, else
 * windows-1252; `mixed` where some lines are UTF-8 beyond ASCII and others are no UTF-8, or single bytes are not (RD6). Nothing else is guessed.
 * Null where the chosen label is unknown here.
 */
export function decideEncoding(scan: Scan, chosen: string | null): EncodingDecision | null {
  if (chosen !== null) {
    const encoding = knownEncoding(chosen);
    return encoding === null ? null : { encoding, by: 'chosen', byteOrderMark: scan.mark === encoding };
  }
  if (scan.mark === 'utf-16le' || scan.mark === 'utf-16be') {
    return { encoding: scan.mark, by: 'byte-order-mark', byteOrderMark: true };
  }
  const marked = scan.mark === 'utf-8';
  if (scan.bad.count === 0 && scan.utf16 === null) {
    return { encoding: 'utf-8', by: marked ? 'byte-order-mark' : 'detected', byteOrderMark: marked };
  }
  if (scan.utf16 !== null) return { encoding: scan.utf16, by: 'detected', byteOrderMark: false };
  // Letters of windows-1252 can look like UTF-8 by chance (NESTLÉ®), but not in every fourth line.
  const half = scan.half.count * 4 >= scan.bad.count && scan.half.count > 0;
  const mixed = half || marked || scan.beyondAscii.count > 0;
  return { encoding: mixed ? 'mixed' : 'windows-1252', by: 'detected', byteOrderMark: marked };
}

/** The name an encoding is shown under, or null where it is unknown: `UTF8` and `utf-8` are one. */
export function knownEncoding(label: string): string | null {
  if (label.trim().toLowerCase() === 'mixed') return 'mixed';
  try {
    const { encoding } = new TextDecoder(label);
    return encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
