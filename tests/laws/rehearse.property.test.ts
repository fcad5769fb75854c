import { expect, test } from 'vitest';
import {
  AS_GIVEN,
  drain,
  rehearse,
  textAt,
  type AppForms,
  type RoundEnd,
} from '../../src/lib/engine/index.ts';
import type { PlanLine } from '../../src/lib/engine/model/line.ts';
import { SIDES, otherSide } from '../../src/lib/engine/model/side.ts';
import { refusesRow } from '../../src/lib/engine/rehearse/refuses.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import { habitsOf } from '../reference/app-habits.ts';
import { engineInput, worldBaseline } from '../reference/engine-plan.ts';
import { judgedPlanner, unasked } from '../reference/planner.ts';
import { KNOBS, randomWorld } from '../reference/random-world.ts';
import { readWorldDesign } from '../reference/read-world-design.ts';
import { Random } from '../reference/random.ts';
import { onSeeds } from '../reference/replay.ts';
import { readRecords, type World } from '../reference/world.ts';
import { apply, type Takes } from './apply.ts';
import { doesSomething } from './settle.ts';

const plan = await judgedPlanner();
const tools = createTools();
const ROUNDS = 3;

test('[L6] [S151] [S152] a rehearsal leaves the copies and the baseline that carrying out and planning by hand leaves', () => {
  onSeeds(1_000, (seed) => {
    const world = randomWorld(seed, KNOBS);
    if (endsBlank(world)) return false;
    const forms = { left: randomForms(seed * 2), right: randomForms(seed * 2 + 1) };
    const ends: RoundEnd[] = [];
    const told = drain(
      rehearse(
        {
          ...engineInput(world),
          ...{ rounds: ROUNDS, forms },
          // Everything, as a push would: what a file cannot say is another test's.
          *hand() {
            yield { what: 'rehearse', done: 0, total: 1 };
            return () => () => true;
          },
        },
        tools,
        (end) => ends.push(end),
      ),
    );
    const appForm = habitsOf(world, forms, tools);
    const takes: Takes = (line, side) => {
      const id = line[line[side] === null ? otherSide(side) : side]?.id ?? '';
      return unasked(line) && !refusesRow(forms[side].refuse, line.sync, side, id);
    };
    let now = world;
    const moves = (lines: readonly PlanLine[]): boolean =>
      lines.some((line) => doesSomething(line) && unasked(line));
    for (let round = 1; round <= ROUNDS; round++) {
      const planned = plan(now);
      const end = ends[round - 1];
      if (!moves(planned.lines)) {
        expect(told.settled).toBe(round - 1);
        expect(end).toBeUndefined();
        return true;
      }
      now = apply(now, planned.lines, planned.next(), takes, appForm).world;
      if (end === undefined) throw new Error(`round ${String(round)} was not carried out`);
      expect(cellsOfEnd(end)).toEqual(cellsOf(now));
      expect(worldBaseline(end.baseline).links).toEqual(now.baseline?.links);
    }
    expect(told.settled).toBe(moves(plan(now).lines) ? null : ROUNDS);
    return true;
  });
});

/** A row that no record has, last in a file whose records are known by their rows: what comes behind it has another row there. */
const endsBlank = ({ tables }: World): boolean =>
  Object.values(tables).some((own) =>
    SIDES.some((side) => own[side].rows.at(-1)?.every((text) => text.trim() === '') ?? false),
  );

function cellsOf(world: World): unknown {
  const design = readWorldDesign(world.design);
  return design.syncs.map((sync) =>
    SIDES.map((side) => {
      const table = world.tables[sync.id]?.[side] ?? { header: [], rows: [] };
      const isSalesforce = design.apps[side].kind === 'salesforce';
      return readRecords(table, side, sync[side].idField, isSalesforce).map((record) => [
        record.id,
        ...table.header.map((name) => record.cells.get(name) ?? ''),
      ]);
    }),
  );
}

const cellsOfEnd = ({ plan: { design }, records }: RoundEnd): unknown =>
  design.syncs.map(({ id }) =>
    SIDES.map((side) => {
      const own = records.get(id)?.[side];
      if (own === undefined) throw new Error(`no records of ${id}`);
      return Array.from({ length: own.count }, (_, row) => [
        own.id(row),
        ...own.header.map((name) => textAt(own.column(name), row)),
      ]);
    }),
  );

function randomForms(seed: number): AppForms {
  const random = new Random(seed + 977);
  const some = <T>(value: T, none: T): T => (random.chance(0.4) ? value : none);
  return {
    ...AS_GIVEN,
    trims: random.chance(0.4),
    email: random.chance(0.4),
    phone: some<AppForms['phone']>({ country: random.pick(['NO', null]) }, null),
    web: random.chance(0.4),
    cut: some<number | null>(3 + random.int(12), null),
    round: some<number | null>(random.int(3), null),
    days: random.chance(0.2),
    local: some<string | null>(random.pick(['Europe/Oslo', 'America/New_York']), null),
    refuse: some(0.3, 0),
  };
}
