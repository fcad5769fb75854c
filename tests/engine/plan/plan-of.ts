import type { SyncPlan } from '../../../src/lib/engine/index.ts';
import type { Choices } from '../../../src/lib/engine/model/choices.ts';
import { enginePlanner } from '../../reference/engine-plan.ts';
import type { WorldLink } from '../../reference/world.ts';
import { designJson } from '../design/design-of.ts';

/** Rows under a header of words: `['Id Email', 'L1 anna@acme.com']`; `·` is a blank cell, `_` a space in one. */
export type Rows = readonly string[];

export interface Tables {
  readonly left: Rows;
  readonly right: Rows;
  readonly links?: readonly WorldLink[];
  readonly choices?: Choices['choices'];
  /** What a person said of two records. */
  readonly verdicts?: readonly Pick<Choices['links'][number], 'left' | 'right' | 'verdict'>[];
}

/** Plans one sync of two small tables; `sync` as in a design file, over the least a design may hold. */
export function planOf(
  sync: Record<string, unknown>,
  { left, right, links, choices = [], verdicts = [] }: Tables,
): SyncPlan {
  const table = (rows: Rows) => {
    const [header = [], ...records] = rows.map((row) =>
      row.split(' ').map((cell) => (cell === '·' ? '' : cell.replaceAll('_', ' '))),
    );
    return { header, rows: records };
  };
  const { plan } = enginePlanner({
    design: designJson(sync),
    tables: { contacts: { left: table(left), right: table(right) } },
    baseline: links === undefined ? null : { links },
    choices: {
      format: 'drysync/choices@1',
      planHash: null,
      choices,
      links: verdicts.map((said) => ({ sync: 'contacts', ...said, at: '' })),
      decisions: [],
    },
  });
  return plan.syncs[0]!;
}

/** A line of its baseline. */
export const linkOf = ([left, right]: readonly [string, string], values: WorldLink['values']): WorldLink => ({
  sync: 'contacts',
  left,
  right,
  by: 'key',
  values,
});
