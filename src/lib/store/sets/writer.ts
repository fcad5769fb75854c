import type { Segment, Spare } from '../../engine/index.ts';
import type { Chunk, Chunks } from '../chunks.ts';
import type { Gate } from '../gate.ts';
import type { HeldLock } from '../locks.ts';
import { done, failed, type Place, type Result, type StoreProblem } from '../problem.ts';
import { present } from '../project-parts.ts';
import { recordAct } from '../acts.ts';
import type { HeadRow, Seal } from '../rows.ts';
import type { Sealing } from '../sealing.ts';
import { mustHaveChunks } from '../writing.ts';
import { columnBytes, fileRowsBytes } from './column-chunk.ts';
import {
  FILE_ROWS,
  partOf,
  readManifest,
  type SetAbout,
  type SetBeginning,
  type SetManifest,
} from './manifest.ts';

/** Batches under way at once: reading goes on while the browser writes, without filling the memory. */
const IN_FLIGHT = 4;

/** What a writer needs of the store. */
export interface WriterParts {
  readonly gate: Gate;
  readonly chunks: Chunks;
  readonly sealing: Sealing;
  readonly lock: HeldLock;
}

/**
 * Writes a record set segment by segment. Until `finish` has been kept there is no set: what a killed browser leaves is
 * swept at the next opening, and the set it was to replace stands.
 */
export class SetWriter {
  readonly #parts: WriterParts;
  readonly #place: Place;
  readonly #base: Pick<SetManifest, 'id' | 'project' | 'when'> & SetBeginning;
  readonly #spare: Spare;
  readonly #segments: number[] = [];
  readonly #seals: Seal[][] = [];
  readonly #kinds: number[] = [];
  #inFlight: Promise<void>[] = [];
  #problem: StoreProblem | null = null;
  #ended = false;

  constructor(
    parts: WriterParts,
    base: Pick<SetManifest, 'id' | 'project' | 'when'> & SetBeginning,
    spare: Spare,
  ) {
    this.#parts = parts;
    this.#base = base;
    this.#spare = spare;
    this.#place = { what: 'record-set', where: base.id };
  }

  get id(): string {
    return this.#base.id;
  }

  /** Takes segments; kept when there is room for more. A problem may be of an earlier call. */
  async add(segments: readonly Segment[]): Promise<Result<void>> {
    if (this.#ended) throw new Error('the set is finished');
    for (const segment of segments) {
      while (this.#inFlight.length >= IN_FLIGHT) await this.#inFlight.shift();
      if (this.#problem !== null) return failed(this.#problem);
      const piece = this.#segments.length;
      this.#segments.push(segment.rows);
      segment.columns.forEach((column, i) => {
        this.#kinds[i] = (this.#kinds[i] ?? column.kinds) & column.kinds;
      });
      this.#inFlight.push(this.#write(segment, piece));
    }
    return done(undefined);
  }

  /** Writes the manifest, strictly; the set takes the place of the one that sync and side had. */
  async finish(about: SetAbout): Promise<Result<SetManifest>> {
    if (this.#ended) throw new Error('the set is finished');
    this.#ended = true;
    await Promise.all(this.#inFlight);
    if (this.#problem !== null) {
      await this.#clear();
      return failed(this.#problem);
    }
    const { header, report, profiles } = about;
    const width = header.length;
    if (this.#segments.length > 0 && this.#kinds.length !== width) throw new Error('the header does not fit');
    const chunks = Array.from({ length: width + 1 }, (_, part) => this.#seals[part] ?? []);
    const kinds = header.map((_, i) => this.#kinds[i] ?? 31);
    const rows = this.#segments.reduce((sum, each) => sum + each, 0);
    const counts = { rows, segments: this.#segments, kinds };
    const manifest: SetManifest = { ...this.#base, header, ...counts, report, profiles, chunks };
    const written = await this.#writeManifest(manifest);
    if (!written.ok) {
      await this.#clear();
      return written;
    }
    this.#parts.lock.release();
    await this.#parts.chunks.drop(written.value);
    return done(manifest);
  }

  /** Gives up: nothing was ever there. */
  async abort(): Promise<void> {
    this.#ended = true;
    await Promise.all(this.#inFlight);
    await this.#clear();
  }

  async #write(segment: Segment, piece: number): Promise<void> {
    const chunks = this.#chunks(segment, piece);
    const put = this.#parts.chunks.put(this.#place, chunks);
    for (const { key, bytes } of chunks) {
      const seals = (this.#seals[key[1]] ??= []);
      seals[piece] = await this.#parts.sealing.inPieces(bytes);
    }
    const result = await put;
    if (!result.ok) this.#problem ??= result.problem;
    // Both have made their copies.
    for (const { bytes } of chunks) this.#spare.give(bytes);
  }

  /** In memory that is used again from segment to segment. */
  #chunks(segment: Segment, piece: number): Chunk[] {
    const chunk = (part: number, bytes: Uint8Array<ArrayBuffer>): Chunk => ({
      key: [this.id, part, piece, bytes.length],
      bytes,
    });
    const columns = segment.columns.map((column, i) =>
      chunk(partOf(i), columnBytes(partOf(i), piece, column, this.#spare)),
    );
    return [...columns, chunk(FILE_ROWS, fileRowsBytes(FILE_ROWS, piece, segment, this.#spare))];
  }

  /** The sets that go. One that was decided on stays until its decisions are moved (`Decisions.move`). */
  async #writeManifest(manifest: SetManifest): Promise<Result<string[]>> {
    const { id, project, sync, side, rows, chunks } = manifest;
    const { gate, sealing } = this.#parts;
    const text = JSON.stringify(manifest);
    const seal = await sealing.ofText(text);
    const bytes = chunks.flat().reduce((sum, each) => sum + each.length, seal.length);
    const { db } = gate;
    const tables = [db.projects, db.sets, db.chunks, db.decisions, db.acts];
    return gate.write(this.#place, project, tables, async () => {
      const row = present(await db.projects.get(project), project);
      const basis = (await db.decisions.get([project, sync]))?.basis[side];
      await mustHaveChunks(db, id, chunks.flat().length, this.#place);
      const isOurs = (set: { sync: string; side: string }): boolean => set.sync === sync && set.side === side;
      const standing = row.sets.find(isOurs);
      const former = standing === undefined ? undefined : await db.sets.get(standing.id);
      const replaced = row.sets.filter((set) => isOurs(set) && set.id !== basis).map((set) => set.id);
      const sets = [...row.sets.filter((set) => !isOurs(set)), { sync, side, id }];
      await db.sets.put({ id, project, rows, bytes, text, sha256: seal.sha256 });
      await db.sets.bulkDelete(replaced);
      await db.projects.put({ ...row, sets });
      const about = { project, subject: 'records', sync, step: -1 } as const;
      const values = { side, file: manifest.putIn ?? manifest.file, replaced: replacedFile(former), rows };
      await recordAct(db, { ...about, at: manifest.when, code: 'read', values }, 'settled');
      return replaced;
    });
  }

  async #clear(): Promise<void> {
    await this.#parts.chunks.drop([this.id]);
    this.#parts.lock.release();
  }
}

/** The file a set was read from; null without one, or where its manifest cannot be read. */
function replacedFile(former: HeadRow | undefined): string | null {
  return former === undefined ? null : (readManifest(former)?.file ?? null);
}
