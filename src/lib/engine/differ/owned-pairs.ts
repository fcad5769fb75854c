import { CLASS_BITS, DIFFER_CLASSES, WORSE, type DifferClass } from '../model/differ.ts';
import type { Side } from '../model/side.ts';

/** By side, the bits of a pair whose worse value is that side's. */
const WORSE_OF: Readonly<Record<Side, number>> = { left: 1, right: 2 };

/**
 * S231: of a column of pairs (`FieldClasses.of`), those of a class that the owner of a side's data mends: where one value is worse
 * than the other those whose worse value is on that side, else all.
 */
export function ownedTest(is: DifferClass, side: Side): (code: number) => boolean {
  const own = DIFFER_CLASSES.indexOf(is) + 1;
  const others = WORSE_OF[side === 'left' ? 'right' : 'left'];
  return (code) => (code & CLASS_BITS) === own && code >> WORSE !== others;
}
