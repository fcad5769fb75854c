import { expect, it } from 'vitest';
import { otherSide, SIDES, type Side } from '../../../src/lib/engine/index.ts';
import { ofAll, overSeeds } from '../../push/seeds.ts';
import { Random } from '../../reference/random.ts';
import { NOTHING } from '../push/pushed-project.ts';
import { value } from '../session-world.ts';
import { CellHistory } from './cell-history.ts';
import { OBJECTS, SYNCS, TwoFakes, type Befalls, type Shown, type Sync } from './two-fakes.ts';

/** Of 6 to 40 steps each (`FAULTS=n` for n times as many). */
const HISTORIES = 12;

/** What all histories met, so that none of it is missing. */
const met = {
  steps: 0,
  writes: 0,
  creates: 0,
  cuts: 0,
  meanwhile: 0,
  resumed: 0,
  stopped: 0,
  asked: 0,
  rounds: 0,
};

/** One history: its apps, its people, and what the law remembers of them. */
class History {
  readonly fakes = new TwoFakes();
  readonly random: Random;
  readonly cells = new CellHistory();
  /** Keys of which somebody deleted a record. */
  readonly #removed = new Set<string>();
  #texts = 0;
  #keys = 0;
  #told = 0;

  constructor(seed: number) {
    this.random = new Random(seed);
  }

  /** A text that nobody has ever written. */
  text(): string {
    return `t${String(++this.#texts)}`;
  }

  async open(): Promise<void> {
    for (const sync of SYNCS) {
      for (let n = 0; n < 5; n++) {
        const sides = this.random.pick([SIDES, SIDES, ['left'], ['right']] as const);
        this.created(sync, sides);
      }
    }
    this.fakes.batchSize = 2 + this.random.int(4);
    await this.fakes.open();
  }

  created(sync: Sync, sides: readonly Side[]): void {
    const key = sync === 'contacts' ? `p${String(++this.#keys)}@example.com` : `c${String(++this.#keys)}.com`;
    const same = this.random.chance(0.3);
    const texts = OBJECTS[sync].left.fields.map((_, at) => (at === 0 ? key : this.text()));
    for (const side of sides) {
      const own = same ? texts : texts.map((text, at) => (at === 0 ? text : this.text()));
      this.fakes.put(sync, side, own);
      own.forEach((text, field) => this.cells.person(sync, side, key, field, text));
    }
  }

  /** Somebody's work in one app or in both. */
  work(): void {
    met.steps++;
    const { random, fakes } = this;
    const sync = random.pick(SYNCS);
    const side = random.pick(SIDES);
    const ids = [...fakes.there(sync, side).keys()];
    const what = random.int(10);
    if (what < 2 || ids.length < 3) {
      this.created(sync, random.pick([SIDES, [side], [side]]));
      return;
    }
    const id = random.pick(ids);
    const key = fakes.there(sync, side).get(id)?.[0] ?? '';
    if (what === 2) {
      fakes.remove(sync, side, id);
      this.#removed.add(JSON.stringify([sync, key]));
      return;
    }
    const field = 1 + random.int(OBJECTS[sync][side].fields.length - 1);
    const text = this.text();
    this.edit(sync, side, id, field, key, text);
    if (what < 7) return;
    const other = [...fakes.there(sync, otherSide(side))].find(([, texts]) => texts[0] === key);
    if (other !== undefined)
      this.edit(sync, otherSide(side), other[0], field, key, what === 7 ? text : this.text());
  }

  edit(sync: Sync, side: Side, id: string, field: number, key: string, text: string): void {
    this.fakes.edit({ sync, side, id, field }, text);
    this.cells.person(sync, side, key, field, text);
  }

  /** What calls did since it was looked at is held against the law. */
  judge(): void {
    const { moves } = this.fakes;
    for (; this.#told < moves.length; this.#told++) {
      const move = moves[this.#told]!;
      met.writes++;
      if (move.from === null && move.field === 0) met.creates++;
      this.cells.sync(move, this.fakes.there(move.sync, move.side).get(move.id)?.[0] ?? '');
    }
  }

  /** Plans, approves a part or all, and pushes it; how many subjects there were to write. */
  async round(share: number, cut: boolean): Promise<number> {
    met.steps++;
    const { fakes, random } = this;
    const pushed = this.cells.read();
    await fakes.pull();
    await fakes.plan();
    let approved = 0;
    for (const sync of SYNCS) {
      const { total } = value(await fakes.session.view(sync, { ...NOTHING, scope: 'written' }));
      const rows = value(await fakes.session.rows(sync, 0, total));
      const subjects = rows.filter(() => random.chance(share)).map(({ subject }) => subject);
      if (subjects.length === 0) continue;
      value(await fakes.session.decide(sync, { kind: 'subjects', subjects }, 'approved'));
      approved += subjects.length;
    }
    if (approved === 0) return 0;
    const { shown, guards, items } = value(await fakes.session.pushAbout(1));
    if (items === 0) return 0;
    let calls = 0;
    const at = 1 + random.int(5);
    const fate = random.pick<Befalls>(['never-sent', 'no-answer']);
    // All that is on its way at the cut shares its fate, and what would come behind it is never sent.
    fakes.befalls = () => (++calls < at || !cut ? 'goes' : calls === at ? fate : 'never-sent');
    const confirmed = guards.map(({ confirm }) => confirm);
    const started = value(await fakes.session.pushStart({ shown, by: 'Ada', confirmed }));
    if (!started.ok) throw new Error(JSON.stringify(started));
    pushed();
    await this.#over(started.push, () => calls >= at && cut);
    fakes.befalls = () => 'goes';
    this.judge();
    return items;
  }

  async #over(push: string, isCut: () => boolean): Promise<void> {
    const { fakes, random } = this;
    for (;;) {
      const standing = value(await fakes.session.pushStanding(push));
      if (standing?.isOver === true && !standing.runs) return;
      if (isCut()) break;
      // The canary met something that a person has to see.
      if (standing !== null && !standing.runs) value(await fakes.session.pushResume(push));
      await new Promise((resolve) => setImmediate(resolve));
    }
    met.cuts++;
    await fakes.die();
    fakes.befalls = () => 'goes';
    this.judge();
    if (random.chance(0.5)) {
      met.meanwhile++;
      for (let n = 0; n < 3; n++) this.work();
    }
    await fakes.reopen();
    if (random.chance(0.3)) {
      met.stopped++;
      value(await fakes.session.pushStop(push));
    } else met.resumed++;
    for (;;) {
      const standing = value(await fakes.session.pushStanding(push));
      if (standing === null) throw new Error('the push is lost');
      if (standing.isOver && !standing.runs) return;
      if (!standing.runs) value(await fakes.session.pushResume(push));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** All that is open is carried out, undisturbed; then both sides are the same, save what waits for a person. */
  async settle(): Promise<void> {
    for (let rounds = 0; (await this.round(1, false)) > 0; rounds++) {
      met.rounds++;
      expect(rounds, 'it does not settle').toBeLessThan(2);
    }
    for (const sync of SYNCS) {
      const { total } = value(await this.fakes.session.view(sync, { ...NOTHING, scope: 'all' }));
      const rows = value(await this.fakes.session.rows(sync, 0, total));
      const asked = new Set(
        rows.filter(({ openConflicts }) => openConflicts > 0).map(({ left }) => left?.id),
      );
      const [left, right] = SIDES.map((side) => this.fakes.there(sync, side)) as [Shown, Shown];
      for (const shown of [left, right]) {
        const keys = [...shown.values()].map(([key]) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }
      const others = new Map([...right.values()].map((texts) => [texts[0], texts]));
      for (const [id, texts] of left) {
        if (this.#removed.has(JSON.stringify([sync, texts[0]]))) continue;
        if (asked.has(id)) met.asked++;
        else expect(others.get(texts[0])).toEqual(texts);
      }
      for (const key of others.keys()) {
        if (!this.#removed.has(JSON.stringify([sync, key])))
          expect([...left.values()].some((texts) => texts[0] === key)).toBe(true);
      }
    }
  }
}

it('[L15] [L17] histories of two apps whose pushes are cut at any call: no text comes back, no edit is undone at its source, nothing is created twice, and all settles', async () => {
  await overSeeds(HISTORIES, async (seed) => {
    const history = new History(seed);
    const { random } = history;
    await history.open();
    const rounds = 2 + random.int(4);
    for (let round = 0; round < rounds; round++) {
      for (let n = random.int(6); n >= 0; n--) history.work();
      await history.round(random.pick([0.4, 0.8, 1]), random.chance(0.7));
    }
    await history.settle();
  });
  console.log(JSON.stringify(met));
  expect(met.cuts).toBeGreaterThanOrEqual(ofAll(HISTORIES));
  expect(met.creates).toBeGreaterThanOrEqual(ofAll(HISTORIES * 4));
});
