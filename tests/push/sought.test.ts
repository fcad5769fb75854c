import { describe, expect, it } from 'vitest';
import type { AppConnector } from '../../src/lib/connectors/app/app-connector.ts';
import { rollbackOf, type PushItem } from '../../src/lib/push/index.ts';
import { soughtApart } from '../../src/lib/push/plan/sought-apart.ts';
import { altered } from '../contracts/altered.ts';
import type { MemoryApp } from '../servers/memory/memory-app.ts';
import type { Befalls, MemoryFault } from '../servers/memory/memory-faults.ts';
import { worldWith } from './changes.ts';
import {
  appOf,
  begin,
  connectorsOf,
  itemOf,
  pushAll,
  reopen,
  runOnce,
  texts,
  trimmed,
  type PushWorld,
} from './push-world.ts';
import { judge } from './truth.ts';

/** Notes, of which no field is unique, each looked for by its text. `known`: who had it when the plan was made. */
const notes = (count: number, known: readonly string[] = []): PushItem[] =>
  Array.from({ length: count }, (_, n) =>
    itemOf({
      key: `n${String(n)}`,
      object: 'notes',
      act: 'create',
      values: texts({ text: `note ${String(n)}`, mood: 'good' }),
      sought: { texts: texts({ text: `note ${String(n)}` }), known },
    }),
  );

/** The first write meets this, after `first` happened there. */
function onFirstWrite(fault: MemoryFault, first: () => void = () => undefined): Befalls {
  let writes = 0;
  return ({ what }) => {
    if (what !== 'write' || ++writes > 1) return null;
    first();
    return fault;
  };
}

const LOST = { kind: 'dropped', after: true } as const;
const NEVER_CAME = { kind: 'dropped', after: false } as const;

const put = (app: MemoryApp, text: string, mood: string): string => app.put('notes', texts({ text, mood }));

const createsIn = ({ apps }: PushWorld): number =>
  apps.right.done.filter(({ act }) => act === 'create').length;

describe('[S373] a create that no field of keeps a second one out', () => {
  it('is found by its key after its answer was lost, taken for its own and read back: nothing is created twice', async () => {
    const world = worldWith(notes(30));
    const { results } = await pushAll(world, { befalls: onFirstWrite(LOST) });
    judge(world, results);
    for (const result of results)
      expect(result).toMatchObject({ is: 'written', created: true, reads: 'as-planned' });
    expect(createsIn(world)).toBe(30);
  });

  it('is sent again where for certain nothing came of it', async () => {
    const world = worldWith(notes(30));
    const { results } = await pushAll(world, { befalls: onFirstWrite(NEVER_CAME) });
    judge(world, results);
    expect(results.map(({ is }) => is)).toEqual(Array(30).fill('written'));
    expect(createsIn(world)).toBe(30);
  });

  it('goes on after the browser was killed between the call and its answer', async () => {
    for (const after of [true, false]) {
      const world = worldWith(notes(5));
      const journal = await begin(world);
      const through = (app: AppConnector): AppConnector =>
        altered(app, {
          write: async (batch) => {
            if (after) await app.write(batch);
            throw new Error('killed');
          },
        });
      await expect(runOnce(world, journal, { through })).rejects.toThrow('killed');
      const again = await reopen(world.log, world.plan.id);
      expect(await runOnce(world, again)).toMatchObject({ ok: true, state: { is: 'done' } });
      expect(createsIn(world)).toBe(5);
      expect([...again.standing.items()].map(({ is }) => is)).toEqual(Array(5).fill('written'));
    }
  });

  it('is no record that was there before, whatever it says', async () => {
    for (const fault of [LOST, NEVER_CAME]) {
      const right = appOf();
      const old = put(right, 'note 0', 'good');
      const world = worldWith(notes(1, [old]), right);
      const { results, journal } = await pushAll(world, { befalls: onFirstWrite(fault) });
      expect(results).toMatchObject([{ is: 'written', created: true }]);
      expect(journal.standing.idOf('n0')).not.toBe(old);
      expect(createsIn(world)).toBe(1);
      const { can } = connectorsOf(world, {}).right;
      const back = rollbackOf(journal.standing, { left: can, right: can }, { ...world.plan, id: 'back' });
      expect(back.plan.items.map(({ id }) => id)).not.toContain(old);
    }
  });

  it('is none that was there a moment before either, though the plan did not know that one had its key', async () => {
    const world = worldWith(notes(1));
    let old = '';
    const { results } = await pushAll(world, {
      befalls: onFirstWrite(NEVER_CAME),
      through: (app) =>
        altered(app, {
          // Made between the look and the call it would be new; told at the look it makes the create stale.
          findByKey: async (...asked) => {
            old ||= put(world.apps.right, 'note 0', 'good');
            return app.findByKey(...asked);
          },
        }),
    });
    expect(results).toMatchObject([{ is: 'stale' }]);
    expect(world.apps.right.done).toEqual([]);
  });

  it('is none of a person, who made one with its key meanwhile that says something else', async () => {
    const world = worldWith(notes(1));
    const befalls = onFirstWrite(NEVER_CAME, () => put(world.apps.right, 'note 0', 'by hand'));
    const { results } = await pushAll(world, { befalls });
    expect(results).toMatchObject([
      {
        is: 'unknown',
        because: 'another-persons',
        lookedFor: { field: 'text', value: 'note 0', found: ['1'] },
      },
    ]);
    expect(world.apps.right.done).toEqual([]);
  });

  it('is none of several', async () => {
    const world = worldWith(notes(1));
    const befalls = onFirstWrite(LOST, () => put(world.apps.right, 'note 0', 'good'));
    const { results } = await pushAll(world, { befalls });
    expect(results).toMatchObject([{ is: 'unknown', because: 'several', lookedFor: { found: ['1', '2'] } }]);
    expect(createsIn(world)).toBe(1);
  });

  it('is none that another item of the push wrote', async () => {
    const [first, second] = notes(2) as [PushItem, PushItem];
    const same = { ...second, values: first.values, sought: first.sought! };
    const world = { ...worldWith([first, same]), inFlight: 1 };
    let writes = 0;
    const befalls: Befalls = ({ what }) => (what === 'write' && ++writes === 2 ? NEVER_CAME : null);
    const { results } = await pushAll(world, { befalls, can: { batchSize: 1 } });
    judge(world, results);
    expect(new Set(results.map((result) => (result.is === 'written' ? result.id : '')))).toEqual(
      new Set(['1', '2']),
    );
  });

  it('is not sent again to an app that was seen to keep its key in another form', async () => {
    const right = appOf();
    const shouting = right.objects.get('notes')!.fields.find(({ name }) => name === 'text')!;
    Object.assign(shouting, { form: (text: string) => `${trimmed(text)} (kept)` });
    const world = worldWith(notes(30), right);
    let writes = 0;
    // Those that go first are read back; then an answer is lost.
    const befalls: Befalls = ({ what }) => (what === 'write' && ++writes === 2 ? LOST : null);
    const { results } = await pushAll(world, { befalls });
    const lost = results.filter(({ is }) => is === 'unknown');
    expect(lost.length).toBeGreaterThan(0);
    for (const one of lost) expect(one).toMatchObject({ because: 'other-form', lookedFor: { found: [] } });
    expect(createsIn(world)).toBe(30);
  });

  it('is found in a form apps like: without the blanks around it, in small letters', async () => {
    const right = appOf();
    Object.assign(right.objects.get('notes')!.fields[0]!, {
      form: (text: string) => text.trim().toLowerCase(),
    });
    const item = { ...notes(1)[0]!, values: texts({ text: ' Note X ', mood: 'good' }) };
    const world = worldWith([{ ...item, sought: { texts: texts({ text: ' Note X ' }), known: [] } }], right);
    const { results } = await pushAll(world, { befalls: onFirstWrite(LOST) });
    expect(results).toMatchObject([{ is: 'written', created: true, reads: 'normalised' }]);
    expect(createsIn(world)).toBe(1);
  });

  it('with the key of another create of the push is looked for by nothing, and neither is the other', () => {
    const [first, second, third] = notes(3) as [PushItem, PushItem, PushItem];
    const same = { ...second, sought: { texts: texts({ text: 'NOTE 0' }), known: [] } };
    expect(soughtApart([first, same, third]).map(({ sought }) => sought !== undefined)).toEqual([
      false,
      false,
      true,
    ]);
    const elsewhere = { ...same, side: 'left' as const };
    expect(soughtApart([first, elsewhere]).every(({ sought }) => sought !== undefined)).toBe(true);
  });

  it('stays unknown where the app does not look for records by such a field: the push goes on', async () => {
    const world = worldWith(notes(30));
    const fault = {
      code: 'refused',
      category: 'mapping',
      status: 400,
      said: 'cannot be filtered',
      waitFor: null,
    } as const;
    const { results, states } = await pushAll(world, {
      befalls: onFirstWrite(LOST),
      through: (app) => altered(app, { findByKey: () => Promise.resolve({ ok: false, fault }) }),
    });
    expect(results.filter(({ is }) => is === 'unknown')).toMatchObject([{ because: 'no-unique-key' }]);
    expect(states.at(-1)).toEqual({ is: 'done' });
    expect(createsIn(world)).toBe(30);
  });

  it('without any key stays unknown, and is never sent twice', async () => {
    const items = notes(1).map(({ sought: _, ...item }) => item);
    const world = worldWith(items);
    const { results } = await pushAll(world, { befalls: onFirstWrite(NEVER_CAME) });
    expect(results).toMatchObject([{ is: 'unknown', because: 'no-unique-key' }]);
    expect(world.apps.right.done).toEqual([]);
  });
});
