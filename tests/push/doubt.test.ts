import { describe, expect, it } from 'vitest';
import type { AppConnector } from '../../src/lib/connectors/app/app-connector.ts';
import type { Receipt } from '../../src/lib/connectors/app/write.ts';
import { rollbackOf } from '../../src/lib/push/index.ts';
import type { Befalls, MemoryFault } from '../servers/memory/memory-faults.ts';
import { altered } from '../contracts/altered.ts';
import { creates, renames, worldWith } from './changes.ts';
import { FreeLock } from './free-lock.ts';
import { HandControl } from './hand-control.ts';
import { appOf, begin, connectorsOf, itemOf, pushAll, runOnce, texts, toolsOf } from './push-world.ts';
import { judge } from './truth.ts';

/** The first write meets this, after `first` happened there. */
function onFirstWrite(fault: MemoryFault | null, first: () => void = () => undefined): Befalls {
  let writes = 0;
  return ({ what }) => {
    if (what !== 'write' || ++writes > 1) return null;
    first();
    return fault;
  };
}

/** The receipts of a connector, made into others. */
const receiptsOf =
  (change: (receipts: readonly Receipt[]) => readonly Receipt[]) =>
  (app: AppConnector): AppConnector =>
    altered(app, {
      write: async (batch) => {
        const answer = await app.write(batch);
        return answer.kind === 'receipts' ? { ...answer, receipts: change(answer.receipts) } : answer;
      },
    });

const DROPPED = { kind: 'dropped', after: false } as const;

describe('what became of a create that was in doubt', () => {
  it('a record that somebody else made with its key meanwhile is not taken for its own, nor written over', async () => {
    const world = worldWith(creates(1));
    const byHand = texts({ domain: 'c0.com', name: 'by hand' });
    const befalls = onFirstWrite(DROPPED, () => void world.apps.right.put('companies', byHand));
    const { results } = await pushAll(world, { befalls });
    expect(results).toMatchObject([{ is: 'unknown', because: 'other-values', lookedFor: { found: ['1'] } }]);
    expect(world.apps.right.there('companies').map(({ values }) => values.get('name'))).toEqual(['by hand']);
  });

  it('of several records with its key none is taken for its own', async () => {
    const world = worldWith(creates(1));
    let isSent = false;
    const befalls = onFirstWrite({ kind: 'dropped', after: true }, () => (isSent = true));
    const { results } = await pushAll(world, {
      befalls,
      through: (app) =>
        altered(app, {
          findByKey: async (...asked) => {
            const found = await app.findByKey(...asked);
            if (!found.ok || !isSent) return found;
            return { ok: true, value: found.value.flatMap((one) => [one, { ...one, id: 'twin' }]) };
          },
        }),
    });
    expect(results).toMatchObject([
      { is: 'unknown', because: 'several', lookedFor: { found: ['1', 'twin'] } },
    ]);
    expect(world.apps.right.done.length).toBe(1);
  });

  it('what is refused because of its own first try was written by it', async () => {
    const world = worldWith(creates(1));
    let looks = 0;
    const { results } = await pushAll(world, {
      befalls: onFirstWrite({ kind: 'dropped', after: true }),
      can: { upsert: false },
      through: (app) =>
        altered(app, {
          // The app's look-up lags: what was written a moment ago is not found yet.
          findByKey: async (...asked) => (++looks > 3 ? app.findByKey(...asked) : { ok: true, value: [] }),
        }),
    });
    expect(results).toMatchObject([{ is: 'written', id: '1', created: true }]);
    judge(world, results);
  });

  it('a record somebody made between the look and the call, which the app joined, is no record of ours', async () => {
    const world = worldWith(creates(1));
    const byHand = texts({ domain: 'c0.com', name: 'by hand' });
    const befalls = onFirstWrite(null, () => void world.apps.right.put('companies', byHand));
    const { results, journal } = await pushAll(world, { befalls });
    expect(results).toMatchObject([{ is: 'written', id: '1', created: false }]);
    const { can } = connectorsOf(world, {}).right;
    const back = rollbackOf(journal.standing, { left: can, right: can }, { ...world.plan, id: 'back' });
    expect(back.plan.items).toEqual([]);
    expect(back.notUndone).toMatchObject([{ because: 'was-there' }]);
  });
});

describe('what became of a change that was in doubt', () => {
  it('what a person made of it meanwhile is not written over, and not taken for written', async () => {
    const world = renames(1);
    const befalls = onFirstWrite(DROPPED, () =>
      world.apps.right.edit('companies', '1', texts({ name: 'by hand' })),
    );
    const { results } = await pushAll(world, { befalls });
    expect(results).toMatchObject([{ is: 'unknown', because: 'other-values' }]);
    expect(world.apps.right.get('companies', '1')?.values.get('name')).toBe('by hand');
  });

  it('a removal that was done is not done again, one that was not is', async () => {
    for (const after of [true, false]) {
      const right = appOf();
      const id = right.put('companies', texts({ domain: 'c.com' }));
      const world = worldWith([itemOf({ key: 'r', object: 'companies', act: 'remove', id })], right);
      const { results } = await pushAll(world, { befalls: onFirstWrite({ kind: 'dropped', after }) });
      expect(results).toMatchObject([{ is: 'written', reads: 'as-planned' }]);
      expect(right.done.length).toBe(1);
    }
  });

  it('so is a record brought back', async () => {
    for (const after of [true, false]) {
      const right = appOf();
      const id = right.put('companies', texts({ domain: 'c.com' }));
      right.delete('companies', id);
      const world = worldWith([itemOf({ key: 'r', object: 'companies', act: 'restore', id })], right);
      const { results } = await pushAll(world, { befalls: onFirstWrite({ kind: 'dropped', after }) });
      expect(results).toMatchObject([{ is: 'written', reads: 'as-planned' }]);
      expect(right.done.length).toBe(1);
    }
  });
});

describe('receipts', () => {
  it('count by their keys, in any order', async () => {
    const world = worldWith(creates(5));
    const { results } = await pushAll(world, { through: receiptsOf((all) => [...all].reverse()) });
    judge(world, results);
    expect(results.map(({ is }) => is)).toEqual(Array(5).fill('written'));
  });

  it('two for one item, or none, are a doubt: the app is asked', async () => {
    const world = worldWith(creates(3));
    const refusal = { category: null, code: 'NO', field: null, said: 'no', existing: null };
    const through = receiptsOf(([first, second]) => [
      ...(first === undefined ? [] : [first, { key: first.key, kind: 'refused', refusal } as const]),
      ...(second === undefined ? [] : [second]),
    ]);
    const { results } = await pushAll(world, { through });
    judge(world, results);
    expect(results.map(({ is }) => is)).toEqual(Array(3).fill('written'));
    expect(world.apps.right.done.length).toBe(3);
  });

  it('of another record are none: a change whose target was merged is looked for', async () => {
    const world = renames(1);
    const befalls = onFirstWrite(null, () => world.apps.right.erase('companies', '1'));
    const through = receiptsOf((all) =>
      all.map(({ key }) => ({ key, kind: 'written', id: 'winner', created: false })),
    );
    const { results } = await pushAll(world, { befalls, through });
    expect(results).toMatchObject([{ is: 'stale', found: null }]);
  });
});

describe('targets', () => {
  it('that are gone are not removed, and that are there are not brought back', async () => {
    const right = appOf();
    const gone = right.put('companies', texts({ domain: 'gone.com' }));
    const there = right.put('companies', texts({ domain: 'there.com' }));
    right.erase('companies', gone);
    const world = worldWith(
      [
        itemOf({ key: 'r', object: 'companies', act: 'remove', id: gone }),
        itemOf({ key: 'b', object: 'companies', act: 'restore', id: there }),
      ],
      right,
    );
    const { results } = await pushAll(world);
    expect(results.map(({ is }) => is)).toEqual(['stale', 'stale']);
    expect(right.done).toEqual([]);
  });

  it('that somebody brought back after they were removed are not as planned', async () => {
    const right = appOf();
    const id = right.put('companies', texts({ domain: 'c.com' }));
    const world = worldWith([itemOf({ key: 'r', object: 'companies', act: 'remove', id })], right);
    const { results } = await pushAll(world, {
      through: (app) =>
        altered(app, {
          write: async (batch) => {
            const answer = await app.write(batch);
            right.restore('companies', { key: 'r', id, unique: null, values: new Map() });
            return answer;
          },
        }),
    });
    expect(results).toMatchObject([{ is: 'written', reads: 'different' }]);
  });
});

describe('a run', () => {
  it('that meets a fault now and then is not taken for one whose app is down', async () => {
    const world = renames(120);
    let calls = 0;
    const befalls: Befalls = ({ what }) =>
      what === 'write' && ++calls % 2 === 1 ? { kind: 'overloaded', seconds: 1 } : null;
    const { states } = await pushAll(world, { befalls });
    expect(states).toEqual([{ is: 'done' }]);
    expect(calls).toBeGreaterThanOrEqual(24);
  });

  it('hears of a pause while it waits, and is over then', async () => {
    const world = worldWith(creates(30));
    const journal = await begin(world);
    const control = new HandControl();
    const tools = toolsOf(world);
    let calls = 0;
    const end = await runOnce(world, journal, {
      control,
      befalls: () => (++calls === 4 ? { kind: 'overloaded', seconds: 3600 } : null),
      tools: {
        ...tools,
        sleep: async (milliseconds, stop) => {
          control.want('pause');
          expect(stop.aborted).toBe(true);
          await tools.sleep(milliseconds, stop);
        },
      },
    });
    expect(end).toMatchObject({ ok: true, state: { is: 'paused', cause: { code: 'asked' } } });
    expect(calls).toBe(4);
  });

  it('lets go of its project, however it ends', async () => {
    const world = worldWith(creates(30));
    const lock = new FreeLock();
    const journal = await begin(world);
    let calls = 0;
    const befalls: Befalls = () => (++calls === 6 ? { kind: 'signed-out' } : null);
    for (const state of ['paused', 'done']) {
      const end = await runOnce(world, journal, { lock, befalls });
      expect(end).toMatchObject({ ok: true, state: { is: state } });
    }
  });
});
