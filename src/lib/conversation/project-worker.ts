import type { Answer, OnProgress } from './answer.ts';
import type { Choice, Decided, DecisionWord, Target } from './decisions.ts';
import type { DesignHead, DoneStep, KeptPlanHead, SyncFacts } from './design.ts';
import type { Moved } from './history.ts';
import type { OutFile } from './files.ts';
import type { FieldImpact, Filter, PlanHead, RecordIds, Row, SubjectDetail, View } from './plan.ts';
import type { ProjectCard, ProjectHead, StoreHead } from './store.ts';
import type { Supervised } from './supervised.ts';

export interface ProjectWorker extends Supervised {
  /** Opens the store; `onStore` is told of every later change that matters (read-only, another tab). */
  open(storeName: string, tab: string, onStore: (head: StoreHead) => void): Promise<Answer<StoreHead>>;
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
  createSample(base: string, onProgress: OnProgress): Promise<Answer<string>>;
  renameProject(id: string, name: string): Promise<Answer<null>>;
  removeProject(id: string): Promise<Answer<null>>;
  /** Opens a project and its record sets. */
  openProject(id: string, onProgress: OnProgress): Promise<Answer<ProjectHead>>;
  closeProject(): Promise<Answer<null>>;

  /** After an import: opens the new set; makes a suggested design where there is none yet and both sides are there. */
  refresh(onProgress: OnProgress): Promise<Answer<ProjectHead>>;

  saveDesign(json: unknown, step: DoneStep): Promise<Answer<DesignHead>>;
  /** Takes back the last act of the project, whatever it was; the plan is made again where decisions alone change it. */
  undo(asOf: string): Promise<Answer<Moved>>;
  redo(asOf: string): Promise<Answer<Moved>>;
  /** Back to exactly the design of the kept plan, whatever was undone since; one step like any other. */
  revertDesign(): Promise<Answer<DesignHead>>;
  facts(sync: string, onProgress: OnProgress): Promise<Answer<SyncFacts>>;

  /** Plans the current design. A newer call replaces one that still runs (problem `superseded`). */
  plan(asOf: string, workers: 1 | 2, onProgress: OnProgress): Promise<Answer<PlanHead>>;
  /** Ends a plan that still runs: its call answers the problem `superseded`; the former plan stands. */
  cancelPlan(): Promise<Answer<null>>;
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

  decide(sync: string, target: Target, decision: DecisionWord): Promise<Answer<Decided>>;
  choose(sync: string, choice: Choice, asOf: string): Promise<Answer<PlanHead>>;

  /** Change files of the approved subjects, or of all (`approvedOnly` false). */
  changeFiles(
    kind: 'systems' | 'spreadsheets',
    approvedOnly: boolean,
    onProgress: OnProgress,
  ): Promise<Answer<readonly OutFile[]>>;
  /** The plan folder's files: summary.json, plan.jsonl, baseline.jsonl, choices.json. */
  planFiles(onProgress: OnProgress): Promise<Answer<readonly OutFile[]>>;
  projectOut(withRecords: boolean, onProgress: OnProgress): Promise<Answer<OutFile>>;
  projectIn(file: File, onProgress: OnProgress): Promise<Answer<string>>;
}
