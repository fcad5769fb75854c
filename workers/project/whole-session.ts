import * as Comlink from 'comlink';
import { createTools } from '../../src/lib/tools/index.ts';
import { runForOther, type Helper } from '../common/share.ts';
import type {
  Answer,
  Choice,
  Decided,
  DecisionWord,
  FieldImpact,
  Filter,
  OnProgress,
  OutFile,
  PlanHead,
  ProjectWorker,
  RecordIds,
  Row,
  SubjectDetail,
  SyncFacts,
  Target,
  View,
} from '../../src/lib/conversation/index.ts';
import { done } from '../common/answer.ts';
import { ProjectSession } from './project-session.ts';
import { holdLock } from '../common/hold.ts';
import { sparse } from '../common/sparse.ts';

/** The whole conversation of a project's worker: what is kept here, what is planned and decided at the desk. */
export class WholeSession extends ProjectSession implements ProjectWorker {
  connect(port: MessagePort, as: 'main' | 'helper'): void {
    if (as === 'main') {
      this.helper.take(port);
      return;
    }
    const tools = createTools();
    const helper: Helper = { runTask: (task) => Promise.resolve(runForOther(task, tools)) };
    Comlink.expose(helper, port);
  }

  disconnect(): void {
    this.helper.leave();
  }

  hold(name: string): Promise<boolean> {
    return holdLock(name);
  }

  facts(sync: string, onProgress: OnProgress): Promise<Answer<SyncFacts>> {
    return this.planning((desk) => desk.facts(sync, sparse(onProgress)));
  }
  plan(asOf: string, workers: 1 | 2, onProgress: OnProgress): Promise<Answer<PlanHead>> {
    return this.planning((desk) => desk.plan(asOf, workers, sparse(onProgress)));
  }
  cancelPlan(): Promise<Answer<null>> {
    return this.planned(async (desk) => {
      await desk.cancelPlan();
      return done(null);
    });
  }

  view(sync: string, filter: Filter): Promise<Answer<View>> {
    return this.planned((desk) => desk.view(sync, filter));
  }
  rows(sync: string, from: number, to: number): Promise<Answer<readonly Row[]>> {
    return this.planned((desk) => desk.rows(sync, from, to));
  }
  subject(sync: string, subject: number): Promise<Answer<SubjectDetail>> {
    return this.planned((desk) => desk.subject(sync, subject));
  }
  find(sync: string, ids: RecordIds): Promise<Answer<number>> {
    return this.planned((desk) => desk.find(sync, ids));
  }
  nextOpen(sync: string, subject: number): Promise<Answer<number>> {
    return this.planned((desk) => desk.nextOpen(sync, subject));
  }
  impact(sync: string): Promise<Answer<readonly FieldImpact[]>> {
    return this.planned((desk) => desk.impact(sync));
  }

  decide(sync: string, target: Target, decision: DecisionWord): Promise<Answer<Decided>> {
    return this.planned((desk) => desk.decide(sync, target, decision));
  }
  choose(sync: string, choice: Choice, asOf: string): Promise<Answer<PlanHead>> {
    return this.planning((desk) => desk.choose(sync, choice, asOf));
  }

  changeFiles(
    kind: 'systems' | 'spreadsheets',
    approvedOnly: boolean,
    onProgress: OnProgress,
  ): Promise<Answer<readonly OutFile[]>> {
    return this.planning((desk) => desk.changeFiles(kind, approvedOnly, sparse(onProgress)));
  }
  planFiles(onProgress: OnProgress): Promise<Answer<readonly OutFile[]>> {
    return this.planning((desk) => desk.planFiles(sparse(onProgress)));
  }
}
