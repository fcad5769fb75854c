import { expect, test } from 'vitest';
import type { PlanLine } from '../../src/lib/engine/model/line.ts';
import { otherSide, type Both } from '../../src/lib/engine/model/side.ts';
import { judgedPlanner } from '../reference/planner.ts';
import { sharesNames } from '../reference/random-associations.ts';
import { KNOBS, randomStrangers, randomWorld } from '../reference/random-world.ts';
import { onSeeds } from '../reference/replay.ts';
import type { Table, World } from '../reference/world.ts';
import { mirroredLines, mirrorWorld, sortedLines } from './mirror.ts';

const plan = await judgedPlanner();

test('[L7] swapping the sides mirrors the plan', () => {
  // Not symmetric by rule: who is first takes a unique value (FM9), whom a `different` leaves over (MA8), and that a transform
  // runs from left to right in a two-way mapping (FM10); nor are parents of one name, which are compared by the names of the right side (S95).
  const knobs = { ...KNOBS, unique: 0, different: false, transforms: 0 };
  onSeeds(10_000, (seed) => {
    const world = randomWorld(seed, knobs);
    if (sharesNames(world)) return false;
    expect(sortedLines(plan(mirrorWorld(world)).lines)).toEqual(mirroredLines(plan(world).lines));
    return true;
  });
});

test('[L16] what has nothing in common is planned together as apart', () => {
  // A constant written to a key is something in common, and so is a note that a key is written from.
  const own = { unique: 0, allDeclared: true, twoSyncs: 0, opens: 0, madeKeys: false, crossMapped: false };
  const knobs = { ...KNOBS, ...own };
  onSeeds(10_000, (seed) => {
    const [one, other] = randomStrangers(seed, knobs);
    const rows = { left: rowsOf(one, 'left'), right: rowsOf(one, 'right') };
    const apart = [...plan(one).lines, ...plan(other).lines.map((line) => shifted(line, rows))];
    expect(sortedLines(withoutFallback(plan(together(one, other)).lines))).toEqual(
      sortedLines(withoutFallback(apart)),
    );
    return true;
  });
});

const rowsOf = (world: World, side: 'left' | 'right'): number =>
  world.tables['alpha']?.[side].rows.length ?? 0;

/** `waits-for-key-change` may name all records a key is written to: those of strangers too. */
const withoutFallback = (lines: readonly PlanLine[]): PlanLine[] =>
  lines.map((line) =>
    line.outcome === 'waits'
      ? { ...line, reasons: line.reasons.map(({ code, side }) => ({ code, side })) }
      : line,
  );

function shifted(line: PlanLine, rows: Both<number>): PlanLine {
  const { left, right } = line;
  return {
    ...line,
    left: left === null ? null : { id: left.id, row: left.row + rows.left },
    right: right === null ? null : { id: right.id, row: right.row + rows.right },
    reasons: line.reasons.map((reason) => {
      if (reason.code !== 'counterpart-rejected') return reason;
      // A line of the other side's file.
      return { ...reason, rule: String(Number(reason.rule) + rows[otherSide(reason.side)]) };
    }),
  };
}

function together(one: World, other: World): World {
  const joined = (a: Table | undefined, b: Table | undefined): Table => ({
    header: a?.header ?? [],
    rows: [...(a?.rows ?? []), ...(b?.rows ?? [])],
  });
  const [a, b] = [one.tables['alpha'], other.tables['alpha']];
  return {
    design: one.design,
    tables: { alpha: { left: joined(a?.left, b?.left), right: joined(a?.right, b?.right) } },
    baseline: { links: [...(one.baseline?.links ?? []), ...(other.baseline?.links ?? [])] },
    choices: {
      format: 'drysync/choices@1',
      planHash: null,
      choices: [...(one.choices?.choices ?? []), ...(other.choices?.choices ?? [])],
      links: [...(one.choices?.links ?? []), ...(other.choices?.links ?? [])],
      decisions: [],
    },
  };
}
