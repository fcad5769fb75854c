import type { StageValue } from '../../engine/model/stages.ts';
import type { Speech } from '../speech.ts';

/** Pipelines and stages (ST), on the design's screen and in its history. */
export const designStages = ({ count, plural }: Speech) => ({
  caption: 'only records in a mapped stage take part',
  leftOut: (records: number, stages: number) =>
    `${plural(records, { one: '# record', other: '# records' })} in ${plural(stages, { one: '# stage', other: '# stages' })} left out until mapped`,
  none: 'Records of every stage take part, and stages are not translated.',
  start: 'Map stages',
  stop: 'Stop mapping stages',
  pairEqual: 'Pair equal names',
  pairEqualSays: (pairs: number) =>
    pairs === 0
      ? 'No two stages that are not mapped have the same name'
      : `${plural(pairs, { one: '# pair', other: '# pairs' })} of stages with the same name`,
  parts: { pipeline: 'Pipeline', stage: 'Stage', status: 'Won or lost' },
  field: (part: 'pipeline' | 'stage' | 'status', app: string) =>
    ({
      pipeline: `Pipeline field in ${app}`,
      stage: `Stage field in ${app}`,
      status: `Won or lost field in ${app}`,
    })[part],
  noField: 'none',
  table: 'Stages',
  stageIn: (app: string) => `Stage in ${app}`,
  records: 'Records',
  recordsIn: (app: string) => `Records in ${app}`,
  choose: 'choose a stage',
  counterpart: (stage: string, app: string) => `${stage} is in ${app}`,
  unpair: (stage: string) => `Take the pair of ${stage} apart`,
  notMapped: 'not mapped',
  noRecords: 'Stages show with their counts once the plan is there.',
  more: (stages: number) => `and ${count(stages)} more`,
  /** A place; a stage that is left open stands for all of them. */
  place: ({ pipeline, stage, status }: StageValue): string =>
    [pipeline, stage ?? (status === null ? null : 'any stage'), status]
      .filter((text) => text !== null && text.trim() !== '')
      .join(' / '),
});
