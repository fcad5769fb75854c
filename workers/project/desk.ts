import type { PlanContext } from '../common/plan-context.ts';
import type {
  Answer,
  Health,
  HealthColumn,
  HealthFilter,
  HealthView,
  ListForm,
  OfferedAct,
  ChangeForm,
  OutFile,
  PlanHead,
  Problem,
  ProjectWorker,
  DeletedSide,
  HubSpotTold,
  Rounds,
  RoundsAsked,
  RulesTold,
  Since,
  SyncFacts,
  TriedAct,
  WhatWould,
  WhyDiffer,
} from '../../src/lib/conversation/index.ts';
import type { Both, CheckResult, Side, Transform, TransformFact } from '../../src/lib/engine/index.ts';
import type { Work } from '../common/work.ts';
import type { ApprovedPlan } from '../plan/approved-plan.ts';
import type { Handing } from '../plan/push-hand-over.ts';

/** The part of a project's worker that plans and decides. */
export interface Desk extends Pick<
  ProjectWorker,
  | 'view'
  | 'rows'
  | 'subject'
  | 'find'
  | 'nextOpen'
  | 'impact'
  | 'decide'
  | 'choose'
  | 'whyNot'
  | 'recordsWith'
  | 'hubspotRows'
  | 'hubspotSubject'
  | 'healthRows'
> {
  facts(sync: string, work: Work): Promise<Answer<SyncFacts>>;
  differences(sync: string, work: Work): Promise<Answer<WhyDiffer>>;
  toDoFile(sync: string, side: Side, work: Work): Promise<Answer<OutFile>>;
  since(sync: string, work: Work): Promise<Answer<Since>>;
  deleted(sync: string, work: Work): Promise<Answer<readonly DeletedSide[]>>;
  checks(work: Work): Promise<Answer<readonly CheckResult[]>>;
  approvalRules(work: Work): Promise<Answer<RulesTold>>;
  planHash(work: Work): Promise<Answer<{ readonly planHash: string }>>;
  health(work: Work): Promise<Answer<Health>>;
  healthView(filter: HealthFilter, work: Work): Promise<Answer<HealthView>>;
  healthFile(columns: readonly HealthColumn[], form: ListForm, work: Work): Promise<Answer<OutFile>>;
  rounds(asked: RoundsAsked, work: Work): Promise<Answer<Rounds>>;
  hubspot(work: Work): Promise<Answer<HubSpotTold>>;
  tried(sync: string, act: OfferedAct, work: Work): Promise<Answer<TriedAct | null>>;
  whatWould(sync: string, ids: Both<string>, work: Work): Promise<Answer<WhatWould>>;
  tryTransform(
    sync: string,
    pair: Both<string>,
    transform: Transform,
    work: Work,
  ): Promise<Answer<TransformFact | null>>;
  plan(asOf: string, workers: 1 | 2, work: Work): Promise<Answer<PlanHead>>;
  changeFiles(form: ChangeForm, approvedOnly: boolean, work: Work): Promise<Answer<readonly OutFile[]>>;
  /** The approved lines of the plan, for a push. */
  approved(work: Work): Promise<Answer<ApprovedPlan>>;
  /** Keeps what a push handed over; false where its plan cannot be made again. `context`: without a hand-over of that push. */
  handOverPush(context: PlanContext, handing: Handing): Promise<Answer<boolean>>;
  planFiles(work: Work): Promise<Answer<readonly OutFile[]>>;
  /** Ends a plan that still runs: it answers `superseded`, and the former one stands. */
  cancelPlan(): Promise<void>;
  /** Takes back, or does again, the last act on a sync's decisions; plans again where a choice moved. */
  undoDecision(sync: string, asOf: string): Promise<Answer<PlanHead>>;
  redoDecision(sync: string, asOf: string): Promise<Answer<PlanHead>>;
  /** Makes the candidate the current plan. */
  keepPlan(): Promise<Answer<PlanHead>>;
  /**
   * Works on these from now on; the former records, where they are the same objects, stay remembered. Answers what could
   * not be taken over.
   */
  take(context: PlanContext): Promise<Answer<readonly Problem[]>>;
}
