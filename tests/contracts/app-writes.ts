import { expect } from 'vitest';
import type { Capabilities } from '../../src/lib/connectors/app/app-connector.ts';
import { must, opened, valueOf, type Opened } from './app-opened.ts';
import type { AppUnderTest, Declare } from './app-server.ts';

/** Every act as the capabilities say, one bad of many, keys and ids: the app's own store is asked what became of it. */
export function appWrites(app: AppUnderTest, it: Declare): void {
  it(
    'creates records: one receipt each, and the store has them as they were written',
    opened(app, async (on) => {
      const items = [on.create(0), on.create(1), on.create(2)];
      if (!on.connector.can.create) return cannot(on, 'create', items.slice(0, 1));
      const receipts = await on.receipts('create', items);
      for (const item of items) {
        const receipt = receipts.get(item.key)!;
        if (receipt.kind !== 'written') throw new Error(JSON.stringify(receipt));
        expect(receipt.created).not.toBe(false);
        expect(await on.kept(receipt.id)).toEqual(suiteValues(on, item.values));
      }
      expect((await on.there()).length).toBe(3);
    }),
  );

  it(
    'changes what it is told, and nothing else',
    opened(app, async (on) => {
      const [id, other] = await on.put(2);
      const item = on.change(id!, new Map([[on.server.object.text, 'written']]));
      if (!on.connector.can.update) return cannot(on, 'update', [item]);
      const receipt = (await on.receipts('update', [item])).get(item.key)!;
      expect(receipt).toMatchObject({ kind: 'written', id });
      const before = suiteValues(on, on.values(0));
      expect(await on.kept(id!)).toEqual(new Map([...before, [on.server.object.text, 'written']]));
      expect(await on.kept(other!)).toEqual(suiteValues(on, on.values(1)));
      expect((await on.there()).length).toBe(2);
    }),
  );

  it(
    'clears a value by an empty text',
    opened(app, async (on) => {
      const { can } = on.connector;
      if (!can.update || !can.clear) return;
      const [id] = await on.put(1);
      await on.receipts('update', [on.change(id!, new Map([[on.server.object.note, '']]))]);
      expect((await on.kept(id!))?.get(on.server.object.note)).toBe('');
      expect((await on.kept(id!))?.get(on.server.object.text)).toBe('text 0');
    }),
  );

  it(
    '[F2] a create whose key is there already never makes a second record',
    opened(app, async (on) => {
      const { can } = on.connector;
      if (!can.create || on.server.object.unique === null) return;
      const [id] = await on.put(1);
      const item = on.create(0, new Map([[on.server.object.text, 'again']]));
      const answer = await on.write('create', [item]);
      expect((await on.there()).map((record) => record.id)).toEqual([id]);
      const [receipt] = answer.kind === 'receipts' ? answer.receipts : [];
      if (can.upsert) {
        expect(receipt).toMatchObject({ kind: 'written', id });
        expect(receipt?.kind === 'written' && receipt.created).not.toBe(true);
        expect((await on.kept(id!))?.get(on.server.object.text)).toBe('again');
      } else {
        expect(receipt?.kind ?? answer.kind).toBe('refused');
        expect((await on.kept(id!))?.get(on.server.object.text)).toBe('text 0');
      }
    }),
  );

  it(
    '[F2] the same create sent twice is one record',
    opened(app, async (on) => {
      if (!on.connector.can.create || on.server.object.unique === null) return;
      await on.write('create', [on.create(3)]);
      await on.write('create', [on.create(3)]);
      expect((await on.there()).length).toBe(1);
    }),
  );

  it(
    'one bad item of many is the only one that is not written, or none is where the app writes all or nothing',
    opened(app, async (on) => {
      const { can } = on.connector;
      if (!can.create) return;
      const { bad } = on.server.object;
      const items = [on.create(0), on.create(1, new Map([[bad.field, bad.value]])), on.create(2)];
      const answer = await on.write('create', items);
      const there = await on.there();
      if (can.transaction === 'batch') {
        expect(there).toEqual([]);
        if (answer.kind === 'receipts') {
          expect(answer.receipts.filter(({ kind }) => kind === 'written')).toEqual([]);
        } else expect(answer.kind).toBe('refused');
        return;
      }
      if (answer.kind !== 'receipts') throw new Error(JSON.stringify(answer));
      const kinds = new Map(answer.receipts.map(({ key, kind }) => [key, kind]));
      expect([...kinds].sort()).toEqual([
        ['create-0', 'written'],
        ['create-1', 'refused'],
        ['create-2', 'written'],
      ]);
      const texts = there.map((record) => valueOf(record, on.server.object.text)).sort();
      expect(texts).toEqual(['text 0', 'text 2']);
      const refused = answer.receipts.find(({ key }) => key === 'create-1');
      expect(refused?.kind === 'refused' && refused.refusal.said).not.toBe('');
    }),
  );

  it(
    'a change of an id that is not there is refused, and creates nothing',
    opened(app, async (on) => {
      const { can } = on.connector;
      if (!can.update) return;
      const [id] = await on.put(1);
      const { missingId, text } = on.server.object;
      const values = new Map([[text, 'written']]);
      const answer = await on.write('update', [on.change(id!, values), on.change(missingId, values)]);
      expect((await on.there()).map((record) => record.id)).toEqual([id]);
      if (can.transaction === 'batch') {
        expect((await on.kept(id!))?.get(text)).toBe('text 0');
        return;
      }
      if (answer.kind !== 'receipts') throw new Error(JSON.stringify(answer));
      const kinds = answer.receipts.map(({ key, kind }) => [key, kind]).sort();
      expect(kinds).toEqual(
        [
          [`change-${id!}`, 'written'],
          [`change-${missingId}`, 'refused'],
        ].sort(),
      );
    }),
  );

  it(
    'removes a record, and brings it back where it can',
    opened(app, async (on) => {
      const { can } = on.connector;
      const [id, stays] = await on.put(2);
      const item = on.change(id!, new Map());
      if (can.remove === null) return cannot(on, 'remove', [item]);
      const removed = await on.receipts('remove', [item]);
      expect(removed.get(item.key)).toMatchObject({ kind: 'written' });
      expect((await on.there()).map((record) => record.id)).toEqual([stays]);
      expect(must(await on.byIds([id!])).filter(({ deleted }) => !deleted)).toEqual([]);
      if (!can.restore) return cannot(on, 'restore', [item]);
      const restored = await on.receipts('restore', [item]);
      expect(restored.get(item.key)).toMatchObject({ kind: 'written' });
      expect(await on.kept(id!)).toEqual(suiteValues(on, on.values(0)));
    }),
  );

  it(
    'writes a full batch: nothing is lost or doubled',
    opened(app, async (on) => {
      const { can } = on.connector;
      if (!can.create) return;
      const items = Array.from({ length: can.batchSize }, (_, n) => on.create(n));
      const receipts = await on.receipts('create', items);
      const there = await on.there();
      const written = [...receipts.values()].flatMap((one) => (one.kind === 'written' ? [one.id] : []));
      expect(there.length).toBe(can.batchSize);
      expect([...written].sort()).toEqual(there.map(({ id }) => id).sort());
      // Every receipt is of its own item.
      const byId = new Map(there.map((record) => [record.id, record]));
      for (const item of items) {
        const receipt = receipts.get(item.key)!;
        const record = byId.get(receipt.kind === 'written' ? receipt.id : '')!;
        expect(valueOf(record, on.server.object.text)).toBe(item.values.get(on.server.object.text));
      }
    }),
  );
}

/** What a connector says it cannot, it does not do. */
async function cannot(
  on: Opened,
  act: keyof Pick<Capabilities, 'create' | 'update' | 'remove' | 'restore'>,
  items: Parameters<Opened['write']>[1],
): Promise<void> {
  const before = await on.there();
  const answer = await on.write(act, items);
  expect(answer.kind).not.toBe('unknown');
  if (answer.kind === 'receipts') {
    expect(answer.receipts.map(({ kind }) => kind)).toEqual(items.map(() => 'refused'));
  }
  expect(await on.there()).toEqual(before);
}

const suiteValues = (on: Opened, values: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(on.fields.map((name) => [name, values.get(name) ?? '']));
