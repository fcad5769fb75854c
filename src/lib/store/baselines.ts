import { mustBe, openHead } from './heads.ts';
import type { StoreParts } from './parts.ts';
import { done, failed, type Place, type Result } from './problem.ts';
import { present } from './project-parts.ts';
import type { Seal } from './rows.ts';
import { mustHaveChunks } from './writing.ts';

/** What a baseline is and must be. */
export interface BaselineHead {
  readonly id: string;
  readonly when: string;
  /** Links, and what else the caller counts (plain JSON). */
  readonly links: number;
  readonly about: unknown;
  readonly chunks: readonly Seal[];
}

/** The baseline of a project: bytes in chunks of the caller's making, one for all syncs. Missing or damaged is an error (L15). */
export class Baselines {
  readonly #parts: StoreParts;

  constructor(parts: StoreParts) {
    this.#parts = parts;
  }

  /** Puts a baseline in the place of the former one, which stands until this one is whole on the disk. */
  async save(
    project: string,
    chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
    counts: { readonly links: number; readonly about: unknown },
  ): Promise<Result<BaselineHead>> {
    const id = this.#parts.newId();
    const lock = await this.#parts.writing.begin(id);
    const seals = await this.#putChunks(project, id, chunks);
    const head = {
      id,
      when: this.#parts.now().toISOString(),
      ...counts,
      chunks: seals.ok ? seals.value : [],
    };
    const replaced = seals.ok ? await this.#writeHead(project, head) : seals;
    lock.release();
    await this.#parts.chunks.drop(replaced.ok ? replaced.value : [id]);
    return replaced.ok ? done(head) : replaced;
  }

  /** Null only where the project never had one. */
  async open(project: string): Promise<Result<BaselineHead | null>> {
    const { projects, baselines } = this.#parts.gate.db;
    const place = placeOf(project);
    const head = await this.#parts.gate.read(place, [projects, baselines], async () => {
      const { baseline } = present(await projects.get(project), project);
      return baseline === null ? null : mustBe(await baselines.get(baseline), place);
    });
    if (!head.ok || head.value === null) return head as Result<null>;
    const opened = await openHead<BaselineHead>(this.#parts.sealing, head.value, place);
    if (!opened.ok) return opened;
    const keys = await this.#parts.chunks.keys(place, opened.value.id);
    if (!keys.ok) return keys;
    const lengths = opened.value.chunks.map((seal) => seal.length);
    const whole = keys.value.length === lengths.length && keys.value.every((key, i) => key[3] === lengths[i]);
    return whole ? opened : failed({ code: 'damaged', ...place });
  }

  /** Reads it chunk by chunk, each checked before it is handed over. What came before a problem is not to be used. */
  async read(project: string, take: (bytes: Uint8Array) => void): Promise<Result<BaselineHead | null>> {
    const head = await this.open(project);
    if (!head.ok || head.value === null) return head;
    for (const [piece, seal] of head.value.chunks.entries()) {
      const bytes = await this.#parts.chunks.get(placeOf(project), [head.value.id, 0, piece, seal.length]);
      if (!bytes.ok) return bytes;
      if (bytes.value === undefined || !(await this.#parts.sealing.holds(bytes.value, seal))) {
        return failed({ code: 'damaged', what: 'baseline', where: `${project}, chunk ${String(piece)}` });
      }
      take(bytes.value);
    }
    return head;
  }

  async #putChunks(
    project: string,
    id: string,
    chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  ): Promise<Result<readonly Seal[]>> {
    const seals: Seal[] = [];
    for await (const bytes of chunks) {
      const key = [id, 0, seals.length, bytes.length] as const;
      const put = await this.#parts.chunks.put(placeOf(project), [{ key, bytes }]);
      if (!put.ok) return put;
      seals.push(await this.#parts.sealing.of(bytes));
    }
    return done(seals);
  }

  /** The ids of what was replaced. */
  async #writeHead(project: string, head: BaselineHead): Promise<Result<string[]>> {
    const text = JSON.stringify(head);
    const seal = await this.#parts.sealing.ofText(text);
    const bytes = head.chunks.reduce((sum, each) => sum + each.length, seal.length);
    const { db } = this.#parts.gate;
    const { projects, baselines } = db;
    return this.#parts.gate.write(placeOf(project), project, [projects, baselines, db.chunks], async () => {
      await mustHaveChunks(db, head.id, head.chunks.length, placeOf(project));
      const row = present(await projects.get(project), project);
      const { id, links } = head;
      await baselines.put({ id, project, rows: links, bytes, text, sha256: seal.sha256 });
      if (row.baseline !== null) await baselines.delete(row.baseline);
      await projects.put({ ...row, baseline: id });
      return row.baseline === null ? [] : [row.baseline];
    });
  }
}

const placeOf = (project: string): Place => ({ what: 'baseline', where: project });
