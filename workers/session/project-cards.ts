import type { Both } from '../../src/lib/engine/index.ts';
import { readDesign } from '../../src/lib/engine/index.ts';
import type { ProjectEntry, Store } from '../../src/lib/store/index.ts';
import { readNote } from '../plan/kept-plan.ts';
import type { Answer, ProjectCard } from '../conversation.ts';
import { done, failed } from './answer.ts';
import { storeProblem } from './words.ts';

/** All projects for the first page, last opened first. */
export async function projectCards(store: Store): Promise<Answer<readonly ProjectCard[]>> {
  const list = await store.projects.list();
  if (!list.ok) return failed(storeProblem(list.problem));
  const storage = await store.storage();
  if (!storage.ok) return failed(storeProblem(storage.problem));
  const bytes = new Map(storage.value.projects.map(({ project, total }) => [project, total]));
  const cards = list.value.projects.map(async (entry): Promise<ProjectCard> => ({
    id: entry.id,
    name: entry.name,
    apps: await appsOf(store, entry),
    syncs: syncsOf(entry),
    openedAt: entry.opened,
    bytes: bytes.get(entry.id) ?? 0,
    needsPerson: await needsPerson(store, entry.id),
  }));
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

function syncsOf({ sets }: ProjectEntry): ProjectCard['syncs'] {
  const ids = [...new Set(sets.map(({ sync }) => sync))];
  const rows = (sync: string, side: 'left' | 'right'): number =>
    sets.find((set) => set.sync === sync && set.side === side)?.rows ?? 0;
  return ids.map((id) => ({ id, left: rows(id, 'left'), right: rows(id, 'right') }));
}

async function needsPerson(store: Store, project: string): Promise<number | null> {
  const plans = await store.plans.list(project);
  const last = plans.ok ? plans.value.at(-1) : undefined;
  return last === undefined ? null : (readNote(last.summary)?.needsPerson ?? null);
}
