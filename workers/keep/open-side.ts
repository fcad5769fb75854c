import { NOTHING_ASIDE, openRecords, type ReadAside, type Records } from '../../src/lib/engine/index.ts';
import type { Result, SetManifest, Store } from '../../src/lib/store/index.ts';
import { runToEnd } from '../common/run-steps.ts';
import { fill, fillingSet, type FillingSet } from './filling-set.ts';

/** Columns of a side read at once: few enough to bound the memory, since each is held twice until it is flat. */
const AT_ONCE = 4;

/**
 * One side of a sync, opened under an id field. Columns are read when they are first needed and stay; the records stay
 * the same object, so everything remembered about them does too.
 */
export class OpenSide {
  readonly manifest: SetManifest;
  readonly idField: string | null;
  readonly salesforce: boolean;
  readonly records: Records;
  readonly #store: Store;
  readonly #set: FillingSet;
  readonly #loaded: Set<string>;

  private constructor(
    store: Store,
    manifest: SetManifest,
    set: FillingSet,
    records: Records,
    [idField, salesforce]: readonly [string | null, boolean],
  ) {
    this.#store = store;
    this.manifest = manifest;
    this.idField = idField;
    this.salesforce = salesforce;
    this.#set = set;
    this.#loaded = new Set(idField === null ? [] : [idField]);
    this.records = only(this.#loaded, records);
  }

  /** Hashes of what is read are checked. `idField` is a name of the header or null. `reading`: the rows that were rejected. */
  static async open(
    store: Store,
    manifest: SetManifest,
    idField: string | null,
    salesforce: boolean,
    reading: ReadAside = NOTHING_ASIDE,
  ): Promise<Result<OpenSide>> {
    const loaded = await store.sets.load(manifest.id, idField === null ? [] : [idField]);
    if (!loaded.ok) return loaded;
    const set = fillingSet(manifest, loaded.value);
    const records = await runToEnd(openRecords(set, idField, salesforce, reading));
    const opened = new OpenSide(store, manifest, set, records, [idField, salesforce]);
    if (idField !== null) await opened.#flatten([idField]);
    return { ok: true, value: opened };
  }

  /** Reads the columns of these names that are not there yet; names the header does not have are passed over. */
  async need(names: Iterable<string>): Promise<Result<void>> {
    const known = new Set(this.manifest.header);
    const missing = [...new Set(names)].filter((name) => known.has(name) && !this.#loaded.has(name));
    for (let at = 0; at < missing.length; at += AT_ONCE) {
      const batch = missing.slice(at, at + AT_ONCE);
      const loaded = await this.#store.sets.more(this.manifest, this.#set.segments, batch);
      if (!loaded.ok) return loaded;
      fill(this.#set, loaded.value);
      for (const name of batch) this.#loaded.add(name);
      await this.#flatten(batch);
    }
    return { ok: true, value: undefined };
  }

  /** Makes the flat columns and lets go of their pieces. */
  async #flatten(names: readonly string[]): Promise<void> {
    await runToEnd(this.records.flatten(names));
    for (const name of names) {
      const index = this.#set.header.indexOf(name);
      for (const { columns } of this.#set.segments) delete columns[index];
    }
  }
}

/** The records, asked only for what was read. */
function only(loaded: ReadonlySet<string>, records: Records): Records {
  const there = (name: string): string => {
    if (!loaded.has(name)) throw new Error(`the column ${name} was not read from the store`);
    return name;
  };
  return {
    ...records,
    column: (name) => records.column(there(name)),
    inferred: (name) => records.inferred(there(name)),
  };
}
