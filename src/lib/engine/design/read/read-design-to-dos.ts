import { DIFFER_CLASSES } from '../../model/differ.ts';
import { SIDES } from '../../model/side.ts';
import type { ToDo } from '../../model/to-do.ts';
import type { Place } from './read-design-place.ts';

/** S232: the list for the data's owners. An item of a field or sync that is no more is kept: it says what was asked of somebody. */
export const readToDos = (list: Place): readonly ToDo[] => list.items().map(readToDo);

function readToDo(item: Place): ToDo {
  item.isObject();
  return {
    sync: item.member('sync').filledText(),
    left: item.member('left').filledText(),
    right: item.member('right').filledText(),
    is: item.member('class').oneOf(DIFFER_CLASSES),
    side: item.member('side').oneOf(SIDES),
    count: item.member('count').numberUpTo(Number.MAX_SAFE_INTEGER, 'number', 0),
    samples: item
      .member('samples')
      .items()
      .map((sample) => ({ left: sample.member('left').text(), right: sample.member('right').text() })),
    note: item.member('note').textOr(''),
    done: item.member('done').flagOr(false),
  };
}
