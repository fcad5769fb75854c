import { mustBe, openHead } from './heads.ts';
import type { StoreParts } from './parts.ts';
import { done, failed, type Place, type Result } from './problem.ts';
import type { HeadRow, ProjectRow, Seal } from './rows.ts';
import { present } from './project-parts.ts';
import { mustHaveChunks } from './writing.ts';

/** What every head of bytes holds beside what its writer says. */
export interface BytesHead {
  readonly id: string;
  readonly when: string;
  readonly chunks: readonly Seal[];
}

/** What the row of a project becomes, and the heads nothing of it names any more. */
export interface Named {
  readonly row: ProjectRow;
  readonly dropped: readonly string[];
}

/** Bytes of a project in chunks, under heads in the table of baselines: baselines and result files. Missing or damaged is an error (L15). */
export class HeadedBytes {
  readonly #parts: StoreParts;

  constructor(parts: StoreParts) {
    this.#parts = parts;
  }

  /** Writes bytes and then, in one strict write, their head and the project that names it. What stood before stands until then. */
  async write<H extends BytesHead>(
    project: string,
    chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
    counts: Omit<H, keyof BytesHead> & { readonly links: number },
    name: (row: ProjectRow, id: string) => Named,
  ): Promise<Result<H>> {
    const id = this.#parts.newId();
    const lock = await this.#parts.writing.begin(id);
    const seals = await this.#putChunks(project, id, chunks);
    const when = this.#parts.now().toISOString();
    const head = { id, when, ...counts, chunks: seals.ok ? seals.value : [] } as unknown as H;
    const dropped = seals.ok ? await this.#writeHead(project, head, counts.links, name) : seals;
    lock.release();
    await this.#parts.chunks.drop(dropped.ok ? dropped.value : [id]);
    return dropped.ok ? done(head) : dropped;
  }

  /** Changes what the project names, and drops what it names no more. */
  async rename(project: string, change: (row: ProjectRow) => Named): Promise<Result<void>> {
    const { projects, baselines } = this.#parts.gate.db;
    const dropped = await this.#parts.gate.write(
      placeOf(project),
      project,
      [projects, baselines],
      async () => {
        const named = change(present(await projects.get(project), project));
        await baselines.bulkDelete([...named.dropped]);
        await projects.put(named.row);
        return named.dropped;
      },
    );
    return dropped.ok ? this.#parts.chunks.drop(dropped.value) : dropped;
  }

  /** The head the project names by `which`, null where it names none: its hash, and every chunk's key and length, were looked at. */
  async open<H extends BytesHead>(
    project: string,
    which: (row: ProjectRow) => string | null,
  ): Promise<Result<H | null>> {
    const { projects, baselines } = this.#parts.gate.db;
    const place = placeOf(project);
    const head = await this.#parts.gate.read(place, [projects, baselines], async () => {
      const id = which(present(await projects.get(project), project));
      return id === null ? null : mustBe(await baselines.get(id), place);
    });
    if (!head.ok || head.value === null) return head as Result<null>;
    const opened = await openHead<H>(this.#parts.sealing, head.value, place);
    if (!opened.ok) return opened;
    const keys = await this.#parts.chunks.keys(place, opened.value.id);
    if (!keys.ok) return keys;
    const lengths = opened.value.chunks.map((seal) => seal.length);
    const whole = keys.value.length === lengths.length && keys.value.every((key, i) => key[3] === lengths[i]);
    return whole ? opened : failed({ code: 'damaged', ...place });
  }

  /** Reads it chunk by chunk, each checked before it is handed over. What came before a problem is not to be used. */
  async read<H extends BytesHead>(
    project: string,
    which: (row: ProjectRow) => string | null,
    take: (bytes: Uint8Array) => void,
  ): Promise<Result<H | null>> {
    const head = await this.open<H>(project, which);
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
  async #writeHead(
    project: string,
    head: BytesHead,
    rows: number,
    name: (row: ProjectRow, id: string) => Named,
  ): Promise<Result<readonly string[]>> {
    const text = JSON.stringify(head);
    const seal = await this.#parts.sealing.ofText(text);
    const bytes = head.chunks.reduce((sum, each) => sum + each.length, seal.length);
    const { db } = this.#parts.gate;
    const { projects, baselines } = db;
    return this.#parts.gate.write(placeOf(project), project, [projects, baselines, db.chunks], async () => {
      await mustHaveChunks(db, head.id, head.chunks.length, placeOf(project));
      const { row, dropped } = name(present(await projects.get(project), project), head.id);
      const own: HeadRow = { id: head.id, project, rows, bytes, text, sha256: seal.sha256 };
      await baselines.put(own);
      await baselines.bulkDelete([...dropped]);
      await projects.put(row);
      return dropped;
    });
  }
}

const placeOf = (project: string): Place => ({ what: 'baseline', where: project });
