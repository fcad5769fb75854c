import { Stopped } from '../stopped.ts';

/** What a workbook may hold at most, so that a small file that unpacks to a huge one is refused and not read. */
export const LIMITS = {
  /** Bytes of the file: it is held in memory. */
  file: 512 * 1024 * 1024,
  /** Bytes of a sheet once it is unpacked; it is read piece by piece. */
  sheet: 4 * 1024 * 1024 * 1024,
  /** Bytes of the list of texts that cells share, once it is unpacked; it is held in memory. */
  strings: 512 * 1024 * 1024,
  /** Bytes of any other part. */
  part: 64 * 1024 * 1024,
  /** Characters of all cells of the sheet, a cell being one at least. */
  characters: 1024 * 1024 * 1024,
} as const;

export type Limits = Readonly<Record<keyof typeof LIMITS, number>>;

/** A part of the workbook cannot be read: damaged, or not what it should be. */
export class BrokenWorkbook extends Stopped {
  constructor(part: string) {
    super({ code: 'broken-workbook', part });
  }
}

/** The workbook goes beyond one of the limits. */
export class TooLarge extends Stopped {
  constructor(what: 'file' | 'parts' | 'unpacked' | 'characters', most: number) {
    super({ code: 'workbook-too-large', what, most });
  }
}
