import type { Both, PlanSummary, Side } from '../../src/lib/engine/index.ts';
import { readDesign } from '../../src/lib/engine/index.ts';
import type { ProjectEntry, Store } from '../../src/lib/store/index.ts';
import { readNote } from '../plan/kept-plan.ts';
import type { Answer, ProjectCard } from '../../src/lib/conversation/index.ts';
import { done, failed } from '../common/answer.ts';

/** All projects for the first page, last opened first. */
export async function projectCards(store: Store): Promise<Answer<readonly ProjectCard[]>> {
  const list = await store.projects.list();
  if (!list.ok) return failed(list.problem);
  const storage = await store.storage();
  if (!storage.ok) return failed(storage.problem);
  const bytes = new Map(storage.value.projects.map(({ project, total }) => [project, total]));
  const cards = list.value.projects.map(async (entry): Promise<ProjectCard> => {
    const kept = await keptPlan(store, entry.id);
    return {
      id: entry.id,
      name: entry.name,
      apps: await appsOf(store, entry),
      syncs: syncsOf(entry, recordsOf(kept)),
      openedAt: entry.opened,
      bytes: bytes.get(entry.id) ?? 0,
      needsPerson: kept === null ? null : (readNote(kept)?.needsPerson ?? null),
    };
  });
  return done(await Promise.all(cards));
}

/** As the design names them; empty where there is none that can be read. */
async function appsOf(store: Store, entry: ProjectEntry): Promise<Both<string>> {
  const kept = entry.hasDesign ? await store.designs.current(entry.id) : null;
  if (kept?.ok === true && kept.value !== null) {
    const { design } = readDesign(JSON.parse(kept.value.text));
    if (design !== null) return { left: design.apps.left.name, right: design.apps.right.name };
  }
  return { left: '', right: '' };
}

/** Records of each side: as the last kept plan of the same sets counted them, before any the rows stored. */
function syncsOf({ sets }: ProjectEntry, records: ReadonlyMap<string, number>): ProjectCard['syncs'] {
  const ids = [...new Set(sets.map(({ sync }) => sync))];
  const count = (sync: string, side: Side): number | null => {
    const set = sets.find((one) => one.sync === sync && one.side === side);
    return set === undefined ? null : (records.get(set.id) ?? set.rows);
  };
  return ids.map((id) => ({ id, left: count(id, 'left'), right: count(id, 'right') }));
}

/** Records by set: rows whose id is missing or repeats are none, which only the design's id field tells. */
function recordsOf(kept: unknown): ReadonlyMap<string, number> {
  const sets = readNote(kept)?.sets ?? {};
  const { inputs } = (kept ?? {}) as Partial<PlanSummary>;
  const counted = (inputs ?? []).flatMap(({ sync, side, stored }) => {
    const id = sets[sync]?.[side];
    return id === undefined ? [] : [[id, stored] as const];
  });
  return new Map(counted);
}

/** The summary and note of the last kept plan; null where none was kept. */
async function keptPlan(store: Store, project: string): Promise<unknown> {
  const plans = await store.plans.list(project);
  return (plans.ok ? plans.value.at(-1)?.summary : null) ?? null;
}
