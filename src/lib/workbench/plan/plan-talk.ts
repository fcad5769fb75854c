import type { ProjectWorker } from '../../conversation/index.ts';

/** What the plan screen asks the project worker; `ProjectClient` is one. */
export type PlanTalk = Pick<
  ProjectWorker,
  | 'view'
  | 'rows'
  | 'subject'
  | 'find'
  | 'nextOpen'
  | 'impact'
  | 'differences'
  | 'tried'
  | 'toDoFile'
  | 'since'
  | 'deleted'
  | 'checks'
  | 'planHash'
  | 'approvalRules'
  | 'rounds'
  | 'hubspot'
  | 'hubspotRows'
  | 'hubspotSubject'
  | 'decide'
  | 'changeFiles'
  | 'planFiles'
  | 'projectOut'
>;
