import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LinkVerdict } from '../../src/lib/engine/index.ts';
import type { DecisionLog } from '../../src/lib/store/index.ts';
import { MemoryLocks } from './locks.ts';
import { valueOf } from './sample.ts';
import { World } from './world.ts';

const ROWS = 5;

type Step =
  | { readonly do: 'act'; readonly rows: readonly number[]; readonly code: number; readonly verdict: number }
  | { readonly do: 'undo' | 'redo' | 'kill' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('act' as const),
      rows: fc.uniqueArray(fc.nat(ROWS - 1)),
      code: fc.integer({ min: 1, max: 3 }),
      verdict: fc.nat(3),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const) }) },
);

/** The slow, obviously right one: every state there ever was. */
interface Model {
  states: { readonly codes: readonly number[]; readonly verdicts: readonly number[] }[];
  at: number;
}

it('[F1] acts, undo, redo and kills in any order: the decisions are those of a list of states', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const platform = { idb: { indexedDB: new IDBFactory(), IDBKeyRange }, objectStore: IDBObjectStore };
      const world = new World({ ...platform, locks: new MemoryLocks() });
      const { store } = await world.tab();
      const project = valueOf(await store.projects.create('P', { left: 'a', right: 'b' })).id;
      const start = { basis: { left: 'l', right: 'r' }, rows: { left: ROWS, right: 1 } };
      let log = valueOf(await store.decisions.start(project, 'contacts', start));
      const model: Model = {
        states: [{ codes: Array.from({ length: ROWS }, () => 0), verdicts: [] }],
        at: 0,
      };
      for (const each of steps) {
        log = await carryOut(each, { world, project, log, model });
        const { codes, verdicts } = model.states[model.at] ?? { codes: [], verdicts: [] };
        expect([...log.state.left.decision]).toEqual(codes);
        expect([...log.state.left.print]).toEqual(codes.flatMap((code) => [code, code * 2]));
        expect(log.state.verdicts.map((verdict) => Number(verdict.left)).sort()).toEqual(
          [...verdicts].sort(),
        );
        expect([log.canUndo, log.canRedo]).toEqual([model.at > 0, model.at < model.states.length - 1]);
      }
    }),
    { numRuns: 60 },
  );
});

async function carryOut(
  step: Step,
  on: { world: World; project: string; log: DecisionLog; model: Model },
): Promise<DecisionLog> {
  const { model, log } = on;
  switch (step.do) {
    case 'kill': {
      const { store } = await on.world.restart();
      valueOf(await store.projects.open(on.project));
      const again = valueOf(await store.decisions.open(on.project, 'contacts'));
      expect(again).not.toBeNull();
      return again ?? log;
    }
    case 'undo':
    case 'redo': {
      const to = model.at + (step.do === 'undo' ? -1 : 1);
      const result = await log[step.do]();
      expect(result.ok).toBe(to >= 0 && to < model.states.length);
      if (result.ok) model.at = to;
      return log;
    }
    case 'act': {
      const { codes, verdicts } = model.states[model.at] ?? { codes: [], verdicts: [] };
      const had = verdicts.includes(step.verdict);
      const verdict: LinkVerdict = {
        ...{ sync: 'contacts', left: String(step.verdict), right: 'r', at: '' },
        verdict: 'same',
      };
      const left = {
        rows: Uint32Array.from(step.rows),
        decision: Uint8Array.from(step.rows, () => step.code),
        print: Uint32Array.from(step.rows.flatMap(() => [step.code, step.code * 2])),
      };
      const list = had ? { remove: [verdict] } : { put: [verdict] };
      valueOf(await log.act({ label: '', left, verdicts: list }));
      model.states = model.states.slice(0, model.at + 1);
      model.states.push({
        codes: codes.map((code, row) => (step.rows.includes(row) ? step.code : code)),
        verdicts: had ? verdicts.filter((each) => each !== step.verdict) : [...verdicts, step.verdict],
      });
      model.at++;
      return log;
    }
    default:
      return step satisfies never;
  }
}
