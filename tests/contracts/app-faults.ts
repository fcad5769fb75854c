import { expect } from 'vitest';
import { must, opened, valueOf, type Opened } from './app-opened.ts';
import { FAULT_CODES, type AppUnderTest, type Declare, type WireFault } from './app-server.ts';

/** Faults in which an app did nothing, for certain. */
const REFUSED_AT_THE_DOOR: readonly WireFault[] = [
  { kind: 'signed-out' },
  { kind: 'forbidden' },
  { kind: 'rate-limited', seconds: 7 },
  { kind: 'overloaded', seconds: null },
];

/** Faults after which nobody knows. */
const DOUBT: readonly WireFault[] = [
  { kind: 'dropped', after: true },
  { kind: 'dropped', after: false },
  { kind: 'html', after: true },
  { kind: 'html', after: false },
];

/** What a connector says of a call that went wrong, and that it never says more than it knows. */
export function appFaults(app: AppUnderTest, it: Declare): void {
  for (const fault of [...REFUSED_AT_THE_DOOR, ...DOUBT]) {
    it(
      `a read that meets "${nameOf(fault)}" is a fault with its code, and the next one is whole`,
      opened(app, async (on) => {
        const ids = await on.put(2);
        on.server.meet(fault, 1);
        const answer = await on.byIds(ids);
        if (answer.ok) throw new Error('a fault was expected');
        expect(FAULT_CODES[fault.kind]).toContain(answer.fault.code);
        expect(on.ids(must(await on.byIds(ids)))).toEqual([...ids].sort());
      }),
    );

    it(
      `a write that meets "${nameOf(fault)}" says what is known of it`,
      opened(app, async (on) => {
        if (!on.connector.can.update) return;
        const [id] = await on.put(1);
        on.server.meet(fault, 1);
        const answer = await writeText(on, id!, 'written');
        if (answer.kind === 'receipts') throw new Error('a fault was expected');
        expect(FAULT_CODES[fault.kind]).toContain(answer.fault.code);
        const isDone = (await on.kept(id!))?.get(on.server.object.text) === 'written';
        if (answer.kind !== 'unknown') expect(isDone).toBe(false);
        if (DOUBT.includes(fault)) expect(answer.kind).toBe('unknown');
        // An app that has too much to do may have begun; the others said no at the door.
        else if (fault.kind !== 'overloaded') expect(answer.kind).not.toBe('unknown');
        expect((await writeText(on, id!, 'written')).kind).toBe('receipts');
        expect((await on.kept(id!))?.get(on.server.object.text)).toBe('written');
      }),
    );
  }

  it(
    'tells how long the app asks to wait',
    opened(app, async (on) => {
      on.server.meet({ kind: 'rate-limited', seconds: 7 }, 1);
      const answer = await on.byIds([on.server.object.missingId]);
      if (answer.ok) throw new Error('a fault was expected');
      // Not every app says it.
      if (answer.fault.waitFor !== null) expect(answer.fault.waitFor).toBe(7000);
    }),
  );

  it(
    'a sign-in that does not hold is seen by the cheap call too',
    opened(app, async (on) => {
      on.server.meet({ kind: 'signed-out' }, 1);
      expect(await on.connector.account()).toMatchObject({ ok: false, fault: { code: 'signed-out' } });
      expect((await on.connector.account()).ok).toBe(true);
    }),
  );

  it(
    'overloaded three times, then not: everything is written once',
    opened(app, async (on) => {
      if (!on.connector.can.create) return;
      on.server.meet({ kind: 'rate-limited', seconds: 1 }, 3);
      const items = [on.create(0), on.create(1)];
      let answer = await on.write('create', items);
      for (let tries = 0; answer.kind === 'not-done' && tries < 3; tries++)
        answer = await on.write('create', items);
      expect(answer.kind).toBe('receipts');
      const texts = (await on.there()).map((record) => valueOf(record, on.server.object.text)).sort();
      expect(texts).toEqual(['text 0', 'text 1']);
    }),
  );

  it(
    '[F3] a create whose answer is lost is found by its key',
    opened(app, async (on) => {
      const { unique, uniqueValue, name } = on.server.object;
      if (!on.connector.can.create || unique === null) return;
      on.server.meet({ kind: 'dropped', after: true }, 1);
      const answer = await on.write('create', [on.create(4)]);
      expect(answer.kind).toBe('unknown');
      const key = { field: unique, values: [uniqueValue(4)] };
      const found = must(await on.connector.findByKey(name, key, on.fields));
      expect(on.ids(found)).toEqual((await on.there()).map(({ id }) => id));
      expect(found.length).toBe(1);
    }),
  );
}

const writeText = (on: Opened, id: string, text: string) =>
  on.write('update', [on.change(id, new Map([[on.server.object.text, text]]))]);

const nameOf = (fault: WireFault): string =>
  'after' in fault ? `${fault.kind}, ${fault.after ? 'after' : 'before'} it was done` : fault.kind;
