import type { Chunks } from '../chunks.ts';
import { done, type Result } from '../problem.ts';
import type { Sealing } from '../sealing.ts';
import type { SetManifest } from './manifest.ts';
import { damaged } from './place.ts';

export interface PartRead {
  readonly part: number;
  /** A chunk for each segment, of the length the manifest says. */
  readonly pieces: readonly Uint8Array[];
}

/** Reads whole parts of a set and checks number and lengths of their chunks, with `hashes` their hashes too. */
export class PartReader {
  readonly #chunks: Chunks;
  readonly #sealing: Sealing;
  readonly #manifest: SetManifest;
  readonly #hashes: boolean;

  constructor(chunks: Chunks, sealing: Sealing, manifest: SetManifest, hashes: boolean) {
    this.#chunks = chunks;
    this.#sealing = sealing;
    this.#manifest = manifest;
    this.#hashes = hashes;
  }

  async read(parts: readonly number[]): Promise<Result<readonly PartRead[]>> {
    const { id, chunks } = this.#manifest;
    const read = await this.#chunks.parts({ what: 'record-set', where: id }, id, parts);
    if (!read.ok) return read;
    const found: PartRead[] = [];
    for (const [i, part] of parts.entries()) {
      const pieces = read.value[i] ?? [];
      const seals = chunks[part] ?? [];
      const wrong = seals.findIndex((seal, piece) => pieces[piece]?.length !== seal.length);
      if (wrong >= 0) return damaged(this.#manifest, part, wrong);
      if (pieces.length !== seals.length) return damaged(this.#manifest, part);
      if (this.#hashes) {
        const held = await Promise.all(
          seals.map((seal, piece) => this.#sealing.holds(at(pieces, piece), seal)),
        );
        if (held.includes(false)) return damaged(this.#manifest, part, held.indexOf(false));
      }
      found.push({ part, pieces });
    }
    return done(found);
  }
}

const at = (pieces: readonly Uint8Array[], piece: number): Uint8Array => pieces[piece] ?? new Uint8Array(0);
