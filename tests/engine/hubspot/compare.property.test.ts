import { expect, test } from 'vitest';
import { SIDES, type HubSpotClass, type PlanLine } from '../../../src/lib/engine/index.ts';
import { onSeeds, worldCount } from '../../reference/replay.ts';
import { randomWorld } from '../../reference/random-world.ts';
import { Compared, classesByRecord, recordName } from './compared.ts';

test('[SA2] [S194] every record is the same in both plans or in one class of difference, as their lines say', () => {
  const seen = new Set<HubSpotClass>();
  onSeeds(WORLDS, (seed) => {
    const world = randomWorld(seed);
    const compared = Compared.of(world);
    if (!compared.told.ok) return false;
    const { made } = compared;
    const classes = classesByRecord(made);
    const [own, theirs] = [byRecord(compared.own()), byRecord(compared.theirs())];
    expect([...classes.keys()].sort()).toEqual([...own.keys()].sort());
    expect([...theirs.keys()].sort()).toEqual([...own.keys()].sort());
    for (const is of classes.values()) seen.add(is);
    const wrong = [...classes].filter(
      ([name, is]) => !CLASSES_OF[kindOf(own.get(name)!, theirs.get(name)!)].includes(is),
    );
    expect(wrong).toEqual([]);
    for (const { sync, counts, plan } of made.syncs) {
      for (const side of SIDES) {
        expect(counts.reduce((sum, one) => sum + one[side], 0)).toBe(plan.records[side].count);
        const prefix = recordName(sync, side, '').slice(0, -3);
        const named = [...classes].filter(([name]) => name.startsWith(prefix));
        expect(counts.map(({ is }) => named.filter(([, own]) => own === is).length)).toEqual(
          counts.map((one) => one[side]),
        );
      }
    }
    const changed = [...classes.values()].some((is) => is !== 'same');
    if (made.syncs.every(({ delta }) => delta.moved === 0)) expect(changed).toBe(false);
    return true;
  });
  if (worldCount(WORLDS) < WORLDS || process.env['SEED'] !== undefined) return;
  for (const is of ['linked', 'doubled', 'created', 'unlinked', 'not-created', 'overwritten', 'kept', 'same'])
    expect(seen).toContain(is);
});

test('[SA2] [S190] the plan of the defaults is the plan of that design, and beside itself it has no difference', () => {
  onSeeds(WORLDS / 2, (seed) => {
    const compared = Compared.of(randomWorld(seed));
    if (!compared.told.ok) return false;
    const { made, input } = compared;
    const choices = input.choices === null ? null : { ...input.choices, choices: [], links: [] };
    const again = new Compared({ ...input, design: made.design, choices });
    expect(again.own()).toEqual(compared.theirs());
    expect(again.made.otherwise).toEqual([]);
    expect(new Set(classesByRecord(again.made).values())).toEqual(
      new Set(again.own().length === 0 ? [] : ['same']),
    );
    for (const { delta } of again.made.syncs)
      expect(delta).toMatchObject({ made: 0, parted: 0, moved: 0, creates: 0, overwrites: 0 });
    return true;
  });
});

const WORLDS = 100;

/** Of each record by its name: the line it is on. */
function byRecord(lines: readonly PlanLine[]): Map<string, PlanLine> {
  const found = new Map<string, PlanLine>();
  for (const line of lines) {
    for (const side of SIDES) {
      const own = line[side];
      if (own !== null) found.set(recordName(line.sync, side, own.id), line);
    }
  }
  return found;
}

type Kind = 'same' | 'new-link' | 'lost' | 'lone' | 'pair';

const CLASSES_OF: Readonly<Record<Kind, readonly HubSpotClass[]>> = {
  same: ['same'],
  'new-link': ['name-alone', 'other-partner', 'linked'],
  lost: ['doubled', 'unlinked'],
  lone: ['created', 'not-created', 'create-otherwise', 'set-aside'],
  pair: [
    ...(['overwritten', 'cleared', 'kept', 'filled', 'form', 'asked'] as const),
    ...(['taken-in', 'left-out', 'set-aside'] as const),
  ],
};

/** What two lines of one record say of how it differs. */
function kindOf(own: PlanLine, theirs: PlanLine): Kind {
  const pairOf = ({ left, right }: PlanLine): string | null =>
    left === null || right === null ? null : JSON.stringify([left.id, right.id]);
  const [was, is] = [pairOf(own), pairOf(theirs)];
  if (was !== is) return is === null ? 'lost' : 'new-link';
  if (alike(own, theirs)) return 'same';
  return is === null ? 'lone' : 'pair';
}

/** The same is written, and the subject is as much in the sync, or asked about, as before. */
function alike(a: PlanLine, b: PlanLine): boolean {
  const standing = ({ outcome }: PlanLine): string =>
    outcome === 'update' || outcome === 'in-sync' ? 'settled' : outcome;
  const texts = ({ writes }: PlanLine): string[] =>
    writes.map(({ side, field, to, ref }) => JSON.stringify([side, field, to, ref ?? null])).sort();
  return standing(a) === standing(b) && JSON.stringify(texts(a)) === JSON.stringify(texts(b));
}
