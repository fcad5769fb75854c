import { EDITS, type DesignStep, type FieldDraft, type Side } from '../../engine/index.ts';
import type { ProjectHead } from '../../conversation/index.ts';

/** What declaring a field needs of the open project. */
interface Declared {
  readonly head: ProjectHead | null;
  saveDesign(json: unknown, step: DesignStep): Promise<boolean>;
}

/** A question about a column is answered in the design; nothing happens without one. */
export async function declareField(
  project: Declared,
  sync: string,
  side: Side,
  draft: FieldDraft,
): Promise<void> {
  const design = project.head?.design;
  const at = design?.design?.syncs.findIndex(({ id }) => id === sync) ?? -1;
  if (design?.json == null || at < 0) return;
  const { json, step } = EDITS.field(design.json, at, side, draft);
  await project.saveDesign(json, step);
}
