import { createHash, type Hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** Characters gathered before they are written. */
const BUFFER = 1 << 20;

/**
 * The files of one plan on disk. They are written beside their places and put there together by `commit`, so that a run
 * that is cut short leaves the former plan as it was.
 */
export class OutputFolder {
  readonly #path: string;
  readonly #open = new Map<string, OutputFile>();
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
    for (const name of this.#removed) rmSync(join(this.#path, name), { force: true });
    this.#removed.clear();
    for (const name of this.#open.keys()) renameSync(this.#partial(name), join(this.#path, name));
    this.#open.clear();
  }

  /** Takes away what was not committed. */
  discard(): void {
    for (const [name, file] of this.#open) {
      file.close();
      rmSync(this.#partial(name), { force: true });
    }
    this.#open.clear();
    this.#removed.clear();
  }

  #partial(name: string): string {
    return join(this.#path, `${name}.part`);
  }
}

/** One file being written; holds at most a megabyte. */
export class OutputFile {
  readonly #hash: Hash = createHash('sha256');
  #descriptor: number | null;
  #waiting = '';

  constructor(path: string) {
    this.#descriptor = openSync(path, 'w');
  }

  write(text: string): void {
    this.#waiting += text;
    if (this.#waiting.length >= BUFFER) this.#flush();
  }

  /** Writes what waits and ends the file; returns the SHA-256 of its bytes, once. */
  close(): string | null {
    if (this.#descriptor === null) return null;
    this.#flush();
    closeSync(this.#descriptor);
    this.#descriptor = null;
    return this.#hash.digest('hex');
  }

  #flush(): void {
    if (this.#waiting === '' || this.#descriptor === null) return;
    const bytes = Buffer.from(this.#waiting, 'utf8');
    this.#waiting = '';
    this.#hash.update(bytes);
    for (let at = 0; at < bytes.length;) at += writeSync(this.#descriptor, bytes, at);
  }
}
