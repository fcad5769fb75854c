import { openRecords, type Records } from '../../src/lib/engine/columns/records.ts';
import { drain } from '../../src/lib/engine/run/steps.ts';
import type { Both } from '../../src/lib/engine/model/side.ts';
import { EXPORT_HEADERS, exportsOf } from '../generators/exports.ts';

/** The design of the benchmark: key e-mail, 11 mappings, valid e-mail required, two-way, types inferred. */
export const BENCH_DESIGN = {
  format: 'drysync/design@1',
  name: 'Benchmark',
  apps: { left: { name: 'HubSpot', kind: 'hubspot' }, right: { name: 'Salesforce', kind: 'salesforce' } },
  syncs: [
    {
      id: 'contacts',
      kind: 'contacts',
      left: { object: 'contacts', idField: 'Record ID' },
      right: { object: 'Contact', idField: 'Id' },
      direction: 'both',
      winner: 'left',
      matching: { method: 'default', identifiers: { email: { left: 'Email', right: 'Email' } } },
      requireValidEmail: { left: 'Email', right: 'Email' },
      mappings: EXPORT_HEADERS.left
        .slice(1)
        .map((left, at) => ({ left, right: EXPORT_HEADERS.right[at + 1] })),
    },
  ],
};

export interface OpenedExports {
  readonly records: Both<Records>;
  /** Milliseconds: the generator into record sets; ids and flat columns of both sides. */
  readonly built: number;
  readonly opened: number;
}

/** Record sets in memory, opened, every column flat: what a plan starts from. */
export function openedExports(n: number, seed: number): OpenedExports {
  const started = performance.now();
  const sets = exportsOf(n, seed);
  const built = performance.now();
  const left = drain(openRecords(sets.left, 'Record ID'));
  const right = drain(openRecords(sets.right, 'Id', true));
  for (const name of EXPORT_HEADERS.left) left.column(name);
  for (const name of EXPORT_HEADERS.right) right.column(name);
  return { records: { left, right }, built: built - started, opened: performance.now() - built };
}
