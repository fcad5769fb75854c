import type { Speech } from '../speech.ts';

/** The list for the owners of the data (DX2). */
export const planToDos = ({ count, plural }: Speech) => ({
  name: 'To-do list',
  open: (items: number) => `To-do list ${count(items)}`,
  says: 'For the owners of the data. It stands with the project and changes nothing of the plan.',
  put: (pairs: number, app: string) => `Put ${count(pairs)} on the to-do list of ${app}`,
  offer: (pairs: number) => `Put ${count(pairs)} on the to-do list`,
  there: (app: string) => `On the to-do list of ${app}`,
  items: (items: number, done: number) =>
    `${plural(items, { one: '# item', other: '# items' })}, ${count(done)} done`,
  /** Pairs now, and when it was put there. */
  now: (now: number, then: number) =>
    now === then ? `${count(now)} as when it was put here` : `${count(now)} now, ${count(then)} then`,
  mended: (then: number) => `Done: none of ${count(then)} left`,
  unmapped: 'The plan does not look at this field any more.',
  tickedOff: 'Ticked off',
  records: (ids: readonly string[]) => `Records ${ids.join(', ')}`,
  note: 'Note',
  notePlaceholder: 'What the owner should do',
  tick: 'Tick off',
  untick: 'Open again',
  remove: 'Take off the list',
  csv: (app: string) => `CSV for ${app}`,
  writing: 'Writing the to-do list',
  close: 'Close the list',
  of: (act: string, field: string, word: string) => `${act}: ${field}, ${word}`,
});
