import {
  addressable,
  checkDesign,
  drain,
  Memo,
  openRecords,
  planSyncs,
  readDesign,
  RecordSetBuilder,
  type Baseline,
  type Both,
  type Choices,
  type Plan,
  type Records,
  type Side,
  type SyncDesign,
} from '../../../src/lib/engine/index.ts';
import { createTools } from '../../../src/lib/tools/index.ts';
import { baselineOf } from '../../reference/engine-plan.ts';
import { AS_OF, type Table, type World } from '../../reference/world.ts';

export const tools = createTools();

/** A random world opened, to be planned more than once with what is remembered. */
export class PlannedWorld {
  readonly design: SyncDesign;
  readonly records: ReadonlyMap<string, Both<Records>>;
  readonly baseline: Baseline | null;
  readonly choices: Choices | null;
  readonly #memo = new Memo();

  constructor(world: World) {
    const reading = readDesign(world.design);
    if (!reading.ok) throw new Error('the design cannot be read');
    this.design = reading.design;
    const { errors } = checkDesign(
      this.design,
      new Map(
        Object.entries(world.tables).map(([sync, { left, right }]) => [
          sync,
          { left: addressable(left.header), right: addressable(right.header) },
        ]),
      ),
    );
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    this.records = new Map(
      this.design.syncs.map((sync) => {
        const open = (side: Side): Records =>
          drain(
            openRecords(
              stored(world.tables[sync.id]![side]),
              sync[side].idField,
              this.design.apps[side].kind === 'salesforce',
            ),
          );
        return [sync.id, { left: open('left'), right: open('right') }] as const;
      }),
    );
    this.baseline = baselineOf(world);
    this.choices = world.choices;
  }

  plan(design: SyncDesign = this.design): Plan {
    const { records, baseline, choices } = this;
    return drain(planSyncs({ design, records, baseline, choices, asOf: AS_OF }, tools, this.#memo));
  }
}

function stored(table: Table): ReturnType<RecordSetBuilder['finish']> {
  const builder = new RecordSetBuilder(addressable(table.header));
  table.rows.forEach((row, index) => {
    if (row.some((cell) => cell.trim() !== '')) builder.add(row, index);
  });
  return builder.finish();
}
