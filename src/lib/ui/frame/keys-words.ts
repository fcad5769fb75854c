/** Every key of the page, for the help. A key stands here only where it acts. */
export interface KeyGroup {
  readonly where: string;
  readonly keys: readonly { readonly keys: readonly string[]; readonly does: string }[];
}

export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    where: 'Everywhere',
    keys: [
      { keys: ['?'], does: 'this help' },
      { keys: ['G', 'H'], does: 'Home' },
      { keys: ['G', 'S'], does: 'Sides' },
      { keys: ['G', 'D'], does: 'Design' },
      { keys: ['G', 'P'], does: 'Plan' },
      { keys: ['Ctrl Z'], does: 'undo the last change' },
      { keys: ['Ctrl Shift Z'], does: 'do it again' },
      { keys: ['Esc'], does: 'close the topmost' },
    ],
  },
  {
    where: 'Plan: records',
    keys: [
      { keys: ['J', 'K'], does: 'next, previous record' },
      { keys: ['↓', '↑'], does: 'the same, in the list' },
      { keys: ['Enter'], does: 'open the record' },
      { keys: ['X'], does: 'check the record' },
      { keys: ['Shift X'], does: 'check up to here' },
      { keys: ['A'], does: 'approve' },
      { keys: ['H'], does: 'hold' },
      { keys: ['R'], does: 'reject' },
      { keys: ['Shift A'], does: 'approve all of the filtered list' },
      { keys: ['/'], does: 'search' },
      { keys: ['F'], does: 'filters' },
      { keys: ['V'], does: 'fold the picture' },
    ],
  },
  {
    where: 'Plan: the open record',
    keys: [
      { keys: ['<', '>'], does: 'take left, right in the open field' },
      { keys: ['N'], does: 'next open conflict' },
      { keys: ['E'], does: 'explain' },
      { keys: ['[', ']'], does: 'tabs' },
      { keys: ['L'], does: 'link or unlink' },
    ],
  },
];
