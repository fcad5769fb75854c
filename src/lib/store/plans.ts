import { openHead } from './heads.ts';
import { pack, unpack, type PackedArray } from './packed.ts';
import { labelOf, sorted, type PlanEntry, type PlanHead } from './plan-heads.ts';
import type { StoreParts } from './parts.ts';
import { done, failed, Refusal, type Place, type Result } from './problem.ts';
import { present } from './project-parts.ts';
import type { HeadRow } from './rows.ts';
import { mustHaveChunks } from './writing.ts';

/** Plans kept of a project, to compare the next with; the oldest goes. */
export const KEPT_PLANS = 5;

/** Columns of a plan by name (outcome, left row, right row …), all over its subjects. */
export interface KeptSync {
  readonly sync: string;
  readonly columns: Readonly<Record<string, PackedArray>>;
}

/** Plans a person looked at, as far as a comparison needs them. */
export class KeptPlans {
  readonly #parts: StoreParts;

  constructor(parts: StoreParts) {
    this.#parts = parts;
  }

  /** Keeps a plan; one that is kept under this key already is put in its place. */
  async keep(
    project: string,
    plan: { readonly planKey: string; readonly summary: unknown; readonly subjects: number },
    syncs: readonly KeptSync[],
  ): Promise<Result<PlanEntry>> {
    const id = this.#parts.newId();
    const parts = syncs.map(({ sync, columns }) => ({ sync, bytes: pack({ sync }, columns) }));
    const seals = await Promise.all(
      parts.map(async ({ sync, bytes }) => ({ sync, seal: await this.#parts.sealing.of(bytes) })),
    );
    const head: PlanHead = { id, project, ...plan, when: this.#parts.now().toISOString(), syncs: seals };
    const text = JSON.stringify(head);
    const textSeal = await this.#parts.sealing.ofText(text);
    const bytes = seals.reduce((sum, { seal }) => sum + seal.length, textSeal.length);
    const lock = await this.#parts.writing.begin(id);
    const batch = parts.map((part, i) => ({
      key: [id, i, 0, part.bytes.length] as const,
      bytes: part.bytes,
    }));
    const put = await this.#parts.chunks.put(placeOf(project), batch);
    const row: HeadRow = { id, project, rows: plan.subjects, bytes, text, sha256: textSeal.sha256 };
    const gone = put.ok ? await this.#writeHead(row, plan.planKey, batch.length) : put;
    lock.release();
    await this.#parts.chunks.drop(gone.ok ? gone.value : [id]);
    return gone.ok ? done(head) : gone;
  }

  /** Oldest first. A damaged one is left out: it is a comparison less, not data. */
  async list(project: string): Promise<Result<readonly PlanEntry[]>> {
    const { plans } = this.#parts.gate.db;
    const rows = await this.#parts.gate.read(placeOf(project), [plans], () =>
      plans.where('project').equals(project).toArray(),
    );
    if (!rows.ok) return rows;
    const heads = await Promise.all(
      sorted(rows.value).map((row) => openHead<PlanHead>(this.#parts.sealing, row, placeOf(project))),
    );
    return done(heads.flatMap((head) => (head.ok ? [head.value] : [])));
  }

  /** The columns of a kept plan. */
  async load(id: string): Promise<Result<readonly KeptSync[]>> {
    const place = placeOf(id);
    const { plans } = this.#parts.gate.db;
    const row = await this.#parts.gate.read(place, [plans], async () => {
      const found = await plans.get(id);
      if (found === undefined) throw new Refusal({ code: 'missing', ...place });
      return found;
    });
    if (!row.ok) return row;
    const head = await openHead<PlanHead>(this.#parts.sealing, row.value, place);
    if (!head.ok) return head;
    const syncs: KeptSync[] = [];
    for (const [part, { sync, seal }] of head.value.syncs.entries()) {
      const bytes = await this.#parts.chunks.get(place, [id, part, 0, seal.length]);
      if (!bytes.ok) return bytes;
      const holds = bytes.value !== undefined && (await this.#parts.sealing.holds(bytes.value, seal));
      const packed = holds && bytes.value !== undefined ? unpack(bytes.value) : null;
      if (packed === null) return failed({ code: 'damaged', what: 'plan', where: `${id}, ${sync}` });
      syncs.push({ sync, columns: Object.fromEntries(packed.arrays) });
    }
    return done(syncs);
  }

  /** The ids of what it replaces, and of what is too old. */
  #writeHead(row: HeadRow, planKey: string, chunks: number): Promise<Result<string[]>> {
    const { db } = this.#parts.gate;
    const { project } = row;
    const { projects, plans } = db;
    return this.#parts.gate.write(placeOf(project), project, [projects, plans, db.chunks], async () => {
      present(await projects.get(project), project);
      await mustHaveChunks(db, row.id, chunks, placeOf(project));
      const former = sorted(await plans.where('project').equals(project).toArray());
      const same = former.filter((each) => labelOf(each).planKey === planKey);
      const others = former.filter((each) => !same.includes(each));
      const dropped = [...same, ...others.slice(0, Math.max(0, others.length - KEPT_PLANS + 1))];
      const ids = dropped.map((each) => each.id);
      await plans.bulkDelete(ids);
      await plans.put(row);
      return ids;
    });
  }
}

const placeOf = (where: string): Place => ({ what: 'plan', where });
