import { withAssociations } from '../../src/lib/engine/model/associated.ts';
import { stageMappings } from '../../src/lib/engine/model/stage-mappings.ts';
import { partsOf } from '../../src/lib/engine/model/stages.ts';
import { onBoth } from '../../src/lib/engine/model/side.ts';
import type { PlanLine } from '../../src/lib/engine/model/line.ts';
import { readWorldDesign } from './read-world-design.ts';
import type { CheckedSync } from './slow-checks.ts';
import { readRecords, type World } from './world.ts';

/** A sync of a world as checks and rules are asked of it line by line. */
export function checkedSync(world: World, id: string, lines: readonly PlanLine[]): CheckedSync {
  const design = readWorldDesign(world.design);
  const plain = design.syncs.find((sync) => sync.id === id)!;
  const own = withAssociations(plain);
  // A part of a stage map that the right side lacks stands against its stage and never writes it (S90).
  const { stages } = plain;
  const parts = stages === null ? [] : partsOf(stages);
  const staged = stageMappings(plain).map((mapping, at) =>
    stages?.right[parts[at]!] == null ? { ...mapping, right: '' } : mapping,
  );
  const sync = { ...own, mappings: [...own.mappings, ...staged] };
  const records = onBoth((side) =>
    readRecords(world.tables[id]![side], side, plain[side].idField, design.apps[side].kind === 'salesforce'),
  );
  return { sync, records, lines: lines.filter((line) => line.sync === id) };
}
