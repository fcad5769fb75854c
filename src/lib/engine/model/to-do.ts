import type { DifferClass } from './differ-class.ts';
import type { Both, Side } from './side.ts';

/** Which differences an item of the to-do list is about: a class of a field pair, for the owner of one side's data (S231). */
export interface ToDoOf {
  readonly sync: string;
  readonly left: string;
  readonly right: string;
  readonly is: DifferClass;
  readonly side: Side;
}

/** Differences a person put on the list for the owner of a side's data (DX2). They change nothing of a plan (S232). */
export interface ToDo extends ToDoOf {
  /** Pairs when it was put there. */
  readonly count: number;
  /** The first three of them then, by the ids of their records. */
  readonly samples: readonly Both<string>[];
  readonly note: string;
  /** A person ticked it off. */
  readonly done: boolean;
}

export const isSameToDo = (a: ToDoOf, b: ToDoOf): boolean =>
  a.sync === b.sync && a.left === b.left && a.right === b.right && a.is === b.is && a.side === b.side;
