import type { Property } from './property.ts';

/** A record. Its values are replaced, never changed, so that what the search index holds stays as it was. */
export interface HubSpotRecord {
  readonly id: string;
  properties: Readonly<Record<string, string>>;
  readonly createdAt: number;
  updatedAt: number;
  archivedAt: number | null;
  /** The record it was merged into: it is not there any more, and asking for it gives that one. */
  mergedInto: string | null;
}

/** `property` must not be blank while `on` is one of `values`. */
export interface ConditionalRule {
  readonly property: string;
  readonly on: string;
  readonly values: readonly string[];
}

export interface Pipeline {
  readonly id: string;
  readonly label: string;
  readonly stages: readonly { readonly id: string; readonly label: string; readonly closed: boolean }[];
}

/** One kind of objects of a portal: its definition and its records. */
export class Kind {
  /** As calls name it: `contacts`, `2-101`. */
  readonly name: string;
  readonly singular: string;
  readonly typeId: string;
  readonly fullName: string;
  readonly custom: boolean;
  /** The property that holds when it was last changed. */
  readonly modified: string;
  readonly properties = new Map<string, Property>();
  /** Of its schema: asked of every create, whatever the version. */
  required: readonly string[] = [];
  /** Of the form people create it with: asked of creates since 2026-09. */
  createForm: readonly string[] = [];
  rules: readonly ConditionalRule[] = [];
  pipelines: readonly Pipeline[] = [];
  /** Kinds that the schema of a custom object says it can be associated with, by their names. */
  links: readonly string[] = [];
  readonly records = new Map<string, HubSpotRecord>();
  /** The same in the order of their ids. */
  readonly ordered: HubSpotRecord[] = [];
  /** Of every property whose values are unique: its values, and whose they are. */
  readonly #taken = new Map<string, Map<string, string>>();

  constructor(is: {
    name: string;
    singular: string;
    typeId: string;
    fullName?: string;
    custom?: boolean;
    properties: readonly Property[];
  }) {
    this.name = is.name;
    this.singular = is.singular;
    this.typeId = is.typeId;
    this.fullName = is.fullName ?? is.singular.toUpperCase();
    this.custom = is.custom ?? false;
    this.modified = is.name === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate';
    for (const one of is.properties) this.properties.set(one.name, one);
  }

  add(record: HubSpotRecord): void {
    this.records.set(record.id, record);
    this.ordered.push(record);
  }

  /** Where the records begin whose ids are greater. */
  behind(id: number): number {
    let [from, to] = [0, this.ordered.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (Number(this.ordered[middle]?.id) <= id) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** Contacts' e-mail is unique though its property does not say so. */
  isUnique(name: string): boolean {
    return (
      (this.name === 'contacts' && name === 'email') || this.properties.get(name)?.hasUniqueValue === true
    );
  }

  /** The record that is there and has this value. */
  holder(name: string, value: string): string | null {
    return this.#taken.get(name)?.get(value.trim().toLowerCase()) ?? null;
  }

  /** Says anew whose its values are: none, of a record that is gone. */
  index(record: HubSpotRecord, before: Readonly<Record<string, string>>): void {
    const gone = record.archivedAt !== null || record.mergedInto !== null;
    for (const name of this.properties.keys()) {
      if (!this.isUnique(name)) continue;
      const values = this.#taken.get(name) ?? new Map<string, string>();
      this.#taken.set(name, values);
      const old = (before[name] ?? '').trim().toLowerCase();
      if (values.get(old) === record.id) values.delete(old);
      const value = (record.properties[name] ?? '').trim().toLowerCase();
      if (value !== '' && !gone) values.set(value, record.id);
    }
  }
}
