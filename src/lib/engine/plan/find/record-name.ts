import { isBlankValue, valueOf, type Column } from '../../model/column.ts';
import { textAt, type Records } from '../../columns/records.ts';
import { keysOf } from '../../model/keys.ts';
import type { ObjectKind, ObjectSync } from '../../model/design.ts';
import type { Side } from '../../model/side.ts';
import { conceptsOf } from './concepts.ts';

/** Ways to name a record of a side, best first; a way is the fields whose texts make the name. */
export type NameFields = readonly (readonly string[])[];

/** What a record of a kind is called by, best first; the concepts are those of the suggestions. */
const PERSON = [['full-name'], ['first-name', 'last-name'], ['name']];
const WAYS: Readonly<Record<ObjectKind, readonly (readonly string[])[]>> = {
  companies: [['company-name'], ['name']],
  contacts: PERSON,
  leads: [...PERSON, ['company-name']],
  products: [['product-name'], ['name'], ['sku']],
  deals: [['deal-name'], ['name']],
  invoices: [['invoice-number'], ['name'], ['subject']],
  tickets: [['ticket-name'], ['subject'], ['name']],
  activities: [['subject'], ['name']],
  custom: [['name'], ['full-name'], ['first-name', 'last-name'], ['company-name'], ['subject']],
};

/**
 * The fields a record is named by: typical names of its kind among the fields the design names, of either side of a mapping or
 * key, then its e-mail. Where none of them has a value the id stands (`NameReader`).
 */
export function nameFields(sync: ObjectSync, side: Side): NameFields {
  const pairs = [
    ...sync.mappings.map(({ left, right }) => ({ left, right })),
    ...keysOf(sync).flatMap(({ fields }) => fields.map(({ left, right }) => ({ left, right }))),
  ];
  const concepts = conceptsOf(pairs, sync.kind);
  const fieldOf = (concept: string): string | undefined =>
    pairs.find((_, at) => concepts.left[at]!.has(concept) || concepts.right[at]!.has(concept))?.[side];
  const found = WAYS[sync.kind].flatMap((way) => {
    const fields = way.flatMap((concept) => fieldOf(concept) ?? []);
    return fields.length === 0 ? [] : [fields];
  });
  const email = sync.requireValidEmail?.[side] ?? fieldOf('email');
  return email === undefined ? found : [...found, [email]];
}

/** Names of the records of a side; fields that are not in the file are passed over. */
export class NameReader {
  /** The columns a name can come from, each once. */
  readonly columns: readonly Column[];
  readonly #records: Records;
  readonly #ways: readonly (readonly Column[])[];

  constructor(records: Records, fields: NameFields) {
    this.#records = records;
    const there = fields.map((way) => way.filter((field) => records.has(field)));
    this.#ways = there.map((way) => way.map((field) => records.column(field)));
    this.columns = [...new Set(this.#ways.flat())];
  }

  /** The first way that gives something, else the id. */
  name(row: number): string {
    for (const way of this.#ways) {
      const parts = way
        .filter((column) => !isBlankValue(column, valueOf(column, row)))
        .map((column) => textAt(column, row).trim());
      if (parts.length > 0) return parts.join(' ');
    }
    return this.#records.id(row);
  }
}
