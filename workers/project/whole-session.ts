import * as Comlink from 'comlink';
import { createTools } from '../../src/lib/tools/index.ts';
import { runForOther, type Helper } from '../common/share.ts';
import type {
  Answer,
  AppSettings,
  ContinuousStart,
  HealthColumn,
  HealthFilter,
  ListForm,
  Look,
  OfferedAct,
  ProjectWorker,
  RoundsAsked,
  WindowSettings,
} from '../../src/lib/conversation/index.ts';
import type { Both, Side, Transform } from '../../src/lib/engine/index.ts';
import { LiveDesk } from '../live/live-desk.ts';
import type { LiveProject } from '../live/live-project.ts';
import { LIVE } from '../live/live-parts.ts';
import { LiveSteps } from '../live/live-steps.ts';
import { SyncNow } from '../live/sync-now.ts';
import { VaultDesk } from '../live/vault.ts';
import { lookedRows } from '../keep/looked-rows.ts';
import { rejectedFile, rejectedRows } from '../keep/rejected-rows.ts';
import { done } from '../common/answer.ts';
import { holdLock } from '../common/hold.ts';
import { unlessCancelled } from '../common/running.ts';
import type { Work } from '../common/work.ts';
import type { Desk } from './desk.ts';
import type { OpenedProject } from './opened-project.ts';
import { ProjectSession } from './project-session.ts';
import { Continuous } from '../push/continuous.ts';
import { PushSession, pushVerbs } from '../push/push-session.ts';
import type { SessionParts } from './session-parts.ts';

/** Questions that go to the desk as they are. */
type Verb =
  | 'view'
  | 'rows'
  | 'subject'
  | 'find'
  | 'nextOpen'
  | 'impact'
  | 'decide'
  | 'whyNot'
  | 'recordsWith'
  | 'hubspotRows'
  | 'hubspotSubject'
  | 'healthRows';
type Given = { readonly [V in Verb]: Parameters<ProjectWorker[V]> };
type Got = {
  readonly [V in Verb]: Awaited<ReturnType<ProjectWorker[V]>> extends Answer<infer T> ? T : never;
};
type Verbs = { readonly [V in Verb]: (...given: Given[V]) => Promise<Answer<Got[V]>> };

/** The whole conversation of a project's worker: what is kept is the session's, what is planned and decided its desk's. */
export function wholeSession(parts: SessionParts): ProjectWorker {
  const session = new ProjectSession(parts);
  const steps = new LiveSteps((list) => session.running.tell('live', list));
  const apps = new LiveDesk(parts.live ?? LIVE, createTools(), steps);
  const vault = new VaultDesk(apps);
  const onLive = <T>(ask: (at: LiveProject) => Promise<Answer<T>>): Promise<Answer<T>> =>
    session.onProject((store, project) => ask({ store, project, live: session.live }));
  const desks =
    <V extends Verb>(verb: V) =>
    (...given: Given[V]): Promise<Answer<Got[V]>> =>
      session.planned((desk) => (desk as Verbs)[verb](...given));
  const planning = <T>(
    job: number,
    ask: (desk: Desk, work: Work, project: OpenedProject) => Promise<Answer<T>>,
  ): Promise<Answer<T>> =>
    session.running.run(job, (work) =>
      session.planning((desk, project) => unlessCancelled(work, () => ask(desk, work, project))),
    );
  const pushes = new PushSession(session, parts);
  const continuous = new Continuous(session, pushes);
  session.beforeClose = () => {
    continuous.forget();
    return pushes.leave();
  };
  const passes = new SyncNow(parts.live ?? LIVE, createTools(), apps, steps, () => pushes.runs);
  return Object.assign(session, pushVerbs(pushes), {
    appWays: () => apps.ways(),
    connections: () => onLive(async (at) => apps.connections(at)),
    signIn: (side: Side, settings: AppSettings, secret: string, job: number) =>
      session.running.run(job, (work) => onLive((at) => apps.signIn(at, side, settings, secret, work))),
    beginSignIn: (side: Side, settings: WindowSettings, redirectUri: string) =>
      onLive((at) => apps.beginSignIn(at, side, settings, redirectUri)),
    finishSignIn: (side: Side, returned: string, job: number) =>
      session.running.run(job, (work) => onLive((at) => apps.finishSignIn(at, side, returned, work))),
    signOut: (side: Side, part: boolean) => onLive((at) => apps.signOut(at, side, part)),
    vault: () => onLive(async (at) => done(vault.head(at))),
    makeVault: (passphrase: string) => onLive((at) => vault.make(at, passphrase)),
    openVault: (passphrase: string | null, job: number) =>
      session.running.run(job, (work) => onLive((at) => vault.open(at, passphrase, work))),
    forgetVault: () => onLive((at) => vault.forget(at)),
    readApp: (sync: string, side: Side, object: string, job: number) =>
      session.running.run(job, (work) => onLive((at) => apps.read(at, sync, side, object, work))),
    syncNow: (job: number) =>
      session.running.run(job, async (work) => {
        const pass = await onLive((at) => passes.run(at, work));
        continuous.heard(pass);
        return pass;
      }),
    continuousAbout: (job: number) => session.running.run(job, (work) => continuous.about(work)),
    continuousOn: (start: ContinuousStart) => continuous.turnOn(start),
    continuousOff: () => continuous.turnOff(),
    continuousPush: (job: number) => session.running.run(job, (work) => continuous.push(work)),
    rejected: (sync: string, side: Side) =>
      session.onProject((store, project) => rejectedRows(store, ...project.rejectedOf(sync, side))),
    rejectedFile: (sync: string, side: Side) =>
      session.onProject((store, project) =>
        rejectedFile(store, createTools(), ...project.rejectedOf(sync, side)),
      ),
    looked: (sync: string, side: Side, look: Look) =>
      session.onProject((store, project) => lookedRows(store, project.sets.get(sync, side), look)),
    linkedPairs: (sync: string) => session.onProject((_, project) => project.linkedPairs(sync)),
    view: desks('view'),
    rows: desks('rows'),
    subject: desks('subject'),
    find: desks('find'),
    nextOpen: desks('nextOpen'),
    impact: desks('impact'),
    decide: desks('decide'),
    whyNot: desks('whyNot'),
    recordsWith: desks('recordsWith'),
    hubspotRows: desks('hubspotRows'),
    hubspotSubject: desks('hubspotSubject'),
    healthRows: desks('healthRows'),
    whatWould: (sync: string, ids: Both<string>, job: number) =>
      planning(job, (desk, work) => desk.whatWould(sync, ids, work)),
    choose: (...given: Parameters<ProjectWorker['choose']>) =>
      session.planning((desk) => desk.choose(...given)),

    differences: (sync: string, job: number) => planning(job, (desk, work) => desk.differences(sync, work)),
    toDoFile: (sync: string, side: Side, job: number) =>
      planning(job, (desk, work) => desk.toDoFile(sync, side, work)),
    since: (sync: string, job: number) => planning(job, (desk, work) => desk.since(sync, work)),
    deleted: (sync: string, job: number) => planning(job, (desk, work) => desk.deleted(sync, work)),
    checks: (job: number) => planning(job, (desk, work) => desk.checks(work)),
    approvalRules: (job: number) => planning(job, (desk, work) => desk.approvalRules(work)),
    planHash: (job: number) => planning(job, (desk, work) => desk.planHash(work)),
    health: (job: number) => planning(job, (desk, work) => desk.health(work)),
    healthView: (filter: HealthFilter, job: number) =>
      planning(job, (desk, work) => desk.healthView(filter, work)),
    healthFile: (columns: readonly HealthColumn[], form: ListForm, job: number) =>
      planning(job, (desk, work) => desk.healthFile(columns, form, work)),
    rounds: (asked: RoundsAsked, job: number) => planning(job, (desk, work) => desk.rounds(asked, work)),
    hubspot: (job: number) => planning(job, (desk, work) => desk.hubspot(work)),
    tried: (sync: string, act: OfferedAct, job: number) =>
      planning(job, (desk, work) => desk.tried(sync, act, work)),
    facts: (sync: string, job: number) => planning(job, (desk, work) => desk.facts(sync, work)),
    tryTransform: (sync: string, pair: Both<string>, transform: Transform, job: number) =>
      planning(job, async (desk, work, { records }) => {
        // Fields that are joined need not be in the design yet.
        const read = await records.need(sync, transform.kind === 'join' ? transform.with : []);
        return read.ok ? desk.tryTransform(sync, pair, transform, work) : read;
      }),
    plan: (asOf: string, workers: 1 | 2, job: number) =>
      planning(job, (desk, work) => desk.plan(asOf, workers, work)),
    planFiles: (job: number) => planning(job, (desk, work) => desk.planFiles(work)),

    hold: holdLock,
    connect(port: MessagePort, as: 'main' | 'helper'): void {
      if (as === 'main') return session.helper.take(port);
      const tools = createTools();
      const helper: Helper = { runTask: (task) => Promise.resolve(runForOther(task, tools)) };
      Comlink.expose(helper, port);
    },
    disconnect: () => session.helper.leave(),
  });
}
