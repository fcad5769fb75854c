import type { DesignEdit, DesignStep } from '../../engine/index.ts';
import type { ProjectHead } from '../../conversation/index.ts';

/** The open project, as far as what stands in its design is changed from the plan. */
export interface DesignHolder {
  readonly head: Pick<ProjectHead, 'design'> | null;
  saveDesign(json: unknown, step: DesignStep): Promise<boolean>;
}

/** Makes one edit of the design and saves it. Is it saved? Null: it changes nothing, or there is no design. */
export async function editDesign(
  project: DesignHolder,
  make: (json: unknown) => DesignEdit,
): Promise<boolean | null> {
  const before = project.head?.design.json;
  if (before === undefined) return null;
  const { json, step } = make(before);
  return JSON.stringify(json) === JSON.stringify(before) ? null : project.saveDesign(json, step);
}
