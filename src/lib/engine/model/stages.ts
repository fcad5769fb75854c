import type { Both, Side } from './side.ts';

/** The fields that say together where a deal stands (ST1, ST4). */
export type StagePart = 'pipeline' | 'stage' | 'status';

export const STAGE_PARTS: readonly StagePart[] = ['pipeline', 'stage', 'status'];

/** Field names of a side. */
export interface StageFields {
  readonly pipeline: string | null;
  readonly stage: string;
  readonly status: string | null;
}

/** The fields of a side that a sync's stage map names (ST1). */
export const stageFields = (
  { stages }: { readonly stages: Both<StageFields> | null },
  side: Side,
): readonly string[] => STAGE_PARTS.flatMap((part) => stages?.[side][part] ?? []);

/** A place of one side as a design writes it. Null where the side has no such field, or any value will do (S91). */
export type StageValue = Readonly<Record<StagePart, string | null>>;

/** ST1: which place of one side is which of the other. */
export interface StageMap extends Both<StageFields> {
  readonly pairs: readonly Both<StageValue>[];
}

/** Has a side a field of its own for a part? */
export const ownsPart = (stages: StageMap, side: Side, part: StagePart): boolean =>
  stages[side][part] !== null;

/** A place as reasons and lists name it: `pipeline / stage`; what is blank is left out. */
export const placeName = (place: StageValue): string =>
  STAGE_PARTS.map((part) => place[part] ?? '')
    .filter((text) => text.trim() !== '')
    .join(' / ');

/** The parts that either side has. */
export const partsOf = (stages: StageMap): StagePart[] =>
  STAGE_PARTS.filter((part) => ownsPart(stages, 'left', part) || ownsPart(stages, 'right', part));
