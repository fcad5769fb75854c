import { expect } from 'vitest';
import { must, opened, valueOf } from './app-opened.ts';
import type { AppRecord } from '../../src/lib/connectors/app/app-connector.ts';
import type { AppUnderTest, Declare } from './app-server.ts';

/** What a connector reads is what the app's own store has. */
export function appReads(app: AppUnderTest, it: Declare): void {
  it(
    'names the account, the same in every call',
    opened(app, async ({ connector, server }) => {
      const account = must(await connector.account());
      const { account: described } = must(await connector.describe());
      expect(account.id).not.toBe('');
      expect(described).toEqual(account);
      expect(must(await (await server.again()).account())).toEqual(account);
    }),
  );

  it(
    'describes the object and its fields',
    opened(app, async ({ connector, server, fields }) => {
      const { objects } = must(await connector.describe());
      const object = objects.find(({ name }) => name === server.object.name);
      const names = object?.fields.map(({ name }) => name) ?? [];
      expect(names).toEqual(expect.arrayContaining([...fields, ...server.object.always.keys()]));
      expect(new Set(names).size).toBe(names.length);
      for (const name of [server.object.text, server.object.note]) {
        expect(object?.fields.find((field) => field.name === name)).toMatchObject({ readOnly: false });
      }
      if (server.object.unique !== null) expect(object?.uniqueFields).toContain(server.object.unique);
      if (connector.can.readChanged === 'modified') expect(object?.modifiedField).not.toBeNull();
    }),
  );

  it(
    'reads every record once, page by page, as the store has it',
    opened(app, async (on) => {
      await on.put(on.server.object.many);
      const pages = await on.pages();
      const records = pages.flat();
      const stored = await on.there();
      expect(pages.length).toBeGreaterThan(2);
      expect(on.ids(records)).toEqual(stored.map(({ id }) => id).sort());
      const byId = new Map(stored.map((one) => [one.id, one]));
      for (const record of records) {
        const one = byId.get(record.id)!;
        for (const name of on.fields) expect(valueOf(record, name)).toBe(valueOf(one, name));
      }
    }),
  );

  it(
    'an app without records has one empty page',
    opened(app, async (on) => {
      expect(await on.pages()).toEqual([[]]);
    }),
  );

  it(
    'a read that was cut goes on at its cursor, by another connector too: nothing is lost or doubled',
    opened(app, async (on) => {
      const { object } = on.server;
      await on.put(object.many);
      const request = { object: object.name, fields: on.fields, since: null, deleted: false };
      const first = must(await on.connector.read({ ...request, cursor: null }));
      expect(first.next).not.toBeNull();
      on.server.meet({ kind: 'dropped', after: true }, 1);
      expect(await on.connector.read({ ...request, cursor: first.next })).toMatchObject({
        ok: false,
        fault: { code: 'no-answer' },
      });
      const rest = await on.pages({ cursor: first.next, by: await on.server.again() });
      const ids = on.ids([...first.records, ...rest.flat()]);
      expect(ids).toEqual((await on.there()).map(({ id }) => id).sort());
    }),
  );

  it(
    'reads what changed since a time, and nothing older',
    opened(app, async (on) => {
      if (on.connector.can.readChanged === null) return;
      const [older, edited] = await on.put(2);
      const since = await on.server.moment();
      await on.server.edit(edited!, new Map([[on.server.object.text, 'edited']]));
      const [added] = await on.server.put([on.values(7)]);
      const changed = await on.all({ since });
      expect(on.ids(changed)).toEqual([edited!, added!].sort());
      expect(on.ids(changed)).not.toContain(older);
    }),
  );

  it(
    'reads by id those that are there, and does not make up the rest',
    opened(app, async (on) => {
      const [first, second, gone] = await on.put(3);
      await on.server.remove(gone!);
      const asked = [second!, on.server.object.missingId, first!, second!, gone!];
      const records = must(await on.byIds(asked)).filter(({ deleted }) => !deleted);
      expect(on.ids(records)).toEqual([first!, second!].sort());
      expect(must(await on.byIds([]))).toEqual([]);
    }),
  );

  it(
    'reads any number of ids',
    opened(app, async (on) => {
      const ids = await on.put(on.server.object.many);
      expect(on.ids(must(await on.byIds(ids)))).toEqual([...ids].sort());
    }),
  );

  it(
    'sees what a person changed a moment ago',
    opened(app, async (on) => {
      const [id] = await on.put(1);
      const { text, note } = on.server.object;
      expect(valueOf(must(await on.byIds([id!]))[0]!, text)).toBe('text 0');
      await on.server.edit(
        id!,
        new Map([
          [text, 'by a person'],
          [note, ''],
        ]),
      );
      const [record] = must(await on.byIds([id!]));
      expect([valueOf(record!, text), valueOf(record!, note)]).toEqual(['by a person', '']);
    }),
  );

  it(
    '[F8] finds by its key what was written a moment ago, and nothing for a value nobody has',
    opened(app, async (on) => {
      const { unique, uniqueValue, name } = on.server.object;
      if (unique === null) return;
      const ids = await on.put(2);
      const receipts = await on.receipts('create', [on.create(5)]);
      const receipt = receipts.get('create-5')!;
      expect(receipt.kind).toBe('written');
      const values = [uniqueValue(1), uniqueValue(99), uniqueValue(5)];
      const found = must(await on.connector.findByKey(name, { field: unique, values }, on.fields));
      const created = receipt.kind === 'written' ? receipt.id : '';
      expect(on.ids(found)).toEqual([ids[1]!, created].sort());
      for (const record of found) expect(values).toContain(valueOf(record, unique));
    }),
  );

  it(
    '[S373] finds by a field that is not unique, where it says that it can',
    opened(app, async (on) => {
      if (!on.connector.can.findsByAny) return;
      const { text, name } = on.server.object;
      const ids = await on.put(3);
      const twin = (await on.server.put([new Map([...on.values(7), [text, 'text 1']])]))[0]!;
      const key = { field: text, values: ['text 1', 'text nobody has'] };
      const found = must(await on.connector.findByKey(name, key, on.fields));
      expect(on.ids(found)).toEqual([ids[1]!, twin].sort());
    }),
  );

  it(
    '[S456] gives what is deleted whole, and says so in the field it names for that',
    opened(app, async (on) => {
      const { objects } = must(await on.connector.describe());
      const about = objects.find(({ name }) => name === on.server.object.name);
      const { archived } = about?.presence ?? {};
      if (archived === undefined) return;
      expect(on.connector.can.readDeleted).toBe(true);
      const says = about!.fields.find(({ name }) => name === archived.field);
      expect(says?.type).toBe('boolean');
      const [stays, goes] = await on.put(2);
      await on.server.remove(goes!);
      const fields = [...on.fields, archived.field];
      const read = async (deleted: boolean): Promise<AppRecord> => {
        const request = { object: on.server.object.name, fields, since: null, deleted, cursor: null };
        const [record, ...more] = must(await on.connector.read(request)).records;
        expect([record?.deleted, more]).toEqual([deleted, []]);
        return record!;
      };
      const [there, gone] = [await read(false), await read(true)];
      expect([there.id, gone.id]).toEqual([stays, goes]);
      expect(archived.is).toContain(valueOf(gone, archived.field));
      expect(archived.is).not.toContain(valueOf(there, archived.field));
      expect(on.fields.map((name) => valueOf(gone, name))).toEqual(
        on.fields.map((name) => on.values(1).get(name)),
      );
      // Among what went since a time, too.
      const since = await on.server.moment();
      const [later] = await on.server.put([on.values(5)]);
      await on.server.remove(later!);
      expect(on.ids(await on.all({ since, deleted: true }))).toEqual([later]);
    }),
  );

  it(
    'sees what is deleted there',
    opened(app, async (on) => {
      const [stays, goes] = await on.put(2);
      await on.server.remove(goes!);
      expect(on.ids(await on.all())).toEqual([stays]);
      if (on.connector.can.readDeleted) expect(on.ids(await on.all({ deleted: true }))).toEqual([goes]);
    }),
  );
}
