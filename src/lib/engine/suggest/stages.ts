import type { ObjectKind } from '../model/design.ts';
import { SIDES, type Both, type Side } from '../model/side.ts';
import type { StageFields } from '../model/stages.ts';
import { foldText } from '../read/fold.ts';
import { overlapOf } from './evidence.ts';
import type { Candidate } from './pair.ts';

/** The fields that hold pipelines and stages on both sides, for a stage map (ST1, S122). */
export interface SuggestedStages extends Both<StageFields> {
  /** Share of the different stages that both sides have; null where nothing is known. */
  readonly overlap: number | null;
}

/** What a kind of object calls its stage, the surest first. */
const STAGES: Readonly<Partial<Record<ObjectKind, readonly string[]>>> = {
  deals: ['stage'],
  tickets: ['ticket-status', 'stage'],
};

/** ST4: words of a field that keeps won and lost beside the stage. */
const ENDS = new Set(['WON', 'LOST'].map(foldText));

/** Null where a kind has no stages, or a side no column of them. */
export function findStages(kind: ObjectKind, candidates: Both<readonly Candidate[]>): SuggestedStages | null {
  const names = STAGES[kind] ?? [];
  const main = (side: Side, concept: string): Candidate | undefined =>
    candidates[side].find((one) => one.main.has(concept) && (one.evidence?.filled ?? 1) > 0);
  const [left, right] = SIDES.map((side) => {
    const stage = names.map((name) => main(side, name)).find((one) => one !== undefined);
    if (stage === undefined) return null;
    const status = kind === 'deals' ? main(side, 'deal-status') : undefined;
    const hasEnds = status?.evidence?.samples.some((sample) => ENDS.has(foldText(sample))) === true;
    return {
      evidence: stage.evidence,
      fields: {
        pipeline: main(side, 'pipeline')?.meaning.name ?? null,
        stage: stage.meaning.name,
        status: hasEnds ? (status?.meaning.name ?? null) : null,
      },
    };
  });
  if (left === null || right === null || left === undefined || right === undefined) return null;
  return { left: left.fields, right: right.fields, overlap: overlapOf(left.evidence, right.evidence) };
}
