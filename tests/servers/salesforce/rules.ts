import { idKey } from './ids.ts';
import type { Values } from './schema.ts';

/** What administrators and other people put in the way of a write; set by tests. */
export class Rules {
  readonly #locked = new Set<string>();
  readonly #validation: { readonly object: string; says(record: Values): string | null }[] = [];
  readonly #duplicates: { readonly object: string; readonly field: string }[] = [];
  readonly #forbidden = new Set<string>();

  /** Somebody else's transaction has it. */
  lock(id: string): void {
    this.#locked.add(idKey(id) ?? id);
  }

  unlock(id: string): void {
    this.#locked.delete(idKey(id) ?? id);
  }

  isLocked(id: string): boolean {
    return this.#locked.has(idKey(id) ?? id);
  }

  /** A validation rule: `says` its message of a record that it does not let through. */
  validate(object: string, says: (record: Values) => string | null): void {
    this.#validation.push({ object, says });
  }

  objections(object: string, record: Values): string[] {
    return this.#validation
      .filter((one) => one.object === object)
      .map(({ says }) => says(record))
      .filter((one) => one !== null);
  }

  /** A duplicate rule that blocks: no second record with the same text in the field. */
  noDuplicates(object: string, field: string): void {
    this.#duplicates.push({ object, field });
  }

  duplicateFields(object: string): string[] {
    return this.#duplicates.filter((one) => one.object === object).map(({ field }) => field);
  }

  /** Who is signed in may not write records of this kind. */
  forbid(object: string): void {
    this.#forbidden.add(object);
  }

  isForbidden(object: string): boolean {
    return this.#forbidden.has(object);
  }
}
