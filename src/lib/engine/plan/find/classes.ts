import { inSlices, type Steps } from '../../run/steps.ts';

/** Subjects by what filters look at: those of one class differ in nothing of it. */
export interface SubjectClasses {
  /** Per subject the position of its class. */
  readonly of: Uint32Array;
  /** One subject of each class. */
  readonly members: Uint32Array;
}

/** Classes of the rows of two columns or more, in the order of their first rows; they are written over the first column. */
export function* classesOf(
  first: Uint32Array,
  second: Uint32Array,
  more: readonly Uint32Array[],
): Steps<SubjectClasses> {
  let classes = yield* divided({ of: first }, second, first);
  for (const column of more) classes = yield* divided(classes, column, first);
  return classes;
}

/** Classes divided by the values of one column more. `result`: where they go; may be the classes themselves. */
export function* divided(
  { of }: Pick<SubjectClasses, 'of'>,
  column: Uint32Array,
  result: Uint32Array = new Uint32Array(of.length),
): Steps<SubjectClasses> {
  let members = new Uint32Array(64);
  /** What the classes' members were classed as before. */
  const before: number[] = [];
  let slots = new Int32Array(members.length * 2).fill(-1);
  let count = 0;
  const place = (row: number, own: number): number => {
    const mask = slots.length - 1;
    let slot = spread(own, column[row]!) & mask;
    for (let found = slots[slot]!; found >= 0; found = slots[slot]!) {
      if (before[found] === own && column[members[found]!] === column[row]) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  const grow = (): void => {
    const more = new Uint32Array(members.length * 2);
    more.set(members);
    members = more;
    slots = new Int32Array(members.length * 2).fill(-1);
    for (let at = 0; at < count; at++) slots[place(members[at]!, before[at]!)] = at;
  };
  yield* inSlices('impact', of.length, (from, to) => {
    for (let row = from; row < to; row++) {
      const own = of[row]!;
      const slot = place(row, own);
      const found = slots[slot]!;
      if (found >= 0) {
        result[row] = found;
        continue;
      }
      slots[slot] = count;
      members[count] = row;
      before.push(own);
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
