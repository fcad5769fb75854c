import { textAt } from '../../columns/records.ts';
import type { Column } from '../../model/column.ts';
import type { SignByPairs } from '../../model/summary.ts';
import { readNumber } from '../../read/number.ts';
import { SLICE, type Steps } from '../../run/steps.ts';

/** Pairs that must agree under a sign, their share of those whose reading it decides, and how many times more than under the other sign. */
const FEWEST = 2;
const MOSTLY = 0.5;
const TIMES = 3;

/** The decimal sign of a column that can be read two ways under which linked records agree (RD12); null where they do not tell. */
export function* signByPairs(
  own: Column,
  other: Column,
  otherDecimal: '.' | ',',
  rows: Int32Array,
  otherRows: Int32Array,
): Steps<SignByPairs | null> {
  const agree = { '.': 0, ',': 0 };
  let of = 0;
  for (let pair = 0; pair < rows.length; pair++) {
    if (pair % SLICE === SLICE - 1) yield { what: 'compare', done: pair, total: rows.length };
    const text = textAt(own, rows[pair]!);
    const [dot, comma] = [readNumber(text, '.'), readNumber(text, ',')];
    if (dot === null || comma === null || dot === comma) continue;
    const number = readNumber(textAt(other, otherRows[pair]!), otherDecimal);
    if (number === null) continue;
    of++;
    if (number === dot) agree['.']++;
    if (number === comma) agree[',']++;
  }
  const decimal = agree['.'] > agree[','] ? '.' : ',';
  const most = agree[decimal];
  const least = agree[decimal === '.' ? ',' : '.'];
  return most >= FEWEST && most >= of * MOSTLY && most >= least * TIMES ? { decimal, agree: most, of } : null;
}
