import { EDITS, type DesignStep, type Side } from '../../engine/index.ts';
import type { ProjectHead } from '../../conversation/index.ts';

/** What calling a file complete needs of the open project. */
interface Called {
  readonly head: ProjectHead | null;
  saveDesign(json: unknown, step: DesignStep): Promise<boolean>;
}

/** DE5: the design says of the file of this hash that it is complete; null: of none. Nothing happens without a design. */
export async function callComplete(
  project: Called,
  sync: string,
  side: Side,
  sha256: string | null,
): Promise<void> {
  const design = project.head?.design;
  const at = design?.design?.syncs.findIndex(({ id }) => id === sync) ?? -1;
  if (design?.json == null || at < 0) return;
  const { json, step } = EDITS.complete(design.json, at, side, sha256);
  await project.saveDesign(json, step);
}
