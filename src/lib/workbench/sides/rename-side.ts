import { EDITS, type DesignStep, type Side } from '../../engine/index.ts';
import type { ProjectHead } from '../../conversation/index.ts';

/** What renaming a side needs of the open project. */
interface Renamed {
  readonly head: ProjectHead | null;
  saveDesign(json: unknown, step: DesignStep): Promise<boolean>;
}

/** A side is called otherwise, in the design; nothing happens without one. */
export async function renameSide(project: Renamed, side: Side, name: string): Promise<void> {
  if (project.head?.design.json == null) return;
  const { json, step } = EDITS.appName(project.head.design.json, 0, side, name);
  await project.saveDesign(json, step);
}
