import { expect, test } from 'vitest';
import type { PlanLine } from '../../src/lib/engine/model/line.ts';
import { SIDES } from '../../src/lib/engine/model/side.ts';
import { judgedPlanner } from '../reference/planner.ts';
import { readWorldDesign } from '../reference/read-world-design.ts';
import { archiveOrMerge } from '../reference/random-presence.ts';
import { KNOBS, randomWorld } from '../reference/random-world.ts';
import { Random } from '../reference/random.ts';
import { onSeeds } from '../reference/replay.ts';
import type { World } from '../reference/world.ts';
import { apply, isOneOf } from './apply.ts';
import { appWith, deleteRecord, edit, HABIT_NAMES, lineOfEdit, restoresOf, type Edit } from './history.ts';
import { noResurrection } from './laws.ts';
import { redesign } from './redesign.ts';
import { answered, resultsOf } from './results.ts';
import { Setting } from './setting.ts';
import { steadyFilters } from './settled-worlds.ts';

const plan = await judgedPlanner();
const knobs = {
  ...KNOBS,
  ...{ crossMapped: false, rewriteForm: false, cameBack: false, choices: 0, twoSyncs: 0 },
  ...{ maxRecords: 5, large: 0, guarded: false },
};

/**
 * 5–30 steps: a person edits a record, now and then a filter or a mapping; the plan is looked at or handed over, the app takes a part in
 * forms of its own. What was edited since the last hand-over of its record is written nowhere but to the other side: never undone where
 * it was made, unless both sides were edited and the rule, or a person, says so in a listed conflict.
 */
test('[L15] [L17] [L13] over histories no edit is undone at its source unseen, and nothing flows back by itself', () => {
  let restored = 0;
  let redesigned = 0;
  let merged = 0;
  onSeeds(10_000, (seed) => {
    const random = new Random(seed + 4711);
    const began: World = { ...randomWorld(seed, steadyFilters(seed, knobs)), choices: null };
    let world = began;
    if (readWorldDesign(world.design).syncs.length === 0) return false;
    // Edits that were not handed over yet, the newest of a field only.
    let open: readonly Edit[] = [];
    const habits = { left: random.pick(HABIT_NAMES), right: random.pick(HABIT_NAMES) };
    const steps = 5 + random.int(26);
    // Most are short: what a long one does is mostly done by its first steps too.
    const short = new Random(seed + 815);
    const last = Math.min(steps, 5 + short.int(26), 5 + short.int(26));
    let n = 0;
    for (let step = 0; step < last; step++) {
      const designing = new Random(seed * 256 + step);
      const other = designing.chance(0.15) ? redesign(world, began, designing) : null;
      if (other !== null) redesigned++;
      world = other ?? world;
      const sync = readWorldDesign(world.design).syncs[0]!;
      const edited = random.chance(0.6) ? edit(world, sync, random, ++n) : null;
      if (edited !== null) {
        world = { ...edited.world, choices: null };
        open = [...open.filter((one) => !isSameField(one, edited.edit)), edited.edit];
      }
      // Now and then an app loses a record, and a person calls the files complete or wants it back (DE).
      const losing = new Random(seed * 128 + step);
      if (losing.chance(0.15)) world = { ...(deleteRecord(world, sync, losing) ?? world), choices: null };
      // Now and then it archives one, or merges two, and says so (S430, S432).
      const living = new Random(seed * 32 + step);
      const lived = living.chance(0.3) ? archiveOrMerge(world, sync.id, living.pick(SIDES), living) : null;
      if (lived !== null) {
        world = { ...lived, choices: null };
        merged++;
      }
      let planned = plan(world);
      const choices = losing.chance(0.4) ? restoresOf(planned.lines, losing) : null;
      if (choices !== null) {
        world = { ...world, choices };
        planned = plan(world);
        if (planned.lines.some(({ writes }) => writes.some(({ because }) => because === 'restore')))
          restored++;
      }
      expect(noResurrection(new Setting(world), planned.lines)).toBeNull();
      for (const one of open) {
        const line = lineOfEdit(planned.lines, one);
        if (isUndone(line, one))
          throw new Error(`${JSON.stringify(one)} undone unseen: ${JSON.stringify(line)}`);
      }
      if (edited === null && other === null && step > 0 && random.chance(0.2)) {
        world = { ...world, baseline: planned.next(null) };
        // Looking alone changes nothing of what would be done.
        const again = plan(world).lines.map(({ writes, outcome }) => JSON.stringify([outcome, writes]));
        expect(again).toEqual(planned.lines.map(({ writes, outcome }) => JSON.stringify([outcome, writes])));
        continue;
      }
      const isHanded = isOneOf(random.some(planned.lines, random.pick([0.3, 0.8, 1])));
      open = open.filter((one) => {
        const line = lineOfEdit(planned.lines, one);
        return line === undefined || !isHanded(line);
      });
      const isLoaded = isOneOf(random.some(planned.lines, random.pick([0.5, 0.9, 1])));
      const takes = (line: PlanLine): boolean => isHanded(line) && isLoaded(line);
      const next = planned.next(isHanded);
      const then = apply(world, planned.lines, next, takes, appWith(habits)).world;
      // Now and then the apps tell what they made of it (BL7).
      const told = new Random(seed * 64 + step);
      const tables = told.chance(0.35) ? resultsOf(world, planned.lines, isHanded, takes, told) : [];
      world = { ...(tables.length === 0 ? then : answered(then, tables)), choices: null };
    }
    return true;
  });
  if (process.env['SEED'] === undefined) expect(Math.min(restored, redesigned, merged)).toBeGreaterThan(0);
});

const isSameField = (a: Edit, b: Edit): boolean =>
  a.side === b.side && a.id === b.id && a.field === b.field && a.sync === b.sync;

/** Is an edit written over where it was made, and no conflict says so? */
function isUndone(line: PlanLine | undefined, { side, field, to }: Edit): boolean {
  const undone = line?.writes.some(
    // A constant is written over whatever stands there (L12).
    (write) =>
      write.side === side && write.field === field && write.from === to && write.because !== 'always',
  );
  return undone === true && !line!.conflicts.some((one) => one[side] === field);
}
