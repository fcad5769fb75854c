import { cellText } from '../columns/cell.ts';
import type { CompiledMapping } from '../merge/compiled.ts';
import { createText, writtenText } from '../merge/targets.ts';
import type { WriteAsked } from '../model/check.ts';
import { isBlank } from '../model/column.ts';
import type { Side } from '../model/side.ts';
import { valueTest } from '../read/condition.ts';
import { optionFinder } from '../read/select.ts';
import { valueOrder } from './value-order.ts';

/** Is a write what a check asks for? Asked only of what is written. */
export interface WriteTest {
  readonly ofPair: (left: number, right: number) => boolean;
  /** Of a create from this row of the other side. */
  readonly ofCreate: (row: number) => boolean;
}

const always = (): boolean => true;
const never = (): boolean => false;

/** S401: what is asked of a write of a mapping to `side`. */
export function writeTest(asked: WriteAsked, on: CompiledMapping, side: Side): WriteTest {
  const rowOf = (left: number, right: number): number => (side === 'left' ? left : right);
  const from = (left: number, right: number): string | null => {
    const row = rowOf(left, right);
    return isBlank(on.cells[side], row) ? null : cellText(on.cells[side], row);
  };
  const to = (left: number, right: number): string | null => filled(writtenText(on, side, left, right));
  const ofPair = (test: (from: string | null, to: string | null) => boolean): WriteTest['ofPair'] => {
    return (left, right) => test(from(left, right), to(left, right));
  };
  switch (asked.change) {
    case 'any':
      return { ofPair: always, ofCreate: always };
    case 'fills':
      return { ofPair: ofPair((before, after) => before === null && after !== null), ofCreate: never };
    case 'overwrites':
      return { ofPair: ofPair((before, after) => before !== null && after !== null), ofCreate: never };
    case 'clears':
      return { ofPair: ofPair((before, after) => before !== null && after === null), ofCreate: never };
    case 'values': {
      const [before, after] = [asked.from, asked.to].map((text) => valueAsked(text, on, side));
      return {
        ofPair: ofPair((was, will) => before!(was) && after!(will)),
        ofCreate: asked.from === null ? (row) => after!(filled(createText(on, side, row))) : never,
      };
    }
    case 'backwards': {
      const place = valueOrder(asked, on.defs, side);
      const isBack = (was: string | null, will: string | null): boolean => {
        const [before, after] = [was === null ? null : place(was), will === null ? null : place(will)];
        return before !== null && after !== null && after < before;
      };
      return { ofPair: ofPair(isBack), ofCreate: never };
    }
    case 'created-blank':
      return { ofPair: never, ofCreate: never };
    default:
      return asked.change satisfies never;
  }
}

const filled = (text: string): string | null => (text.trim() === '' ? null : text);

/** A value as the field of `side` reads it, or as an option of it; null asks for nothing, a blank one for a blank. */
function valueAsked(
  wanted: string | null,
  on: CompiledMapping,
  side: Side,
): (text: string | null) => boolean {
  if (wanted === null) return always;
  if (filled(wanted) === null) return (text) => text === null;
  const isEqual = valueTest({ field: on.mapping[side], op: 'eq', value: wanted }, on.own[side], 0);
  const find = optionFinder(on.defs[side]?.options ?? []);
  const option = find(wanted);
  return (text) => text !== null && (isEqual(text) || (option !== null && find(text) === option));
}
