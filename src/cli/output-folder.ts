import { createHash, type Hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { BookPlace } from '../lib/formats/index.ts';

/** Characters gathered before they are written. */
const BUFFER = 1 << 20;

/**
 * The files of one plan on disk. They are written beside their places and put there together by `commit`, so that a run
 * that is cut short leaves the former plan as it was.
 */
export class OutputFolder {
  readonly #path: string;
  readonly #open = new Map<string, OutputFile>();
  /** Pieces of files, which are none of their own. */
  readonly #waiting: OutputFile[] = [];
  readonly #removed = new Set<string>();

  /** Makes the folder where it is not there. */
  constructor(path: string) {
    this.#path = path;
    mkdirSync(path, { recursive: true });
  }

  /** A file of the folder, empty at first. */
  file(name: string): OutputFile {
    const known = this.#open.get(name);
    if (known !== undefined) return known;
    const file = new OutputFile(this.#partial(name));
    this.#open.set(name, file);
    return file;
  }

  /** Where a file is put together of pieces that grow beside each other: they wait on the disk too. */
  joined(name: string): BookPlace<OutputFile, OutputFile> {
    let spools = 0;
    return {
      spool: () => {
        const waiting = new OutputFile(this.#partial(`${name}.${String(++spools)}`));
        this.#waiting.push(waiting);
        return waiting;
      },
      joined: (pieces) => {
        const file = this.file(name);
        for (const piece of pieces) {
          if (piece instanceof OutputFile) piece.copyTo(file);
          else file.write(piece);
        }
        return file;
      },
    };
  }

  names(): readonly string[] {
    return readdirSync(this.#path);
  }

  /** A file that is there, as text; null where there is none. */
  read(name: string): string | null {
    const path = join(this.#path, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  }

  /** `commit` takes this file away. */
  remove(name: string): void {
    this.#removed.add(name);
  }

  /**
   * Takes away what was removed and puts every file in its place, in the order they were begun. Cut between two of them, a
   * former plan may lack files; a new one never has a former one's beside it.
   */
  commit(): void {
    for (const file of this.#open.values()) file.close();
    this.#dropWaiting();
    for (const name of this.#removed) rmSync(join(this.#path, name), { force: true });
    this.#removed.clear();
    for (const name of this.#open.keys()) renameSync(this.#partial(name), join(this.#path, name));
    this.#open.clear();
  }

  /** Takes away what was not committed. */
  discard(): void {
    this.#dropWaiting();
    for (const file of this.#open.values()) file.drop();
    this.#open.clear();
    this.#removed.clear();
  }

  #dropWaiting(): void {
    for (const file of this.#waiting.splice(0)) file.drop();
  }

  #partial(name: string): string {
    return join(this.#path, `${name}.part`);
  }
}

/** One file being written; holds at most a megabyte. */
export class OutputFile {
  readonly #path: string;
  readonly #hash: Hash = createHash('sha256');
  #descriptor: number | null;
  #waiting = '';

  constructor(path: string) {
    this.#path = path;
    this.#descriptor = openSync(path, 'w');
  }

  write(piece: string | Uint8Array): void {
    if (typeof piece === 'string') {
      this.#waiting += piece;
      if (this.#waiting.length >= BUFFER) this.#flush();
    } else {
      this.#flush();
      this.#append(piece);
    }
  }

  /** Writes what waits and ends the file; returns the SHA-256 of its bytes, once. */
  close(): string | null {
    if (this.#descriptor === null) return null;
    this.#flush();
    closeSync(this.#descriptor);
    this.#descriptor = null;
    return this.#hash.digest('hex');
  }

  /** Ends it and puts all of it behind another. */
  copyTo(other: OutputFile): void {
    this.close();
    const from = openSync(this.#path, 'r');
    try {
      const bytes = new Uint8Array(BUFFER);
      for (let read = readSync(from, bytes); read > 0; read = readSync(from, bytes))
        other.write(bytes.subarray(0, read));
    } finally {
      closeSync(from);
    }
  }

  /** Ends it and takes it away. */
  drop(): void {
    this.close();
    rmSync(this.#path, { force: true });
  }

  #flush(): void {
    if (this.#waiting === '') return;
    const bytes = Buffer.from(this.#waiting, 'utf8');
    this.#waiting = '';
    this.#append(bytes);
  }

  #append(bytes: Uint8Array): void {
    if (this.#descriptor === null) return;
    this.#hash.update(bytes);
    for (let at = 0; at < bytes.length;) at += writeSync(this.#descriptor, bytes, at);
  }
}
