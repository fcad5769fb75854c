import type { Direction } from '../../src/lib/engine/model/direction.ts';
import type { Declared } from './random-design.ts';

/** FM3, FM4, DI2, S11: the widest directions this pair of declared fields allows, best first. */
export function flowsOf(left: Declared | null, right: Declared | null): Direction[] {
  const fixed = (field: Declared | null): boolean =>
    field !== null && (field['readOnly'] === true || field.type === 'calculated');
  const isText = (field: Declared): boolean => field.type === 'text' || field.type === 'long-text';
  const same = ['number', 'date', 'datetime', 'boolean', 'single-select', 'multi-select', 'owner'];
  const dates = ['date', 'datetime'];
  const twoWay =
    left === null ||
    right === null ||
    (isText(left) && isText(right)) ||
    (left.type === right.type && same.includes(left.type)) ||
    (dates.includes(left.type) && dates.includes(right.type));
  const ways: Direction[] = [];
  if (twoWay && !fixed(left) && !fixed(right)) ways.push('both');
  if (!fixed(right) && (twoWay || (right !== null && isText(right)))) ways.push('left-to-right');
  if (!fixed(left) && (twoWay || (left !== null && isText(left)))) ways.push('right-to-left');
  return ways;
}
