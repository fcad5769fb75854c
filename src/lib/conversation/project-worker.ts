import type { Answer } from './answer.ts';
import type { ContinuousCalls } from './continuous.ts';
import type { Choice, Decided, DecisionWord, DeletedSide, RulesTold, Target } from './decisions.ts';
import type { DesignHead, DoneStep, KeptPlanHead, SyncFacts } from './design.ts';
import type { Tell } from './events.ts';
import type { Moved } from './history.ts';
import type { HubSpotDetail, HubSpotRow, HubSpotTold } from './hubspot.ts';
import type { OfferedAct, TriedAct, WhyDiffer } from './differ.ts';
import type { ChangeForm, OutFile } from './files.ts';
import type { HandOverHead, Since } from './hand-over.ts';
import type { Health, HealthColumn, HealthFilter, HealthRow, HealthView, ListForm } from './health.ts';
import type { FieldImpact, Filter, PlanHead, RecordIds, Row, SubjectDetail, View } from './plan.ts';
import type { FoundRecords, WhatWould, WhyTold } from './why-not.ts';
import type { Both, CheckResult, HubSpotClass, Side, Transform, TransformFact } from '../engine/index.ts';
import type { LiveCalls } from './live.ts';
import type { PushWorker } from './push.ts';
import type { Look, LookedRows } from './questions.ts';
import type { RejectedRows } from './sides.ts';
import type { Rounds, RoundsAsked } from './rounds.ts';
import type { ProjectCard, ProjectHead, StoreHead } from './store.ts';
import type { Supervised } from './supervised.ts';

/**
 * A call that takes long has a `job`: a number no other running call has. How far it is comes as the event `progress`; `cancel`
 * ends it, and it answers the problem `cancelled` with everything left as it was.
 */
export interface ProjectWorker extends Supervised, LiveCalls, PushWorker, ContinuousCalls {
  /** Opens the store; from then on `tell` hears of every event. */
  open(storeName: string, tab: string, tell: Tell): Promise<Answer<StoreHead>>;
  /** Ends a job at its next rest. One that can no longer be undone, or is over, ends as it would have. */
  cancel(job: number): Promise<Answer<null>>;
  /** Connects a second worker that shares heavy phases. */
  connect(port: MessagePort, as: 'main' | 'helper'): void;
  /** The second worker is gone. */
  disconnect(): void;
  storeHead(): Promise<Answer<StoreHead>>;
  /** Asks the browser to keep the data; false where it does not. */
  persist(): Promise<Answer<boolean>>;

  projects(): Promise<Answer<readonly ProjectCard[]>>;
  createProject(name: string): Promise<Answer<string>>;
  /** Makes the sample project under `base` and answers its id. */
  createSample(base: string, job: number): Promise<Answer<string>>;
  renameProject(id: string, name: string): Promise<Answer<null>>;
  removeProject(id: string): Promise<Answer<null>>;
  /** Closes what is open and opens a project and its record sets; where this is cancelled, none is open. */
  openProject(id: string, job: number): Promise<Answer<ProjectHead>>;
  closeProject(): Promise<Answer<null>>;

  /**
   * After an import: opens the new set; makes a suggested design where there is none yet and both sides are there. `workers`: how
   * many the plan of it will want; a second one starts meanwhile.
   */
  refresh(job: number, workers?: 1 | 2): Promise<Answer<ProjectHead>>;

  /** Rows that were set aside when a side was read, with their cells; all of them as a file. */
  rejected(sync: string, side: Side): Promise<Answer<RejectedRows>>;
  rejectedFile(sync: string, side: Side): Promise<Answer<OutFile>>;
  /** Stored rows of a side with their cells, at most 200. */
  looked(sync: string, side: Side, look: Look): Promise<Answer<LookedRows>>;

  saveDesign(json: unknown, step: DoneStep): Promise<Answer<DesignHead>>;
  /** Takes back the last act of the project, whatever it was; the plan is made again where decisions alone change it. */
  undo(asOf: string): Promise<Answer<Moved>>;
  redo(asOf: string): Promise<Answer<Moved>>;
  /** Back to exactly the design of the kept plan, whatever was undone since; one step like any other. */
  revertDesign(): Promise<Answer<DesignHead>>;
  /** Pairs of a sync that are linked by the baseline, whatever the plan: those that deleting it would part (LI2). */
  linkedPairs(sync: string): Promise<Answer<number>>;
  facts(sync: string, job: number): Promise<Answer<SyncFacts>>;
  /** What a transform would do on the records of a mapping; null where the plan does not know the mapping yet. */
  tryTransform(
    sync: string,
    pair: Both<string>,
    transform: Transform,
    job: number,
  ): Promise<Answer<TransformFact | null>>;

  /** Plans the current design. A newer call replaces one that still runs (problem `superseded`). */
  plan(asOf: string, workers: 1 | 2, job: number): Promise<Answer<PlanHead>>;
  /** Makes the candidate the current plan. */
  keepPlan(): Promise<Answer<KeptPlanHead>>;

  view(sync: string, filter: Filter): Promise<Answer<View>>;
  /** Rows `from … to` of the last view of a sync. */
  rows(sync: string, from: number, to: number): Promise<Answer<readonly Row[]>>;
  subject(sync: string, subject: number): Promise<Answer<SubjectDetail>>;
  /** The subject of these records: a pair, or one that stands alone; -1 where this plan has none. */
  find(sync: string, ids: RecordIds): Promise<Answer<number>>;
  /** The next subject of the view with an open conflict after this one; -1 where there is none. */
  nextOpen(sync: string, subject: number): Promise<Answer<number>>;
  impact(sync: string): Promise<Answer<readonly FieldImpact[]>>;
  /** Why values of the plan differ; from then on filters and records know it too. */
  differences(sync: string, job: number): Promise<Answer<WhyDiffer>>;
  /** The open to-dos of a side of a sync as a CSV for the data's owner (DX2). */
  toDoFile(sync: string, side: Side, job: number): Promise<Answer<OutFile>>;
  /** What the plan knows since the last hand-over. */
  since(sync: string, job: number): Promise<Answer<Since>>;
  /** What was deleted on either side while its linked record is there (DE1). */
  deleted(sync: string, job: number): Promise<Answer<readonly DeletedSide[]>>;
  /** What the design's checks say of the plan (S400). */
  checks(job: number): Promise<Answer<readonly CheckResult[]>>;
  /** What the design's rules of approval come to on the plan (S405). */
  approvalRules(job: number): Promise<Answer<RulesTold>>;
  /** SHA-256 of the plan's lines: what a waiver names (S404). */
  planHash(job: number): Promise<Answer<{ readonly planHash: string }>>;
  /** Why records of the plan fail, by cause (HE5). */
  health(job: number): Promise<Answer<Health>>;
  /** Lists the records of the plan that pass (HE1). */
  healthView(filter: HealthFilter, job: number): Promise<Answer<HealthView>>;
  /** Rows `from … to` of the last list. */
  healthRows(from: number, to: number): Promise<Answer<readonly HealthRow[]>>;
  /** The last list as a file, with these columns in this order. */
  healthFile(columns: readonly HealthColumn[], form: ListForm, job: number): Promise<Answer<OutFile>>;
  /** The whole plan carried out on copies and planned again (L6). Nothing is decided or kept. */
  rounds(asked: RoundsAsked, job: number): Promise<Answer<Rounds>>;
  /** The plan beside the one HubSpot's defaults would give on the same records (SA2); what is asked of it below is of this one. */
  hubspot(job: number): Promise<Answer<HubSpotTold>>;
  /** Subjects `from … to` of a class, in the order of HubSpot's plan. */
  hubspotRows(
    sync: string,
    is: HubSpotClass,
    from: number,
    to: number,
  ): Promise<Answer<readonly HubSpotRow[]>>;
  hubspotSubject(sync: string, subject: number): Promise<Answer<HubSpotDetail>>;
  /** What an act offered for a class would change of the plan; null where the design with it could not be planned. */
  tried(sync: string, act: OfferedAct, job: number): Promise<Answer<TriedAct | null>>;

  /** Why two records, one of each side, are linked or not; null where the files have no such ones. */
  whyNot(sync: string, ids: Both<string>): Promise<Answer<WhyTold | null>>;
  /** What would link them, each change planned beside this plan. */
  whatWould(sync: string, ids: Both<string>, job: number): Promise<Answer<WhatWould>>;
  /** Records of a side with a word in their name or id; without one those the keys of the record `beside` find. */
  recordsWith(sync: string, side: Side, text: string, beside: string | null): Promise<Answer<FoundRecords>>;

  decide(sync: string, target: Target, decision: DecisionWord): Promise<Answer<Decided>>;
  choose(sync: string, choice: Choice, asOf: string): Promise<Answer<PlanHead>>;

  /** Change files of the approved subjects, or of all (`approvedOnly` false). What went into them is handed over (S115). */
  changeFiles(form: ChangeForm, approvedOnly: boolean, job: number): Promise<Answer<readonly OutFile[]>>;
  /** What was handed over, and what is known of it. */
  handOver(): Promise<Answer<HandOverHead>>;
  /** Takes result files in, in this order (BL7): all of them, or none where one cannot be read. */
  addResults(files: readonly File[], job: number): Promise<Answer<HandOverHead>>;
  /** Takes a result file out again. */
  dropResult(id: string): Promise<Answer<HandOverHead>>;
  /** The last change files were loaded nowhere. */
  forgetHandOver(): Promise<Answer<HandOverHead>>;
  /** The plan folder's files: summary.json, plan.jsonl, baseline.jsonl, choices.json. */
  planFiles(job: number): Promise<Answer<readonly OutFile[]>>;
  projectOut(withRecords: boolean, job: number): Promise<Answer<OutFile>>;
  projectIn(file: File, job: number): Promise<Answer<string>>;
}
