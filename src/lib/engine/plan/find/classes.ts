import { inSlices, type Steps } from '../../run/steps.ts';

/** Subjects by what filters look at: those of one class differ in nothing of it. */
export interface SubjectClasses {
  /** Per subject the position of its class. */
  readonly of: Uint32Array;
  /** One subject of each class. */
  readonly members: Uint32Array;
}

/** Classes of the rows of two columns or more, in the order of their first rows. */
export function* classesOf(
  first: Uint32Array,
  second: Uint32Array,
  more: readonly Uint32Array[],
): Steps<SubjectClasses> {
  let classes = yield* divided({ of: first }, second);
  for (const column of more) classes = yield* divided(classes, column);
  return classes;
}

/** Classes divided by the values of one column more. */
export function* divided({ of }: Pick<SubjectClasses, 'of'>, column: Uint32Array): Steps<SubjectClasses> {
  const result = new Uint32Array(of.length);
  let members = new Uint32Array(64);
  let slots = new Int32Array(members.length * 2).fill(-1);
  let count = 0;
  const place = (row: number): number => {
    const mask = slots.length - 1;
    let slot = spread(of[row]!, column[row]!) & mask;
    for (let found = slots[slot]!; found >= 0; found = slots[slot]!) {
      const member = members[found]!;
      if (of[member] === of[row] && column[member] === column[row]) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  const grow = (): void => {
    const more = new Uint32Array(members.length * 2);
    more.set(members);
    members = more;
    slots = new Int32Array(members.length * 2).fill(-1);
    for (let at = 0; at < count; at++) slots[place(members[at]!)] = at;
  };
  yield* inSlices('impact', of.length, (from, to) => {
    for (let row = from; row < to; row++) {
      const slot = place(row);
      const found = slots[slot]!;
      if (found >= 0) {
        result[row] = found;
        continue;
      }
      slots[slot] = count;
      members[count] = row;
      result[row] = count++;
      if (count === members.length) grow();
    }
  });
  return { of: result, members: members.slice(0, count) };
}

function spread(a: number, b: number): number {
  const mixed = Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
