import { declaredField, takesNoValue } from './declared-field.ts';
import type { FieldMapping, ObjectSync } from './design.ts';
import { intersect, type Direction } from './direction.ts';
import { PLAIN_MAPPING } from './plain-mapping.ts';
import { onBoth } from './side.ts';
import { STAGE_PARTS, partsOf, type StageMap, type StagePart } from './stages.ts';

/**
 * A part of a stage map as a mapping of two fields (S90). A part that one side alone has stands against the other side's stage,
 * which it never writes.
 */
export const mappingOfPart = (stages: StageMap, part: StagePart): FieldMapping => ({
  ...PLAIN_MAPPING,
  ...onBoth((side) => stages[side][part] ?? stages[side].stage),
});

/** The mapping of every part: of a sync without a stage map none. */
export const stageMappings = ({ stages }: Pick<ObjectSync, 'stages'>): FieldMapping[] =>
  stages === null ? [] : partsOf(stages).map((part) => mappingOfPart(stages, part));

/** Which way stages may flow: the sync's, but never into a side one of whose fields takes no value; null where nothing is left. */
export function directionOfStages(
  sync: Pick<ObjectSync, 'direction' | 'schema'>,
  stages: StageMap,
): Direction | null {
  const stays = onBoth((side) =>
    STAGE_PARTS.some((part) => {
      const field = stages[side][part];
      return field !== null && takesNoValue(declaredField(sync, side, field));
    }),
  );
  if (stays.left) return stays.right ? null : intersect(sync.direction, 'left-to-right');
  return stays.right ? intersect(sync.direction, 'right-to-left') : sync.direction;
}
