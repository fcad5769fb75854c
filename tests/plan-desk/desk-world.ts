import { UNWATCHED } from '../../workers/common/work.ts';
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { inputReport, readAside } from '../../src/lib/connectors/input-report.ts';
import { readCsv } from '../../src/lib/connectors/csv/index.ts';
import { bytesSource } from '../../src/lib/connectors/source.ts';
import {
  ALL_SUBJECTS,
  drain,
  openRecords,
  readDesign,
  idForm,
  SIDES,
  type Both,
  type InputReport,
  type Records,
  type Side,
} from '../../src/lib/engine/index.ts';
import { readBaseline } from '../../src/lib/formats/index.ts';
import { createTools } from '../../src/lib/tools/index.ts';
import type { Result, Store } from '../../src/lib/store/index.ts';
import type { PlanContext } from '../../workers/common/plan-context.ts';
import { withResults } from '../../workers/keep/hand-over.ts';
import { planDesk } from '../../workers/plan/plan-desk.ts';
import type { Desk } from '../../workers/project/desk.ts';
import type { Answer, Filter, PlanHead, Row } from '../../src/lib/conversation/index.ts';
import { MemoryLocks } from '../store/locks.ts';
import { storeSet } from '../store/sample.ts';
import { World } from '../store/world.ts';

export const AS_OF = '2026-03-02';
export const tools = createTools();

/** What is planned, as files hold it; `left` and `right` by sync id. */
export interface Files {
  readonly design: unknown;
  readonly tables: Readonly<Record<string, Both<{ readonly name: string; readonly bytes: Uint8Array }>>>;
  readonly baseline?: string | null;
  readonly results?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** The sides whose files are called complete (DE5). */
  readonly complete?: readonly Side[];
}

/** A store with one project, and desks on it. */
export class DeskWorld {
  readonly store: Store;
  readonly project: string;
  /** Ids of sets by their content: the same file is the same set. */
  readonly #ids = new Map<string, string>();

  private constructor(store: Store, project: string) {
    this.store = store;
    this.project = project;
  }

  static async open(): Promise<DeskWorld> {
    const world = new World({
      idb: { indexedDB: new IDBFactory(), IDBKeyRange },
      locks: new MemoryLocks(),
      objectStore: IDBObjectStore,
    });
    const { store } = await world.tab();
    const row = stored(await store.projects.create('desk', { left: 'L', right: 'R' }));
    stored(await store.projects.open(row.id));
    return new DeskWorld(store, row.id);
  }

  async context(files: Files): Promise<PlanContext> {
    const reading = readDesign(files.design);
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    const { design } = reading;
    const records = new Map<string, Both<Records>>();
    const sets = new Map<string, Both<string>>();
    const inputs: InputReport[] = [];
    for (const sync of design.syncs) {
      const read = async (side: Side): Promise<{ records: Records; set: string }> => {
        const { name, bytes } = files.tables[sync.id]![side];
        const result = await readCsv(bytesSource(name, bytes), {}, UNWATCHED.onProgress);
        if (!result.ok) throw new Error(`${name}: ${result.problem.code}`);
        const { set, report } = result;
        const own = drain(
          openRecords(set, sync[side].idField, design.apps[side].kind === 'salesforce', readAside(report)),
        );
        const input = inputReport({ side, sync: sync.id }, report, own.rejected);
        inputs.push(files.complete?.includes(side) === true ? { ...input, complete: true } : input);
        const key = `${sync.id} ${side} ${report.sha256}`;
        const at = { sync: sync.id, side, file: name };
        const id = this.#ids.get(key) ?? (await storeSet(this.store, this.project, set, at));
        this.#ids.set(key, id);
        return { records: own, set: id };
      };
      const [left, right] = [await read('left'), await read('right')];
      records.set(sync.id, { left: left.records, right: right.records });
      sets.set(sync.id, { left: left.set, right: right.set });
    }
    const same = (side: Side) => idForm(design.apps[side].kind);
    const text = files.baseline ?? null;
    const baseline = text === null ? null : readBaseline(text, { left: same('left'), right: same('right') });
    if (baseline?.ok === false) throw new Error(baseline.fault.is);
    const known =
      baseline === null ? null : value(await withResults(baseline.baseline, design, files.results ?? []));
    return {
      project: this.project,
      store: this.store,
      tools,
      design,
      json: files.design,
      records,
      sets,
      inputs,
      readings: new Map(),
      baseline: known?.baseline ?? null,
      baselineHash: text === null ? null : tools.sha256(tools.encode(text)),
      baselineId: null,
      results: known?.reports ?? [],
      helper: null,
    };
  }

  /** The same records under another design: the same objects, as the session hands them. */
  redesigned(context: PlanContext, json: unknown): PlanContext {
    const reading = readDesign(json);
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    return { ...context, design: reading.design, json };
  }

  async desk(context: PlanContext): Promise<Desk> {
    let now = Date.UTC(2026, 2, 2);
    const desk = planDesk(() => new Date((now += 1000)));
    value(await desk.take(context));
    return desk;
  }
}

export function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}

export const planned = async (desk: Desk): Promise<PlanHead> => value(await desk.plan(AS_OF, 1, UNWATCHED));

export const ALL: Filter = { ...ALL_SUBJECTS, text: '', cause: '', check: '' };

/** Every row of a list. */
export async function allRows(
  desk: Desk,
  sync: string,
  filter: Partial<Filter> = {},
): Promise<readonly Row[]> {
  const { total } = value(await desk.view(sync, { ...ALL, ...filter }));
  return value(await desk.rows(sync, 0, total));
}

export const bytesOf = (name: string, text: string): { name: string; bytes: Uint8Array } => ({
  name,
  bytes: new TextEncoder().encode(text),
});

export const each = <T>(of: (side: Side) => T): Both<T> => ({ left: of(SIDES[0]), right: of(SIDES[1]) });

function stored<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}
