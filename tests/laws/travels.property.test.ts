import { expect, test } from 'vitest';
import { mayWrite } from '../../src/lib/engine/model/direction.ts';
import { otherSide } from '../../src/lib/engine/model/side.ts';
import type { Planned } from '../reference/planner.ts';
import { judgedPlanner } from '../reference/planner.ts';
import { directionOf, readWorldDesign } from '../reference/read-world-design.ts';
import { KNOBS, randomWorld } from '../reference/random-world.ts';
import { Random } from '../reference/random.ts';
import { onSeeds } from '../reference/replay.ts';
import { shown, type World } from '../reference/world.ts';
import { apply } from './apply.ts';
import { edit, lineOfEdit, type Edit } from './history.ts';
import { switchMapping } from './redesign.ts';
import { settle } from './settle.ts';
import { steadyFilters } from './settled-worlds.ts';

const plan = await judgedPlanner();
const knobs = {
  ...KNOBS,
  ...{ crossMapped: false, rewriteForm: false, cameBack: false, choices: 0, twoSyncs: 0 },
  // Under Salesforce's rules an edit in HubSpot gives way to what Salesforce has.
  ...{ maxRecords: 6, large: 0, unique: 0, salesforceRules: 0, guarded: false },
};

const after = (world: World, planned: Planned, handed: boolean): World => ({
  ...world,
  baseline: planned.next(handed ? () => true : null),
});

/** What a plan makes of the field that was edited: the write to the other side, and whether a conflict is listed. */
function madeOf(world: World, one: Edit, field: string) {
  const planned = plan(world);
  const line = lineOfEdit(planned.lines, one);
  const write = line?.writes.find((each) => each.side === otherSide(one.side) && each.field === field);
  const back = line?.writes.some((each) => each.side === one.side && each.field === one.field) ?? false;
  const isListed = line?.conflicts.some((each) => each[one.side] === one.field) ?? false;
  return { planned, line, write, back, isListed };
}

test('[BL3] [L17] an edit of one side travels, whatever was refused or not mapped in between, and is no conflict', () => {
  let travelled = 0;
  let detours = 0;
  onSeeds(10_000, (seed) => {
    const random = new Random(seed + 99);
    const { world: settled } = settle(plan, {
      ...randomWorld(seed, steadyFilters(seed, knobs)),
      choices: null,
    });
    const world = after(settled, plan(settled), false);
    const sync = readWorldDesign(world.design).syncs[0];
    const edited = sync === undefined ? null : edit(world, sync, random, 1);
    if (sync === undefined || edited === null) return false;
    const mapping = sync.mappings.find((one) => one.enabled && one[edited.edit.side] === edited.edit.field);
    const link = world.baseline?.links.find((one) => one[edited.edit.side] === edited.edit.id);
    if (mapping === undefined || link === undefined) return false;
    // What a transform makes of an edit may be blank, or what is there already.
    if (mapping.transform !== null) return false;
    const { side } = edited.edit;
    const there = otherSide(side);
    // Agreed, in one form, and nothing open of it.
    const [own, far] = [link.values[side][mapping[side]], link.values[there][mapping[there]]];
    const isOpen = link.sent?.[side]?.[mapping[side]] ?? link.sent?.[there]?.[mapping[there]];
    if (own === undefined || own !== far || own !== edited.edit.from || isOpen !== undefined) return false;

    // Now and then the field is not mapped when it is edited, a plan is looked at without it, and it is mapped again.
    const isMappedLater = new Random(seed + 17).chance(0.3);
    const unmapped = isMappedLater ? lookedAtWithout(edited.world, sync.mappings.indexOf(mapping)) : null;
    const now = unmapped ?? edited.world;
    const first = madeOf(now, edited.edit, mapping[there]);
    const { line } = first;
    if (line?.link == null || line.outcome === 'failing' || line.outcome === 'excluded') return false;
    // Nor moved since without flowing (S28).
    const { header, rows } = world.tables[sync.id]![there];
    if (shown(rows[line[there]!.row]![header.indexOf(mapping[there])] ?? '') !== far) return false;
    expect([first.back, first.isListed && mapping.conflict !== 'fill-blank']).toEqual([false, false]);
    const flows =
      mayWrite(directionOf(sync, mapping), there) && (mapping.conflict !== 'fill-blank' || far === '');
    if (!flows) {
      expect(first.write).toBeUndefined();
      return true;
    }
    expect(first.write?.because).toBe(`${side}-changed`);
    travelled++;
    if (unmapped !== null) detours++;

    // Handed over and refused: the same write comes again; a further edit travels too.
    const refused = after(now, first.planned, true);
    const second = madeOf(refused, edited.edit, mapping[there]);
    expect(second.write).toEqual(first.write);
    expect(second.line?.reasons.map(({ code }) => code)).toContain('not-taken');
    const looked = madeOf(after(refused, second.planned, false), edited.edit, mapping[there]);
    expect([looked.write, looked.back, looked.isListed]).toEqual([first.write, false, false]);

    // Loaded at last: nothing of it is left.
    const taken = apply(refused, second.planned.lines, second.planned.next()).world;
    const third = madeOf(taken, edited.edit, mapping[there]);
    expect([third.write, third.back, third.isListed]).toEqual([undefined, false, false]);
    return true;
  });
  if (process.env['SEED'] === undefined) expect(Math.min(travelled, detours)).toBeGreaterThan(0);
});

/** The world after a look at the plan without one mapping of its first sync; null where nothing else is mapped. */
function lookedAtWithout(world: World, mapping: number): World | null {
  const without = switchMapping(world, mapping);
  if (!readWorldDesign(without.design).syncs[0]!.mappings.some(({ enabled }) => enabled)) return null;
  return { ...world, baseline: plan(without).next(null) };
}
