import type { DifferClass } from '../model/differ.ts';
import type { Both } from '../model/side.ts';
import type { ToDoOf } from '../model/to-do.ts';

/** What a plan says of one field pair: the classes that occur, with the pairs each owner mends. */
interface OwnedField {
  readonly left: string;
  readonly right: string;
  readonly classes: readonly { readonly is: DifferClass; readonly owned: Both<{ readonly count: number }> }[];
}

/**
 * S233: the pairs an item of the list is about in this plan; null where the plan does not look at its field. `mapped`: the field
 * pairs it looks at, `fields`: those in which values differ.
 */
export function toDoNow(
  { left, right, is, side }: ToDoOf,
  mapped: readonly Both<string>[],
  fields: readonly OwnedField[],
): number | null {
  const isOwn = (of: Both<string>): boolean => of.left === left && of.right === right;
  if (!mapped.some(isOwn)) return null;
  return fields.find(isOwn)?.classes.find((one) => one.is === is)?.owned[side].count ?? 0;
}
