import type { Speech } from '../speech.ts';

/** Lifecycle stages (ST5), on the design's screen. */
export const designLifecycle = (_speech: Speech) => ({
  caption: 'which contacts and leads take part; a stage is of one sync',
  every: 'every stage takes part',
  only: (field: string) => `only where ${field} is`,
  first: (stage: string) => `where there is none: ${stage}`,
  limit: 'Limit to stages',
  limitOf: (app: string) => `Limit ${app} to lifecycle stages`,
  change: 'Change',
  changeOf: (app: string) => `Change the lifecycle stages of ${app}`,
  stop: 'Let every stage take part',
  stopOf: (app: string) => `Let every lifecycle stage of ${app} take part`,
  heading: (app: string) => `Lifecycle stages of ${app}`,
  save: 'Use stages',
  field: 'Field of the lifecycle stage',
  stages: 'Stages that take part, one a line',
  samples: (values: string) => `The file begins with ${values}.`,
  default: 'Written where there is no stage, or a lead becomes a contact',
  noDefault: 'nothing is written',
  lacksField: 'A field is needed.',
  lacksStages: 'At least one stage is needed.',
});
