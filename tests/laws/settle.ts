import { ofFields, type FieldWrite, type PlanLine } from '../../src/lib/engine/model/line.ts';
import type { ReasonCode } from '../../src/lib/engine/model/reason.ts';
import { otherSide, SIDES, type Side } from '../../src/lib/engine/model/side.ts';
import { unasked, type Planned, type Planner } from '../reference/planner.ts';
import { keysOf, readWorldDesign } from '../reference/read-world-design.ts';
import type { World } from '../reference/world.ts';
import { apply, type AppForm } from './apply.ts';

/**
 * Reasons that hold something back for the next round. What was written and not read back waits until something else is handed over
 * (S104); what a parent is named by may change, or its record come, with what this round writes (AS6).
 */
const HOLDS: readonly ReasonCode[] = [
  'not-unique',
  'counterpart-rejected',
  'counterpart-archived',
  'not-read-back',
  'parent-missing',
];

/**
 * FM9 and MA15 say themselves that what they hold back moves in the next round. A pair found by this plan that fails or
 * is excluded gets no link (CO4): keys written to others may bind its records otherwise in the next round; so may they
 * bind a record that KW8 did not create, since a row that could not be read has its key.
 */
export const heldBack = (line: PlanLine): boolean =>
  line.outcome === 'waits' ||
  !unasked(line) ||
  line.reasons.some(({ code }) => HOLDS.includes(code)) ||
  ((line.outcome === 'failing' || line.outcome === 'excluded') &&
    line.link !== null &&
    line.link.by !== 'baseline');

/** Does a plan write to a field that children name their parents by (S95)? */
const writesNames = (world: World, lines: readonly PlanLine[]): boolean =>
  readWorldDesign(world.design).syncs.some(({ associations }) =>
    associations.some((association) =>
      lines.some(
        ({ sync, writes }) =>
          sync === association.to && writes.some(({ side, field }) => association[side].by === field),
      ),
    ),
  );

/** Is there more to write than ids of records that are not created in this round? A clear and a delete are. */
const hasText = (lines: readonly PlanLine[], line: PlanLine): boolean =>
  line.writes.some(({ to, ref }) => {
    if (to !== null) return true;
    if (ref === undefined) return line.outcome !== 'create';
    return lines.some(
      (one) => one.sync === ref.sync && one[ref.side]?.id === ref.id && doesSomething(one) && unasked(one),
    );
  });

/** S69: a create with nothing to say has no row in a change file, and stands in every plan. */
export const doesSomething = ({ outcome, writes }: PlanLine): boolean =>
  outcome === 'create' ? writes.some(({ to }) => to !== null) : writes.length > 0;

/**
 * Does a plan write to a field of a key? A linked pair may then hit by an earlier key than before, and the records that were
 * duplicates of it by the later one bind in the next round (MA8).
 */
const writesKeys = (world: World, lines: readonly PlanLine[]): boolean =>
  readWorldDesign(world.design).syncs.some((sync) => {
    const fields = keysOf(sync).flatMap((key) => key.fields);
    return lines.some(
      (line) =>
        line.sync === sync.id &&
        line.writes.some(({ side, field }) => field !== null && fields.some((one) => one[side] === field)),
    );
  });

const freesDuplicates = (world: World, lines: readonly PlanLine[]): boolean =>
  lines.some(({ outcome }) => outcome === 'duplicate') && writesKeys(world, lines);

/**
 * What may follow: the winner's form of a value just filled or created, where the mapping asks for it (CO5, `rewriteForm`), until the
 * second round; a constant into the record that a create was made from, as before it there is no pair (FM10); and what is joined of
 * fields that were written (S222).
 */
const follows = (world: World, before: readonly PlanLine[], line: PlanLine, round: number): boolean => {
  const mappings = readWorldDesign(world.design).syncs.find(({ id }) => id === line.sync)?.mappings ?? [];
  const isOfCreate = before.some(
    (one) =>
      one.outcome === 'create' &&
      one.sync === line.sync &&
      SIDES.some((side) => one[side] !== null && one[side].id === line[side]?.id),
  );
  const isConstant = ({ side, field }: FieldWrite): boolean =>
    mappings.some((one) => one.enabled && one[side] === field && one.transform?.kind === 'constant');
  const isWritten = (side: Side, fields: readonly string[]): boolean =>
    before.some(
      (one) =>
        one.sync === line.sync &&
        one[side]?.id === line[side]?.id &&
        ofFields(one.writes).some((write) => write.side === side && fields.includes(write.field)),
    );
  const isJoined = ({ side, field }: FieldWrite): boolean =>
    mappings.some(({ enabled, transform, ...one }) => {
      if (!enabled || one[side] !== field || transform?.kind !== 'join') return false;
      const source = otherSide(side);
      return isOfCreate || isWritten(source, [one[source], ...transform.with]);
    });
  return (
    line.outcome !== 'create' &&
    line.writes.every(
      (write) =>
        (round <= 2 && write.because === 'form') || (isOfCreate && isConstant(write)) || isJoined(write),
    )
  );
};

/** Where a world comes to rest, and what a plan says of it there. */
interface Settled {
  readonly world: World;
  readonly lines: readonly PlanLine[];
}

/**
 * L6: plans and carries out whole plans until nothing is written. Throws where a round writes though the round before
 * held nothing back; a form alone may follow the first round. `first`: the plan of the world, where it
 * is made already.
 */
export function settle(
  plan: Planner,
  world: World,
  { appForm, first = plan(world) }: { readonly appForm?: AppForm; readonly first?: Planned } = {},
): Settled {
  let now = world;
  let planned = first;
  for (let round = 1; round < 20; round++) {
    const moves = (line: PlanLine): boolean =>
      doesSomething(line) && unasked(line) && hasText(planned.lines, line);
    if (!planned.lines.some(moves)) return { world: now, lines: planned.lines };
    const applied = apply(now, planned.lines, planned.next(), undefined, appForm);
    if (applied.refused > 0)
      throw new Error(`round ${String(round)}: ${String(applied.refused)} writes refused (L8)`);
    const again = plan(applied.world);
    const { lines } = planned;
    const active = again.lines.filter((line) => moves(line) && !follows(now, lines, line, round));
    if (
      active.length > 0 &&
      !planned.lines.some(heldBack) &&
      !freesDuplicates(now, planned.lines) &&
      !writesNames(now, planned.lines)
    ) {
      throw new Error(
        `round ${String(round + 1)} still writes:\n${active.map((line) => JSON.stringify(line)).join('\n')}`,
      );
    }
    now = applied.world;
    planned = again;
  }
  throw new Error('nothing settles in 20 rounds');
}
