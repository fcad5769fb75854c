import type { DecidingCode } from '../model/reason.ts';
import type { Both, Side } from '../model/side.ts';
import { inSlices, type Steps } from '../run/steps.ts';

/** One reason not to take part, and the records that have it. */
export interface ScopeRule {
  readonly reason: DecidingCode;
  /** By row 1 where the record has it; null on a side this rule does not look at. */
  readonly has: Both<Uint8Array | null>;
  /** The same of records of a pair, where it is not what it is of lone ones. */
  readonly ofPair?: Both<Uint8Array | null>;
  /** What keeps a pair out: every record looked at has it, one of them has, or it is asked of lone records only. */
  readonly pair: 'every' | 'one' | 'never';
  /** A pair that stays in whatever the rule says of its records. */
  readonly keeps?: (left: number, right: number) => boolean;
  /** Asked of a record whose linked counterpart is missing too (S46)? */
  readonly ofMissing: boolean;
  /** Reasons it is not listed beside (S34). */
  readonly notBeside: readonly DecidingCode[];
  /** The field whose value the reason names. */
  readonly field: Both<string | null>;
  /** Where the reason names no field, but what the record has. */
  readonly value?: (side: Side, row: number) => string;
  /** Where the reason names a key and who holds it in the other file instead: both of a record that has it. */
  readonly absorbed?: Both<ReadonlyMap<number, Absorbed>>;
}

/** Who holds a key of a record in the other file and is nobody to be linked with. */
export type Absorbed = {
  /** A position among the keys. */
  readonly key: number;
} & (
  | {
      /** Of a rejected row (KW8), from 1. */
      readonly line: number;
    }
  | {
      /** Of an archived record (S431). */
      readonly id: string;
    }
);

/** By row 1 where `is` says so of a record's number, else 0. */
export function* rowsThat(numbers: Uint8Array, is: (number: number) => boolean): Steps<Uint8Array> {
  const rows = new Uint8Array(numbers.length);
  yield* inSlices('scope', rows.length, (from, to) => {
    for (let row = from; row < to; row++) if (is(numbers[row]!)) rows[row] = 1;
  });
  return rows;
}
