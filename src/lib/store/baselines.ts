import { HeadedBytes, type BytesHead, type Named } from './headed-bytes.ts';
import type { StoreParts } from './parts.ts';
import type { Result } from './problem.ts';
import { resultsOf } from './project-parts.ts';
import type { ProjectRow } from './rows.ts';

/** What a baseline is and must be. */
export interface BaselineHead extends BytesHead {
  /** Links, and what else the caller counts (plain JSON). */
  readonly links: number;
  readonly about: unknown;
}

/** A result file as it was given (BL7). */
export interface ResultHead extends BytesHead {
  /** Bytes. */
  readonly links: number;
  readonly file: string;
}

/** Which baseline of a project: the one plans were made with, or the one with what change files were made of since (S115). */
export type WhichBaseline = 'baseline' | 'handed-over';

type Bytes = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
type Counts = Omit<BaselineHead, keyof BytesHead>;

/**
 * The baselines of a project, bytes in chunks of the caller's making, one for all syncs: the one its plans are made with and, once change
 * files were made, the one with that hand-over (S115). Each has the result files that tell of it. Missing or damaged is an error (L15).
 */
export class Baselines {
  readonly #bytes: HeadedBytes;

  constructor(parts: StoreParts) {
    this.#bytes = new HeadedBytes(parts);
  }

  /** Puts a baseline in the place of all that was there before, which stands until this one is whole on the disk. */
  save(project: string, chunks: Bytes, counts: Counts): Promise<Result<BaselineHead>> {
    return this.#bytes.write<BaselineHead>(project, chunks, counts, (row, id) => ({
      row: { ...row, baseline: id, results: [], handedOver: null },
      dropped: [
        ...(row.baseline === null ? [] : [row.baseline]),
        ...resultsOf(row, 'baseline'),
        ...handed(row),
      ],
    }));
  }

  /**
   * Change files were made of a plan that was made `on` a baseline (its id; null: without one): what it hands over. Where that plan knew
   * of the last hand-over, that one is the baseline from now on; else the new one takes its place.
   */
  handOver(project: string, chunks: Bytes, counts: Counts, on: string | null): Promise<Result<BaselineHead>> {
    return this.#bytes.write<BaselineHead>(project, chunks, counts, (row, id) => {
      const last = row.handedOver ?? null;
      const handedOver = { id, results: [] };
      if (last === null || last.id !== on) return { row: { ...row, handedOver }, dropped: handed(row) };
      return {
        row: { ...row, baseline: last.id, results: last.results, handedOver },
        dropped: [...(row.baseline === null ? [] : [row.baseline]), ...resultsOf(row, 'baseline')],
      };
    });
  }

  /** The last hand-over was not loaded anywhere: it is forgotten with its result files. */
  forget(project: string): Promise<Result<void>> {
    return this.#bytes.rename(project, (row) => ({
      row: { ...row, handedOver: null },
      dropped: handed(row),
    }));
  }

  /** One more result file, of the last hand-over where there is one, else of the baseline. */
  addResult(project: string, chunks: Bytes, file: string, bytes: number): Promise<Result<ResultHead>> {
    return this.#bytes.write<ResultHead>(project, chunks, { links: bytes, file }, (row, id) => {
      const last = row.handedOver ?? null;
      const named: ProjectRow =
        last === null
          ? { ...row, results: [...resultsOf(row, 'baseline'), id] }
          : { ...row, handedOver: { ...last, results: [...last.results, id] } };
      return { row: named, dropped: [] };
    });
  }

  /** A result file is taken out again; nothing happens where it is none of the project's. */
  dropResult(project: string, id: string): Promise<Result<void>> {
    return this.#bytes.rename(project, (row): Named => {
      const others = (which: WhichBaseline): string[] => resultsOf(row, which).filter((one) => one !== id);
      const isOurs = (['baseline', 'handed-over'] as const).some((which) =>
        resultsOf(row, which).includes(id),
      );
      const last = row.handedOver ?? null;
      const handedOver = last === null ? null : { ...last, results: others('handed-over') };
      return { row: { ...row, results: others('baseline'), handedOver }, dropped: isOurs ? [id] : [] };
    });
  }

  /** Null only where the project never had one. */
  open(project: string, which: WhichBaseline = 'baseline'): Promise<Result<BaselineHead | null>> {
    return this.#bytes.open<BaselineHead>(project, idOf(which));
  }

  /** Reads it chunk by chunk, each checked before it is handed over. What came before a problem is not to be used. */
  read(
    project: string,
    take: (bytes: Uint8Array) => void,
    which: WhichBaseline = 'baseline',
  ): Promise<Result<BaselineHead | null>> {
    return this.#bytes.read<BaselineHead>(project, idOf(which), take);
  }

  /** Reads a result file the project names. */
  readResult(
    project: string,
    id: string,
    take: (bytes: Uint8Array) => void,
  ): Promise<Result<ResultHead | null>> {
    const named = (row: ProjectRow): string | null =>
      (['baseline', 'handed-over'] as const).some((which) => resultsOf(row, which).includes(id)) ? id : null;
    return this.#bytes.read<ResultHead>(project, named, take);
  }
}

const idOf =
  (which: WhichBaseline) =>
  (row: ProjectRow): string | null =>
    which === 'baseline' ? row.baseline : (row.handedOver?.id ?? null);

/** The heads of the last hand-over. */
const handed = (row: ProjectRow): string[] => {
  const last = row.handedOver ?? null;
  return last === null ? [] : [last.id, ...last.results];
};
