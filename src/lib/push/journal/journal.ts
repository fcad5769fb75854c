import type { PushPlan } from '../item.ts';
import { ENTRY_PIECE, piecesOf } from '../pieces.ts';
import { entryText, readEntry } from './entry-text.ts';
import type { JournalEntry } from './entry.ts';
import type { JournalLog, LogAnswer } from './log.ts';
import { Standing } from './standing.ts';

/** The journal cannot be written: nothing more is sent. */
export class JournalFailed extends Error {
  readonly because: string;

  constructor(because: string) {
    super(because);
    this.because = because;
  }
}

interface Waiting {
  readonly entry: JournalEntry;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** The journal of one push. What `write` promised is on the disk, and `standing` says it. */
export class Journal {
  readonly standing = new Standing();
  readonly #log: JournalLog;
  readonly #push: string;
  #count = 0;
  /** Entries that wait for the append that is under way: they go on the disk together. */
  #waiting: Waiting[] = [];
  #isWriting = false;

  private constructor(log: JournalLog, push: string) {
    this.#log = log;
    this.#push = push;
  }

  /** Writes a plan down before anything is sent of it: all of it or nothing. */
  static async begin(log: JournalLog, { items, ...plan }: PushPlan, at: string): Promise<LogAnswer<Journal>> {
    const pieces = piecesOf(items, ENTRY_PIECE).map((some): JournalEntry => ({ kind: 'items', items: some }));
    const entries: JournalEntry[] = [{ kind: 'begun', at, plan }, ...pieces];
    const begun = await log.begin(plan.id, entries.map(entryText));
    if (!begun.ok) return begun;
    const journal = new Journal(log, plan.id);
    journal.#take(entries);
    return { ok: true, value: journal };
  }

  /** What was written down of a push, after a reload or a crash. */
  static async open(log: JournalLog, push: string): Promise<LogAnswer<Journal>> {
    const texts = await log.read(push);
    if (!texts.ok) return texts;
    if (texts.value.length === 0) return { ok: false, because: 'not-begun' };
    const journal = new Journal(log, push);
    journal.#take(texts.value.map(readEntry));
    return { ok: true, value: journal };
  }

  /** On the disk when the promise is kept; throws `JournalFailed`, and then nothing may be sent. */
  write(entry: JournalEntry): Promise<void> {
    const written = new Promise<void>((done, failed) => this.#waiting.push({ entry, done, failed }));
    if (!this.#isWriting) void this.#writeAll();
    return written;
  }

  /** One append at a time: what batches in flight have to say meanwhile goes with the next. */
  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    for (let all = this.#waiting; all.length > 0; all = this.#waiting) {
      this.#waiting = [];
      try {
        await this.#append(all.map(({ entry }) => entry));
        for (const { done } of all) done();
      } catch (error) {
        for (const { failed } of all) failed(error);
      }
    }
    this.#isWriting = false;
  }

  async #append(entries: readonly JournalEntry[]): Promise<void> {
    const written = await this.#log.append(this.#push, this.#count, entries.map(entryText));
    if (!written.ok) throw new JournalFailed(written.because);
    this.#take(entries);
  }

  #take(entries: readonly JournalEntry[]): void {
    this.#count += entries.length;
    for (const entry of entries) this.standing.take(entry);
  }
}
