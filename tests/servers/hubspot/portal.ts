import { isThere, SearchIndex } from './search-index.ts';
import { notFound, said, type Refused } from './errors.ts';
import type { HubSpotRecord, Kind } from './kind.ts';
import { Limits } from './limits.ts';
import { Links } from './links.ts';
import { customKind, standardKinds } from './standard.ts';
import type { Property } from './property.ts';
import { written, type Values } from './values.ts';

export type Made = { readonly record: HubSpotRecord } | { readonly refused: Refused };

const BEGAN = Date.parse('2026-11-30T08:00:00.000Z');

/**
 * A HubSpot account. Everything in it can be read and changed by a test, as people do who work there: `add`, `edit`, `remove`,
 * `restore`, `merge`.
 * Its clock stands still unless it is moved or another one is given; every write is a millisecond later than the one before.
 */
export class Portal {
  readonly id = 4711;
  readonly name = 'app.example-account.test';
  readonly kinds = new Map<string, Kind>();
  readonly links = new Links();
  readonly limits = new Limits();
  readonly search = new SearchIndex();
  /** Tokens that hold. */
  readonly tokens = new Set(['pat-test-0']);
  /** Scopes that are not granted: a call that needs one is refused. */
  readonly withheld = new Set<string>();
  readonly owners: { id: string; email: string; archived: boolean }[] = [
    { id: '51', email: 'ada@example.com', archived: false },
    { id: '52', email: 'bo@example.com', archived: false },
  ];
  /** Ids of records that something else is at work on: writing one is 423. */
  readonly locked = new Set<string>();
  readonly #clock: (() => number) | null;
  #now = BEGAN;
  #lastWrite = 0;
  #nextId = 1001;

  constructor(clock: (() => number) | null = null) {
    this.#clock = clock;
    for (const kind of standardKinds()) this.kinds.set(kind.name, kind);
  }

  get now(): number {
    return this.#clock === null ? this.#now : this.#clock();
  }

  /** Lets time pass. */
  wait(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** By its plural, its singular, its type, its full name; as calls may name it. */
  kind(name: string): Kind | null {
    const known = this.kinds.get(name);
    if (known !== undefined) return known;
    for (const kind of this.kinds.values()) {
      const bare = !kind.custom && kind.singular === name.toLowerCase();
      if (bare || kind.typeId === name || kind.fullName === name) return kind;
    }
    return null;
  }

  must(name: string): Kind {
    const kind = this.kind(name);
    if (kind === null) throw new Error(`no kind ${name}`);
    return kind;
  }

  addKind(name: string, number: number, own: readonly Property[] = []): Kind {
    const kind = customKind(name, number, own);
    this.kinds.set(kind.name, kind);
    return kind;
  }

  /** A record that is there already: nothing is asked of its values. */
  add(kindName: string, properties: Values): HubSpotRecord {
    return this.#keep(this.must(kindName), properties);
  }

  /** Somebody's work there. */
  edit(kindName: string, id: string, properties: Values): void {
    const kind = this.must(kindName);
    const record = kind.records.get(id);
    if (record === undefined) throw new Error(`no ${kindName} ${id}`);
    this.#change(kind, record, { ...record.properties, ...properties });
  }

  remove(kindName: string, id: string): void {
    const kind = this.must(kindName);
    const record = kind.records.get(id);
    if (record === undefined || !isThere(record)) return;
    record.archivedAt = this.#tick();
    record.updatedAt = record.archivedAt;
    this.#gone(kind, record);
  }

  /** Out of the recycle bin, as people do it in the app: nothing says that it dates the record, so here it does not. */
  restore(kindName: string, id: string): void {
    const kind = this.must(kindName);
    const record = kind.records.get(id);
    if (record?.archivedAt == null) throw new Error(`no archived ${kindName} ${id}`);
    record.archivedAt = null;
    record.updatedAt = Date.parse(record.properties[kind.modified] ?? '');
    kind.index(record, {});
    this.search.wrote(kind, record, this.now);
  }

  /** The loser goes into the winner, which keeps its own values where it has them. */
  merge(kindName: string, winnerId: string, loserId: string): void {
    const kind = this.must(kindName);
    const [winner, loser] = [kind.records.get(winnerId), kind.records.get(loserId)];
    if (winner === undefined || loser === undefined) throw new Error('no such records');
    loser.mergedInto = winnerId;
    this.#gone(kind, loser);
    const ids = [winner.properties['hs_merged_object_ids'] ?? '', loserId].filter((one) => one !== '');
    this.#change(kind, winner, {
      ...loser.properties,
      ...winner.properties,
      hs_merged_object_ids: ids.join(';'),
    });
  }

  /** As a call creates one. */
  create(kind: Kind, given: Values, rules: boolean): Made {
    const outcome = written(kind, null, given, rules);
    return 'refused' in outcome ? outcome : { record: this.#keep(kind, outcome.values) };
  }

  /** As a call updates one. Null: it was merged into another, and nothing is said of it. */
  update(kind: Kind, id: string, given: Values, rules: boolean): Made | null {
    const record = kind.records.get(id);
    if (record?.mergedInto != null) return null;
    if (record === undefined || !isThere(record))
      return { refused: { status: 404, error: notFound([id], kind.singular) } };
    if (this.locked.has(id))
      return {
        refused: { status: 423, error: said('LOCKED', `${kind.singular} ${id} is locked. Try again later.`) },
      };
    const outcome = written(kind, record, given, rules);
    if ('refused' in outcome) return outcome;
    this.#change(kind, record, outcome.values);
    return { record };
  }

  /** What `create` (id null) or `update` would be refused with; null where it would be done. */
  would(kind: Kind, id: string | null, given: Values, rules: boolean): Refused | null {
    const record = id === null ? null : kind.records.get(id);
    if (record === undefined) return { status: 404, error: notFound([id ?? ''], kind.singular) };
    const outcome = written(kind, record, given, rules);
    return 'refused' in outcome ? outcome.refused : null;
  }

  /** The record that an id asks for: of a merged one, the one it went into. */
  found(kind: Kind, id: string, archived = false): HubSpotRecord | null {
    const record = kind.records.get(id);
    if (record === undefined) return null;
    if (record.mergedInto !== null) return this.found(kind, record.mergedInto, archived);
    return (record.archivedAt !== null) === archived ? record : null;
  }

  #keep(kind: Kind, properties: Values): HubSpotRecord {
    const now = this.#tick();
    const id = String(this.#nextId++);
    const record: HubSpotRecord = {
      id,
      properties: { ...properties, hs_object_id: id, createdate: iso(now), [kind.modified]: iso(now) },
      createdAt: now,
      updatedAt: now,
      archivedAt: null,
      mergedInto: null,
    };
    kind.add(record);
    kind.index(record, {});
    this.search.wrote(kind, record, now);
    return record;
  }

  /** Every write bumps the modified date, also one that changes nothing. */
  #change(kind: Kind, record: HubSpotRecord, values: Values): void {
    const before = record.properties;
    record.updatedAt = this.#tick();
    record.properties = { ...values, [kind.modified]: iso(record.updatedAt) };
    kind.index(record, before);
    this.search.wrote(kind, record, record.updatedAt);
  }

  #gone(kind: Kind, record: HubSpotRecord): void {
    kind.index(record, record.properties);
    this.links.drop(kind.name, record.id, [...this.kinds.keys()]);
    this.search.wrote(kind, record, this.now);
  }

  #tick(): number {
    this.#lastWrite = Math.max(this.now, this.#lastWrite + 1);
    if (this.#clock === null) this.#now = this.#lastWrite;
    return this.#lastWrite;
  }
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
