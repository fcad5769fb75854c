import type { SyncPlan } from '../../../src/lib/engine/index.ts';
import { enginePlanner } from '../../reference/engine-plan.ts';

export type Cells = readonly (readonly [left: string, right: string])[];

/** A design that maps fields of one name on both sides, linked by a key that tells nothing of them. */
export function designOfFields(
  mappings: readonly { readonly left: string; readonly right: string; readonly direction?: string }[],
  fields: readonly { readonly name: string; readonly type: string | undefined }[],
): unknown {
  const side = { object: 'x', idField: 'id', modifiedField: null };
  const declared = fields.filter(({ type }) => type !== undefined);
  const schema = declared.length === 0 ? null : { fields: declared };
  return {
    format: 'drysync/design@1',
    name: 'fields',
    apps: { left: { name: 'L', kind: 'file' }, right: { name: 'R', kind: 'file' } },
    syncs: [
      {
        id: 's',
        kind: 'custom',
        left: side,
        right: side,
        direction: 'both',
        winner: 'left',
        matching: { method: 'keys', keys: [{ fields: [{ left: 'key', right: 'key' }] }] },
        mappings,
        schema: { left: schema, right: schema },
      },
    ],
  };
}

/** Plans pairs of records with such a design: of each field, by its name, the two values of every pair. */
export function planOfFields(fields: Readonly<Record<string, Cells>>, design: unknown): SyncPlan {
  const columns = Object.values(fields);
  const header = ['id', 'key', ...Object.keys(fields)];
  const table = (side: 0 | 1): { header: string[]; rows: string[][] } => ({
    header,
    rows: (columns[0] ?? []).map((_, at) => [
      `${side === 0 ? 'L' : 'R'}${String(at)}`,
      `k${String(at)}`,
      ...columns.map((cells) => cells[at]![side]),
    ]),
  });
  const tables = { s: { left: table(0), right: table(1) } };
  const { plan } = enginePlanner({ design, tables, baseline: null, choices: null });
  return plan.syncs[0]!;
}
