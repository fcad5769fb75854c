import type { DesignStep } from '../../model/design-step.ts';
import { isSameToDo, type ToDo, type ToDoOf } from '../../model/to-do.ts';
import { appIn, listAt, textAt, valueAt, withValue, type DesignEdit } from './design-json.ts';

/** What is put on the list: without what a person adds there. */
type ToDoDraft = Omit<ToDo, 'note' | 'done'>;

/** S231: puts differences on the list for the data's owner; what is there already is counted anew and keeps its note. Of the whole design. */
export function putToDo(json: unknown, _sync: number, draft: ToDoDraft): DesignEdit {
  const at = placeOf(json, draft);
  const note = textAt(json, ['toDos', at, 'note'], '');
  const { sync, left, right, is, side, count, samples } = draft;
  const written = { sync, left, right, class: is, side, count, samples, ...(note === '' ? {} : { note }) };
  return { json: withValue(json, ['toDos', at], written), step: stepOf(json, 'to-do-added', draft) };
}

export function noteToDo(json: unknown, _sync: number, of: ToDoOf, note: string): DesignEdit {
  const member = note === '' ? undefined : note;
  return {
    json: withValue(json, ['toDos', placeOf(json, of), 'note'], member),
    step: stepOf(json, 'to-do-noted', of),
  };
}

/** Ticked off, or open again. */
export function tickToDo(json: unknown, _sync: number, of: ToDoOf, done: boolean): DesignEdit {
  const member = done ? true : undefined;
  return {
    json: withValue(json, ['toDos', placeOf(json, of), 'done'], member),
    step: stepOf(json, done ? 'to-do-done' : 'to-do-open', of),
  };
}

export function removeToDo(json: unknown, _sync: number, of: ToDoOf): DesignEdit {
  const isLast = listAt(json, ['toDos']).length === 1;
  return {
    json: withValue(json, isLast ? ['toDos'] : ['toDos', placeOf(json, of)], undefined),
    step: stepOf(json, 'to-do-removed', of),
  };
}

/** The position of an item; one past the end of a new one. */
function placeOf(json: unknown, of: ToDoOf): number {
  const list = listAt(json, ['toDos']);
  const at = list.findIndex((item) =>
    isSameToDo({ ...(item as ToDoOf), is: valueAt(item, ['class']) as ToDoOf['is'] }, of),
  );
  return at < 0 ? list.length : at;
}

const stepOf = (
  json: unknown,
  code: 'to-do-added' | 'to-do-noted' | 'to-do-done' | 'to-do-open' | 'to-do-removed',
  { left, is, side }: ToDoOf,
): DesignStep => ({ code, values: { field: left, is, app: appIn(json, side) } });
