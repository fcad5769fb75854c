import type { Unsayable } from '../../engine/index.ts';

/** Words inside the files that leave Drysync: English whatever the screen speaks, since other programs and people read them. */

/** Why no cell of a change file says a write. */
export const unsaidCauses: Readonly<Record<Unsayable['cause'], string>> = {
  clear: 'a blank cell leaves the value there',
  'reads-as-clear': 'its text means an empty field there',
};
