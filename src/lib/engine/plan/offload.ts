import type { Column } from '../model/column.ts';
import { typedPhase, type MatchInput } from '../match/match-records.ts';
import { codesAtOnce } from '../match/keys/key-codes.ts';
import { keyForm, normalColumn, type NormalColumn } from '../match/keys/normal-column.ts';
import { keysOf } from '../model/keys.ts';
import { comparePairs, type CompareInput } from '../merge/compare-pairs.ts';
import { type Pairs } from '../merge/state.ts';
import type { KeyField } from '../model/design.ts';
import { SIDES } from '../model/side.ts';
import type { Steps } from '../run/steps.ts';
import type { Tools } from '../tools.ts';
import type { Memo } from '../run/memo.ts';
import { matchSync } from './match-sync.ts';
import { comparison, membersOf } from './members.ts';

/**
 * Work of a plan that another worker can do (DESIGN, Phases: typed values by column, comparisons by mapping). Plain data in and
 * out. A result put back with `keep` is found by the plan under its name, so who computed it cannot matter (MA16).
 */
export type Task =
  | { readonly kind: 'typed'; readonly column: Column; readonly field: KeyField }
  | { readonly kind: 'compare'; readonly input: CompareInput; readonly pairs: Pairs };

export interface Offer {
  readonly task: Task;
  /**
   * Is it more work than handing its columns over and its result back? Copying bytes is not: a lower-cased column or a
   * comparison of texts is done before another worker has them.
   */
  readonly heavy: boolean;
  /** Puts the result where the plan looks for it. */
  keep(result: NormalColumn | Uint8Array): void;
}

/** Runs a task; the same code the plan itself would run. */
export const runTask = (task: Task, tools: Tools): Steps<NormalColumn | Uint8Array> =>
  task.kind === 'typed'
    ? normalColumn(task.column, keyForm(task.field.normalize, task.field.country, tools))
    : comparePairs(task.input, task.pairs, tools);

/** Key columns that are not remembered yet, left and right of a field in turn. */
export function typedOffers(input: MatchInput, memo: Memo): Offer[] {
  const { sync, records } = input;
  return keysOf(sync)
    .flatMap((key) => key.fields)
    .filter((field) => !codesAtOnce(field))
    .flatMap((field) =>
      SIDES.flatMap((side): Offer[] => {
        const own = typedPhase(input, field, side);
        if (memo.find(own) !== undefined) return [];
        const column = records[side].column(field[side]);
        return [
          {
            task: { kind: 'typed', column, field },
            heavy: true,
            keep: (result) => memo.keep(own, result),
          },
        ];
      }),
    );
}

/** Comparisons that are not remembered yet, in mapping order. Matching is done on the way, and remembered. */
export function* compareOffers(input: MatchInput, tools: Tools, memo: Memo): Steps<Offer[]> {
  const { sync } = input;
  const { matching, mappings } = yield* matchSync(input, tools, memo);
  const { pairs } = yield* membersOf(sync, matching, memo);
  return mappings.flatMap((on): Offer[] => {
    // Places are compared by their numbers.
    if (on.stage !== null) return [];
    const { own, input: compare } = comparison(sync, on, pairs);
    if (memo.find(own) !== undefined) return [];
    return [
      {
        task: { kind: 'compare', input: compare, pairs },
        heavy: SIDES.some((side) => compare.views[side].type !== 'text'),
        keep: (result) => memo.keep(own, result),
      },
    ];
  });
}
