import type { Records } from '../columns/records.ts';
import type { Matching } from '../match/match-records.ts';
import { MISSING, UNBOUND } from '../match/links/prior-links.ts';
import { compileMappings, type CompiledMapping } from '../merge/compiled.ts';
import type { CompareInput, Pairs } from '../merge/state.ts';
import type { ObjectSync } from '../model/design.ts';
import type { Both } from '../model/side.ts';
import type { Tools } from '../tools.ts';
import type { Memo } from '../run/memo.ts';

/** The subjects of a sync: linked pairs by left row, and the rows without a partner of each side. */
export interface Members {
  readonly pairs: Pairs;
  readonly lone: Both<Int32Array>;
}

export const membersOf = (sync: ObjectSync, { matches }: Matching, memo: Memo): Members =>
  memo.use(`members|${sync.id}`, [matches], () => members(matches.partner));

export const mappingsOf = (
  sync: ObjectSync,
  records: Both<Records>,
  { codes }: Matching,
  tools: Tools,
): CompiledMapping[] =>
  compileMappings(
    sync,
    records,
    codes.flatMap((key) => key.fields),
    tools,
  );

/** The comparison of one mapping over all pairs, and the name and objects it is remembered by. */
export function comparison(
  sync: ObjectSync,
  on: CompiledMapping,
  pairs: Pairs,
): { readonly name: string; readonly deps: readonly unknown[]; readonly input: CompareInput } {
  const keys = on.keyFields.map((key) => key.codes);
  return {
    name: `compare|${sync.id}|${JSON.stringify([on.mapping.left, on.mapping.right, on.views])}`,
    deps: [pairs, on.columns.left, on.columns.right, ...on.keyFields],
    input: { columns: on.columns, views: on.views, keys },
  };
}

function members(partner: Both<Int32Array>): Members {
  let bound = 0;
  for (const other of partner.left) if (other >= 0) bound++;
  const pairs = { left: new Int32Array(bound), right: new Int32Array(bound) };
  let at = 0;
  for (let row = 0; row < partner.left.length; row++) {
    const other = partner.left[row]!;
    if (other < 0) continue;
    pairs.left[at] = row;
    pairs.right[at++] = other;
  }
  const alone = (rows: Int32Array): Int32Array => {
    const lone = new Int32Array(rows.length - bound);
    let next = 0;
    for (let row = 0; row < rows.length; row++) {
      if (rows[row] === UNBOUND || rows[row] === MISSING) lone[next++] = row;
    }
    return lone;
  };
  return { pairs, lone: { left: alone(partner.left), right: alone(partner.right) } };
}
