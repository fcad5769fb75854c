import type { Gate } from '../gate.ts';
import { Refusal, type Place, type Result } from '../problem.ts';
import { present } from '../project-parts.ts';
import type { JournalRow } from '../rows.ts';
import type { Sealing } from '../sealing.ts';

/** What a journal answers; `because` is the code of a problem, or says that it is not as the caller thinks. */
type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly because: string };

/**
 * The journals of a project's pushes: texts in order, of which the store knows nothing. Every call that writes is one strict transaction:
 * what was promised is on the disk (F1), each text with its hash, and how many there are beside them (F4).
 */
export class ProjectJournals {
  readonly #gate: Gate;
  readonly #sealing: Sealing;
  readonly #project: string;

  constructor(gate: Gate, sealing: Sealing, project: string) {
    this.#gate = gate;
    this.#sealing = sealing;
    this.#project = project;
  }

  /** A push begins with these texts. */
  async begin(push: string, texts: readonly string[]): Promise<Answer<void>> {
    const rows = await this.#rows(push, 0, texts);
    const { projects, pushes, journal } = this.#gate.db;
    return this.#write(async () => {
      present(await projects.get(this.#project), this.#project);
      if ((await pushes.get([this.#project, push])) !== undefined) return 'begun-already';
      const number = (await pushes.where('project').equals(this.#project).count()) + 1;
      await pushes.put({ project: this.#project, push, number, count: rows.length });
      await journal.bulkPut(rows);
      return null;
    });
  }

  /** All texts of a push, oldest first; none where it never began. */
  async read(push: string): Promise<Answer<readonly string[]>> {
    const { pushes, journal } = this.#gate.db;
    const place = this.#place(push);
    const found = await this.#gate.read(place, [pushes, journal], async () => {
      const head = await pushes.get([this.#project, push]);
      const key = [this.#project, push];
      const rows = await journal
        .where('[project+push+at]')
        .between(key, [...key, []])
        .toArray();
      if (rows.length !== (head?.count ?? 0)) throw new Refusal({ code: 'damaged', ...place });
      return rows;
    });
    if (!found.ok) return { ok: false, because: found.problem.code };
    for (const [at, row] of found.value.entries()) {
      const holds = row.at === at && (await this.#sealing.holdsText(row.text, row.sha256));
      if (!holds) return { ok: false, because: 'damaged' };
    }
    return { ok: true, value: found.value.map(({ text }) => text) };
  }

  /** Puts texts behind the `at` that are there. */
  async append(push: string, at: number, texts: readonly string[]): Promise<Answer<void>> {
    const rows = await this.#rows(push, at, texts);
    const { pushes, journal } = this.#gate.db;
    return this.#write(async () => {
      const head = await pushes.get([this.#project, push]);
      if (head === undefined) return 'not-begun';
      if (head.count !== at) return 'not-the-last';
      await pushes.put({ ...head, count: at + rows.length });
      await journal.bulkPut(rows);
      return null;
    });
  }

  /** Pushes in the order they began. */
  async list(): Promise<Answer<readonly string[]>> {
    const { pushes } = this.#gate.db;
    const found = await this.#gate.read(this.#place(''), [pushes], () =>
      pushes.where('project').equals(this.#project).sortBy('number'),
    );
    if (!found.ok) return { ok: false, because: found.problem.code };
    return { ok: true, value: found.value.map(({ push }) => push) };
  }

  /** `work` says why it wrote nothing, or null. */
  async #write(work: () => Promise<string | null>): Promise<Answer<void>> {
    const { projects, pushes, journal } = this.#gate.db;
    const written: Result<string | null> = await this.#gate.write(
      this.#place(''),
      this.#project,
      [projects, pushes, journal],
      work,
    );
    if (!written.ok) return { ok: false, because: written.problem.code };
    return written.value === null ? { ok: true, value: undefined } : { ok: false, because: written.value };
  }

  /** Sealed before the transaction: waiting for a digest would end it. */
  #rows(push: string, from: number, texts: readonly string[]): Promise<readonly JournalRow[]> {
    return Promise.all(
      texts.map(async (text, n) => {
        const { sha256 } = await this.#sealing.ofText(text);
        return { project: this.#project, push, at: from + n, text, sha256 };
      }),
    );
  }

  #place(push: string): Place {
    return { what: 'journal', where: push === '' ? this.#project : `${this.#project}, ${push}` };
  }
}
