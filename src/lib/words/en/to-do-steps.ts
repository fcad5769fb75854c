import type { DifferClass } from '../../engine/model/differ.ts';

/** A step of the list in the history. `app`: whose owner. */
export const toDoSteps: Readonly<
  Record<
    'to-do-added' | 'to-do-noted' | 'to-do-done' | 'to-do-open' | 'to-do-removed',
    (
      values: { readonly field: string; readonly is: DifferClass; readonly app: string },
      word: string,
    ) => string
  >
> = {
  'to-do-added': ({ field, app }, word) => `To-do for ${app}: ${field}, ${word}`,
  'to-do-noted': ({ field, app }, word) => `Note of a to-do for ${app}: ${field}, ${word}`,
  'to-do-done': ({ field, app }, word) => `To-do for ${app} ticked off: ${field}, ${word}`,
  'to-do-open': ({ field, app }, word) => `To-do for ${app} open again: ${field}, ${word}`,
  'to-do-removed': ({ field, app }, word) => `To-do for ${app} taken off: ${field}, ${word}`,
};
