import { idKey, makeId } from './ids.ts';
import { newOrg } from './org.ts';
import type { FakeField, FakeObject, Value, Values } from './schema.ts';

/** A record. Its values are under the names of its object's fields; `Id` has 18 characters. */
export type Row = Values & { Id: string };

/** As the app writes a time in JSON. */
export const stamp = (ms: number): string => new Date(ms).toISOString().replace('Z', '+0000');

const SECOND = 1_000;

/**
 * What an org knows: its kinds of records and the records. Everything here is done as asked, unchecked: by tests to set a scene, by a
 * person's hand meanwhile, and by the API after its checks. Each change is a second after the one before.
 */
export class Store {
  readonly objects: FakeObject[] = newOrg();
  /** Milliseconds since 1970, of the app. */
  now = Date.UTC(2026, 0, 1, 8);
  readonly #rows = new Map<string, Map<string, Row>>();
  #made = 0;

  object(name: string): FakeObject | null {
    return this.objects.find((one) => one.name.toLowerCase() === name.toLowerCase()) ?? null;
  }

  /** Which kind of records an id is of; null where its prefix is none's. */
  objectOfId(id: string): FakeObject | null {
    return this.objects.find(({ keyPrefix }) => id.startsWith(keyPrefix)) ?? null;
  }

  /** Those that are there and those that are deleted, by age. */
  all(object: string): Row[] {
    return [...(this.#rows.get(object)?.values() ?? [])];
  }

  /** Deleted ones too; null where there never was one, or it is purged. */
  row(object: string, id: unknown): Row | null {
    return this.#rows.get(object)?.get(idKey(id) ?? '') ?? null;
  }

  insert(object: string, values: Values): Row {
    const { keyPrefix, fields } = this.#known(object);
    const id = makeId(keyPrefix, ++this.#made);
    const at = this.#tick();
    const row: Row = {
      ...Object.fromEntries(fields.map(({ name, defaultValue }) => [name, defaultValue])),
      ...(fields.some(({ name }) => name === 'OwnerId') && { OwnerId: this.all('User')[0]?.Id ?? null }),
      ...(fields.some(({ name }) => name === 'CaseNumber') && {
        CaseNumber: String(this.#made).padStart(8, '0'),
      }),
      ...values,
      Id: id,
      IsDeleted: false,
      CreatedDate: at,
      LastModifiedDate: at,
      SystemModstamp: at,
    };
    calculate(fields, row);
    let rows = this.#rows.get(object);
    if (rows === undefined) this.#rows.set(object, (rows = new Map()));
    rows.set(idKey(id) ?? id, row);
    return row;
  }

  update(object: string, id: string, values: Values): Row {
    const row = this.#there(object, id);
    Object.assign(row, values);
    calculate(this.#known(object).fields, row);
    row['LastModifiedDate'] = row['SystemModstamp'] = this.#tick();
    return row;
  }

  /** Into the recycle bin. */
  remove(object: string, id: string): void {
    const row = this.#there(object, id);
    row['IsDeleted'] = true;
    row['SystemModstamp'] = this.#tick();
  }

  undelete(object: string, id: string): void {
    const row = this.#there(object, id);
    row['IsDeleted'] = false;
    row['SystemModstamp'] = this.#tick();
  }

  /** Out of the recycle bin, for good. */
  purge(object: string, id: string): void {
    this.#rows.get(object)?.delete(idKey(id) ?? '');
  }

  /** The loser is deleted and names the winner; what looked at it looks at the winner. */
  merge(object: string, winner: string, loser: string): void {
    const { Id: to } = this.#there(object, winner);
    const { Id: from } = this.#there(object, loser);
    this.update(object, loser, { MasterRecordId: to });
    this.remove(object, loser);
    for (const { name, fields } of this.objects) {
      const lookups = fields.filter(
        (one) => one.referenceTo.includes(object) && one.name !== 'MasterRecordId',
      );
      for (const row of this.all(name)) {
        for (const one of lookups) if (row[one.name] === from) this.update(name, row.Id, { [one.name]: to });
      }
    }
    this.update(object, winner, {});
  }

  /** Another schema from now on: a field added, or one in place of that of the same name. */
  setField(object: string, field: FakeField): void {
    const { fields } = this.#known(object);
    const at = fields.findIndex(({ name }) => name === field.name);
    fields.splice(at < 0 ? fields.length : at, at < 0 ? 0 : 1, field);
    if (at < 0) for (const row of this.all(object)) row[field.name] = field.defaultValue;
  }

  dropField(object: string, name: string): void {
    const { fields } = this.#known(object);
    fields.splice(
      fields.findIndex((one) => one.name === name),
      1,
    );
  }

  /** To go back to, where one bad record takes all others with it. */
  snapshot(): () => void {
    const rows = structuredClone([...this.#rows]);
    return () => {
      this.#rows.clear();
      for (const [name, one] of rows) this.#rows.set(name, one);
    };
  }

  #tick(): string {
    this.now += SECOND;
    return stamp(this.now);
  }

  #known(object: string): FakeObject {
    const found = this.object(object);
    if (found === null) throw new Error(`no object ${object}`);
    return found;
  }

  #there(object: string, id: string): Row {
    const row = this.row(object, id);
    if (row === null) throw new Error(`no ${object} ${id}`);
    return row;
  }
}

/** Fields that the app fills itself. */
function calculate(fields: readonly FakeField[], row: Row): void {
  const has = (name: string): boolean => fields.some((one) => one.name === name);
  const text = (name: string): Value => row[name] ?? null;
  if (has('FirstName')) row['Name'] = [text('FirstName'), text('LastName')].filter(Boolean).join(' ');
  if (has('Score__c')) row['Score__c'] = Number(text('NumberOfEmployees') ?? 0) * 1.5;
}
