import { expect, test } from 'vitest';
import {
  drain,
  PlanReader,
  subjectCount,
  writePrints,
  writesText,
  type SyncDesign,
  type SyncPlan,
} from '../../../../src/lib/engine/index.ts';
import { createTries, mayBeThere } from '../../../../src/lib/engine/plan/create-notes.ts';
import { Random } from '../../../reference/random.ts';
import { randomWorld } from '../../../reference/random-world.ts';
import { onSeeds } from '../../../reference/replay.ts';
import { PlannedWorld } from '../planned-world.ts';

/** What a print stands for: the writes, whom a pair's right record is, and how often a create that may be there was handed over (BL6). */
function meaningOf(reader: PlanReader, subject: number): string {
  const { plan } = reader;
  const { writes, link, left, right } = reader.line(subject);
  if (writes.length === 0) return '';
  const [side, row] = left === null ? (['right', right?.row] as const) : (['left', left.row] as const);
  const tries = mayBeThere(plan, subject) ? createTries(plan, side, row ?? -1) : null;
  return JSON.stringify([writesText(writes), link === null ? null : right?.id, tries]);
}

const printOf = (prints: Uint32Array, subject: number): string =>
  `${String(prints[subject * 2])} ${String(prints[subject * 2 + 1])}`;

/** Print ⇄ meaning, both ways, over every subject that is added. */
class Meanings {
  readonly #of = new Map<string, string>([['0 0', '']]);
  readonly #to = new Map<string, string>([['', '0 0']]);

  add(plan: SyncPlan, prints: Uint32Array): void {
    const reader = new PlanReader(plan);
    for (let subject = 0; subject < subjectCount(plan); subject++) {
      const meaning = meaningOf(reader, subject);
      const print = printOf(prints, subject);
      const known = this.#of.get(print) ?? meaning;
      if (known !== meaning) expect(known, 'one print, two meanings').toBe(meaning);
      const other = this.#to.get(meaning) ?? print;
      if (other !== print) expect(other, 'one meaning, two prints').toBe(print);
      this.#of.set(print, meaning);
      this.#to.set(meaning, print);
    }
  }
}

/** The same design with one thing said otherwise. */
function changed(design: SyncDesign, random: Random): SyncDesign {
  const syncs = design.syncs.map((sync) => {
    const winner = random.chance(0.5) ? ('left' as const) : ('right' as const);
    const mappings = sync.mappings.map((mapping) =>
      random.chance(0.3)
        ? { ...mapping, conflict: random.pick(['winner', 'ask', 'left', 'right', 'fill-blank']) }
        : mapping,
    );
    return { ...sync, winner, mappings: random.chance(0.2) ? mappings.slice(0, -1) : mappings };
  });
  return { ...design, syncs: syncs as SyncDesign['syncs'] };
}

test('[FORMATS Choices] a print changes exactly when the writes of a subject or its right record do, over re-plans too', () => {
  const meanings = new Meanings();
  onSeeds(300, (seed) => {
    const world = new PlannedWorld(randomWorld(seed));
    const random = new Random(seed + 7);
    let earlier: { readonly plan: SyncPlan; readonly prints: Uint32Array }[] = [];
    let { design } = world;
    for (let round = 0; round < 3; round++) {
      const plan = world.plan(design);
      const now = plan.syncs.map((sync, at) => {
        const prints = drain(writePrints(sync));
        meanings.add(sync, prints);
        const spared = drain(writePrints(sync, earlier[at] ?? null));
        expect([...spared]).toEqual([...prints]);
        return { plan: sync, prints };
      });
      earlier = now;
      design = changed(world.design, random);
    }
    return true;
  });
});
