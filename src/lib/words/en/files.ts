import type { SetAside } from '../../conversation/sides.ts';
import type { Unsayable } from '../../engine/index.ts';

/** Words inside the files that leave Drysync: English whatever the screen speaks, since other programs and people read them. */

/** Why no cell of a change file says a write. */
export const unsaidCauses: Readonly<Record<Unsayable['cause'], string>> = {
  clear: 'a blank cell leaves the value there',
  'reads-as-clear': 'its text means an empty field there',
};

/** The file of rows that were set aside, beside their own cells. */
export const rejectedWords = (because: (why: SetAside) => string) => ({
  line: 'Line',
  why: 'Why it was set aside',
  /** The header of a cell the file's header has none for; counted from 1. */
  cellBeyond: (cell: number): string => `Cell ${String(cell)}`,
  because,
});
