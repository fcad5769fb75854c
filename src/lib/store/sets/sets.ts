import { Spare, type RecordSet } from '../../engine/index.ts';
import type { StoreParts } from '../parts.ts';
import { done, failed, Refusal, type Place, type Result } from '../problem.ts';
import { present } from '../project-parts.ts';
import type { ChunkKey } from '../rows.ts';
import { loadColumns, type FileRows } from './load.ts';
import { readManifest, type SetBeginning, type SetManifest } from './manifest.ts';
import { PartReader } from './part-reader.ts';
import { damaged } from './place.ts';
import { SetWriter } from './writer.ts';

/** Hashes checked so far, of all. */
export interface Verified {
  readonly done: number;
  readonly total: number;
}

/** The record sets. What is not as its manifest says is a problem that names the place, never fewer rows. */
export class RecordSets {
  readonly #parts: StoreParts;

  constructor(parts: StoreParts) {
    this.#parts = parts;
  }

  /** Begins a set; what the sync has on that side stays until the new one is finished. `spare`: memory to write in. */
  async begin(project: string, beginning: SetBeginning, spare = new Spare()): Promise<Result<SetWriter>> {
    const { gate, newId, now, writing } = this.#parts;
    const { projects } = gate.db;
    const place: Place = { what: 'project', where: project };
    const allowed = await gate.write(place, project, [projects], async () => {
      present(await projects.get(project), project);
    });
    if (!allowed.ok) return allowed;
    const id = newId();
    const lock = await writing.begin(id);
    const base = { ...beginning, id, project, when: now().toISOString() };
    return done(new SetWriter({ ...this.#parts, lock }, base, spare));
  }

  /** The manifest, once its own hash, every chunk's key and the length in it were looked at. */
  async open(id: string): Promise<Result<SetManifest>> {
    const manifest = await this.#manifest(id);
    if (!manifest.ok) return manifest;
    const { chunks } = manifest.value;
    const keys = await this.#parts.chunks.keys({ what: 'record-set', where: id }, id);
    if (!keys.ok) return keys;
    const there = new Set(keys.value.map((key) => nameOf(key)));
    for (const [part, seals] of chunks.entries()) {
      for (const [piece, seal] of seals.entries()) {
        if (!there.has(nameOf([id, part, piece, seal.length]))) return damaged(manifest.value, part, piece);
      }
    }
    return there.size === chunks.flat().length ? manifest : damaged(manifest.value);
  }

  /**
   * The set with these columns alone, its header their names in the file's order. Lengths and forms are always checked,
   * hashes unless told not to be. The arrays of a column are views on one buffer.
   */
  async load(
    id: string,
    columns: readonly string[],
    options: { readonly hashes?: boolean } = {},
  ): Promise<Result<RecordSet>> {
    const manifest = await this.#manifest(id);
    if (!manifest.ok) return manifest;
    const reader = new PartReader(
      this.#parts.chunks,
      this.#parts.sealing,
      manifest.value,
      options.hashes !== false,
    );
    return loadColumns(reader, manifest.value, columns);
  }

  /** More columns of a set that is open: neither its manifest nor its rows of the file are read again. Hashes are checked. */
  async more(manifest: SetManifest, open: FileRows, columns: readonly string[]): Promise<Result<RecordSet>> {
    const reader = new PartReader(this.#parts.chunks, this.#parts.sealing, manifest, true);
    const loaded = await loadColumns(reader, manifest, columns, open);
    if (loaded.ok) return loaded;
    // Another file may have taken its place meanwhile: that is no damage.
    const still = await this.#manifest(manifest.id);
    return still.ok ? loaded : still;
  }

  /** Checks every hash, part by part. */
  async verify(
    id: string,
    onProgress: (progress: Verified) => void = () => undefined,
    cancelled: () => boolean = () => false,
  ): Promise<Result<void>> {
    const manifest = await this.open(id);
    if (!manifest.ok) return manifest;
    const total = manifest.value.chunks.length;
    const reader = new PartReader(this.#parts.chunks, this.#parts.sealing, manifest.value, true);
    for (let part = 0; part < total; part++) {
      if (cancelled()) return failed({ code: 'cancelled' });
      const read = await reader.read([part]);
      if (!read.ok) {
        // Another file may have taken its place meanwhile: that is no damage.
        const still = await this.open(id);
        return still.ok ? read : still;
      }
      onProgress({ done: part + 1, total });
    }
    return done(undefined);
  }

  async #manifest(id: string): Promise<Result<SetManifest>> {
    const place: Place = { what: 'record-set', where: id };
    const { sets } = this.#parts.gate.db;
    const head = await this.#parts.gate.read(place, [sets], async () => {
      const row = await sets.get(id);
      if (row === undefined) throw new Refusal({ code: 'missing', ...place });
      return row;
    });
    if (!head.ok) return head;
    const holds = await this.#parts.sealing.holdsText(head.value.text, head.value.sha256);
    const manifest = holds ? readManifest(head.value) : null;
    return manifest === null
      ? failed({ code: 'damaged', what: 'record-set', where: `${id}, manifest` })
      : done(manifest);
  }
}

const nameOf = ([, part, piece, length]: ChunkKey): string =>
  `${String(part)} ${String(piece)} ${String(length)}`;
