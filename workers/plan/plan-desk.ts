// Over 300 lines: a verb for each question about the plan; the answers are made in the files beside it.
import {
  type CheckResult,
  checkPlan,
  openChecks,
  planHash,
  Memo,
  Spare,
  type ApprovalRule,
  filterFacts,
  stageFacts,
  keyFacts,
  mappingFacts,
  mappingImpact,
  phase,
  subjectCount,
  summarise,
  toldFailures,
  transformFacts,
  type Both,
  type Choices,
  type Differences,
  type HubSpotClass,
  type Plan,
  type PlanAbout,
  type PlanSummary,
  type Side,
  type Steps,
  type Transform,
  type TransformFact,
} from '../../src/lib/engine/index.ts';
import type { DecisionChange } from '../../src/lib/store/index.ts';
import { runSteps, runToEnd } from '../common/run-steps.ts';
import { done, failed } from '../common/answer.ts';
import { CANCELLED, UNWATCHED, type Work } from '../common/work.ts';
import { planShared } from '../common/share.ts';
import type {
  Answer,
  Choice,
  Decided,
  DecisionWord,
  DeletedSide,
  FieldImpact,
  Filter,
  FoundRecords,
  HubSpotDetail,
  HubSpotRow,
  HubSpotTold,
  Health,
  HealthColumn,
  HealthFilter,
  HealthRow,
  HealthView,
  ListForm,
  OfferedAct,
  ChangeForm,
  OutFile,
  PlanHead,
  Problem,
  RecordIds,
  Rounds,
  RoundsAsked,
  RulesTold,
  Row,
  Since,
  SubjectDetail,
  SyncFacts,
  Target,
  TriedAct,
  View,
  WhatWould,
  WhyDiffer,
  WhyTold,
} from '../../src/lib/conversation/index.ts';
import { choicesOfAll } from './bulk-choices.ts';
import { deletedOf, restoresOf } from './deleted.ts';
import { changeFiles, goingOut } from './change-output.ts';
import { KeptPlans, type PlanOnDesk } from './kept-plans.ts';
import { changeOf, PersonChoices } from './person-choices.ts';
import { approvedPlan, basisOf, type ApprovedPlan } from './approved-plan.ts';
import { aboutOf, hashOfChoices } from './plan-about.ts';
import { keepPushHandOver, type Handing } from './push-hand-over.ts';
import { planInput, type PlanContext } from '../common/plan-context.ts';
import { HandedSubjects } from './handed-subjects.ts';
import { HubSpotDesk } from './hubspot.ts';
import { healthFile } from './health-file.ts';
import { healthOf, listRecords, type ListedRecords } from './health.ts';
import { keepHandOver } from './keep-hand-over.ts';
import { baselineFile, planFiles } from './plan-output.ts';
import { detailOf, rowOf } from './plan-rows.ts';
import { PlannedSubjects } from './planned-subjects.ts';
import { sameNumbers, subjectOf } from './subject-numbers.ts';
import { designWith, movedBetween, whyDiffer } from './why-differ.ts';
import { placeOf, sameSets } from './decision-place.ts';
import { roundsOf } from './rounds.ts';
import { sinceOf } from './since.ts';
import { SyncDecisions } from './sync-decisions.ts';
import { toDoFile } from './to-do-file.ts';
import { recordsWith, rowsOfPair, whatWould, whyTold } from './why-not.ts';
import { SyncDesk } from './sync-desk.ts';

/**
 * The plan of the open project, and all that is asked and decided of it; one desk a project. Long because it has a verb for each
 * call of the conversation: each is a few lines over the modules beside it.
 */
export class PlanDesk {
  readonly #now: () => Date;
  readonly #memo = new Memo();
  /** Of plans that are over. */
  readonly #spare = new Spare();
  /** Calls that look at a plan at the moment. */
  #looking = 0;
  readonly #choices = new PersonChoices();
  #context: PlanContext | null = null;
  #decisions: ReadonlyMap<string, SyncDecisions> = new Map();
  #kept = new KeptPlans();
  #handed = new HandedSubjects();
  #current: PlanOnDesk | null = null;
  /** The plan it was asked of, beside HubSpot's; another plan lets it go. */
  #hubspot: { readonly of: PlanOnDesk; readonly desk: HubSpotDesk } | null = null;
  /** The records listed last, of whichever plan. */
  #records: ListedRecords | null = null;
  /** What checks said last: of which plan, which checks. */
  #checked: { readonly plan: Plan; readonly asked: string; readonly results: readonly CheckResult[] } | null =
    null;
  #hash: { readonly plan: Plan; readonly hash: string } | null = null;
  #runs = 0;
  /** Counts the ways subjects were counted. */
  #numberings = 0;
  #workers: 1 | 2 = 1;

  constructor(now: () => Date = () => new Date()) {
    this.#now = now;
  }

  /** Works on these from now on. What was decided on other record sets is carried over by id. */
  async take(context: PlanContext): Promise<Answer<readonly Problem[]>> {
    this.#runs++;
    const notes: Problem[] = [];
    const decisions = new Map<string, SyncDecisions>();
    for (const sync of context.design.syncs) {
      const place = placeOf(context, sync);
      const former = this.#decisions.get(sync.id) ?? null;
      if (former !== null && sameSets(former.place.sets, place.sets)) {
        former.move(place.records, place.ids);
        decisions.set(sync.id, former);
        continue;
      }
      const opened = await SyncDecisions.open(place);
      if (!opened.ok) return opened;
      const { notTaken } = opened.value;
      if (notTaken > 0) notes.push({ code: 'decisions-not-taken', count: notTaken, sync: sync.id });
      decisions.set(sync.id, opened.value);
      // Its subjects are rows of other sets.
      this.#current = null;
    }
    this.#decisions = decisions;
    this.#context = context;
    return done(notes);
  }

  async plan(asOf: string, workers: 1 | 2, work: Work): Promise<Answer<PlanHead>> {
    const run = ++this.#runs;
    const stale = (): boolean => run !== this.#runs || work.cancelled();
    const ended = (): Answer<never> => failed(run === this.#runs ? CANCELLED : { code: 'superseded' });
    const context = this.#context;
    if (context === null) return failed({ code: 'no-plan' });
    this.#workers = workers;
    const started = performance.now();
    const choices = this.#choicesOf(context);
    const { json, tools, helper } = context;
    const about = aboutOf(context, asOf, hashOfChoices(choices, tools));
    if (this.#current?.about.planKey === about.planKey && this.#current.json !== json) {
      // A check alone is another in this design (S403): the plan is the one that is there.
      this.#current = { ...this.#current, json };
      await this.#run(this.#ruled(this.#current, context));
      return done(this.#head(this.#current, context));
    }
    const plan = await planShared(planInput(context, { choices, asOf }), {
      tools,
      memo: this.#memo,
      helper: workers === 2 ? helper : null,
      onProgress: work.onProgress,
      stale,
    });
    if (plan === null) return ended();
    const kept = await this.#kept.open(context);
    if (!kept.ok) return kept;
    if (stale()) return ended();
    const desks = this.#desksOf(plan);
    const summary = await this.#run(summarise(plan, about, this.#memo));
    if (stale()) return ended();
    const madeAt = this.#now().toISOString();
    const basis = basisOf(context, about);
    const current = { plan, about, basis, summary, choices, json, desks, milliseconds: 0, madeAt };
    await this.#run(this.#kept.compare(current, context));
    if (stale()) return ended();
    await this.#run(this.#ruled(current, context));
    if (stale()) return ended();
    const former = this.#current;
    this.#hubspot = null;
    this.#current = { ...current, milliseconds: performance.now() - started };
    if (former !== null && this.#looking === 0) for (const desk of former.desks.values()) desk.letGo();
    return done(this.#head(this.#current, context));
  }

  cancelPlan(): Promise<void> {
    this.#runs++;
    return Promise.resolve();
  }

  keepPlan(): Promise<Answer<PlanHead>> {
    return this.#looked(() => this.#keepPlan());
  }

  async #keepPlan(): Promise<Answer<PlanHead>> {
    const [current, context] = [this.#current, this.#context];
    if (current === null || context === null) return failed({ code: 'no-plan' });
    const kept = await this.#kept.keep(current, context);
    if (!kept.ok) return kept;
    await this.#run(this.#kept.compare(current, context));
    await this.#run(this.#ruled(current, context));
    return done(this.#head(current, context));
  }

  view(sync: string, filter: Filter): Promise<Answer<View>> {
    return this.#on(sync, async (desk, { tools, design }, { about }) => {
      await this.#run(desk.prepare(filter, tools, this.#memo));
      const check = design.checks?.find(({ id }) => id === filter.check) ?? null;
      if (filter.check !== '')
        await this.#run(desk.workOutCheck(check?.counts ?? null, about.asOf, this.#memo));
      return done({ ...desk.view(filter), check: check?.name ?? null });
    });
  }

  rows(sync: string, from: number, to: number): Promise<Answer<readonly Row[]>> {
    return this.#on(sync, (desk) => {
      const { listed } = desk;
      if (listed === null) return failed({ code: 'no-view' });
      const window = listed.subarray(Math.max(0, from), Math.max(0, to));
      return done(Array.from(window, (subject) => rowOf(desk.subjects, desk, subject)));
    });
  }

  subject(sync: string, subject: number): Promise<Answer<SubjectDetail>> {
    return this.#on(sync, (desk) => {
      if (!hasSubject(desk, subject))
        return failed({ code: 'unknown-subject', sync: sync, subject: subject });
      const detail = detailOf(desk.subjects, desk.decisions.state, desk, subject, desk.why);
      return done({ ...detail, position: desk.position(subject) });
    });
  }

  find(sync: string, ids: RecordIds): Promise<Answer<number>> {
    return this.#on(sync, (desk) => done(subjectOf(desk.subjects.plan, ids)));
  }

  nextOpen(sync: string, subject: number): Promise<Answer<number>> {
    return this.#on(sync, (desk) => done(desk.nextOpen(subject)));
  }

  impact(sync: string): Promise<Answer<readonly FieldImpact[]>> {
    return this.#on(sync, async (desk) => done(await this.#run(mappingImpact(desk.subjects.plan))));
  }

  differences(sync: string, work: Work): Promise<Answer<WhyDiffer>> {
    return this.#on(sync, async (desk, { tools }, { summary }) => {
      const why = await this.#runFor(work, desk.workOutWhy(tools, this.#memo));
      return why.ok ? done(whyDiffer(desk.subjects.plan, why.value, summary.planKey)) : why;
    });
  }

  toDoFile(sync: string, side: Side, work: Work): Promise<Answer<OutFile>> {
    return this.#on(sync, async (desk, { tools, design }) => {
      const why = await this.#runFor(work, desk.workOutWhy(tools, this.#memo));
      if (!why.ok) return why;
      const made = toDoFile(desk.subjects, side, { design, why: why.value, tools });
      return this.#looked(() => this.#runFor(work, made));
    });
  }

  since(sync: string, work: Work): Promise<Answer<Since>> {
    return this.#on(sync, (desk, { baseline }) =>
      this.#looked(() => this.#runFor(work, sinceOf(desk.subjects, baseline !== null))),
    );
  }

  async checks(work: Work): Promise<Answer<readonly CheckResult[]>> {
    const [current, context] = [this.#current, this.#context];
    if (current === null || context === null) return failed({ code: 'no-plan' });
    return this.#looked(() => this.#runFor(work, this.#checksOf(current, context)));
  }

  async approvalRules(work: Work): Promise<Answer<RulesTold>> {
    const [current, context] = [this.#current, this.#context];
    if (current === null || context === null) return failed({ code: 'no-plan' });
    return this.#looked(() => this.#runFor(work, this.#rulesOf(current, context)));
  }

  *#rulesOf(current: PlanOnDesk, context: PlanContext): Steps<RulesTold> {
    const broken = openChecks(yield* this.#checksOf(current, context)).map(({ name }) => name);
    yield* this.#ruled(current, context);
    const told = [...current.desks.values()].map((desk) => desk.ruled);
    const sum = (of: 'fits' | 'decides', at: number): number =>
      told.reduce((all, own) => all + own[at]![of], 0);
    const { approval = [] } = context.design;
    const rules = approval.map(({ id }, at) => ({ id, fits: sum('fits', at), decides: sum('decides', at) }));
    return { rules, broken };
  }

  /** The rules of approval of the design as it is now decide on every desk; while a check stands in the way none approves (S407). */
  *#ruled(current: PlanOnDesk, context: PlanContext): Steps<void> {
    const { approval = NO_RULES } = context.design;
    const mayApprove =
      approval.length === 0 || openChecks(yield* this.#checksOf(current, context)).length === 0;
    for (const desk of current.desks.values())
      yield* desk.workOutRules(approval, mayApprove, current.about.asOf, this.#memo);
  }

  async planHash(work: Work): Promise<Answer<{ readonly planHash: string }>> {
    const [current, context] = [this.#current, this.#context];
    if (current === null || context === null) return failed({ code: 'no-plan' });
    const hashed = await this.#looked(() => this.#runFor(work, this.#hashOf(current, context)));
    return hashed;
  }

  /** What the checks of the design as it is now say of a plan. */
  *#checksOf(
    { plan, about, desks }: PlanOnDesk,
    { design, tools }: PlanContext,
  ): Steps<readonly CheckResult[]> {
    const { checks = [] } = design;
    const asked = JSON.stringify(checks);
    if (this.#checked?.plan === plan && this.#checked.asked === asked) return this.#checked.results;
    const self = this.#hashOf.bind(this, { plan }, { tools });
    const results = yield* checkPlan(
      plan,
      {
        checks,
        asOf: about.asOf,
        tools,
        traits: (sync) => desks.get(sync.sync.id)!.subjects.workOutTraits(),
        *hash() {
          return (yield* self()).planHash;
        },
      },
      this.#memo,
    );
    this.#checked = { plan, asked, results };
    return results;
  }

  *#hashOf(
    { plan }: Pick<PlanOnDesk, 'plan'>,
    { tools }: Pick<PlanContext, 'tools'>,
  ): Steps<{ readonly planHash: string }> {
    if (this.#hash?.plan !== plan) this.#hash = { plan, hash: yield* planHash(plan, tools) };
    return { planHash: this.#hash.hash };
  }

  async health(work: Work): Promise<Answer<Health>> {
    const current = this.#current;
    if (current === null) return failed({ code: 'no-plan' });
    return this.#looked(() => this.#runFor(work, healthOf(current)));
  }

  async healthView(filter: HealthFilter, work: Work): Promise<Answer<HealthView>> {
    const [current, context] = [this.#current, this.#context];
    if (current === null || context === null) return failed({ code: 'no-plan' });
    const listed = await this.#looked(() => this.#runFor(work, listRecords(current, filter, context.tools)));
    if (!listed.ok) return listed;
    this.#records = listed.value;
    return done(listed.value.view);
  }

  healthRows(from: number, to: number): Promise<Answer<readonly HealthRow[]>> {
    const records = this.#records;
    if (records === null || records.of !== this.#current?.plan)
      return Promise.resolve(failed({ code: 'no-view' }));
    return this.#looked(() => Promise.resolve(done(records.rows(from, to))));
  }

  async healthFile(columns: readonly HealthColumn[], form: ListForm, work: Work): Promise<Answer<OutFile>> {
    const [context, records] = [this.#context, this.#records];
    if (context === null || records === null || records.of !== this.#current?.plan)
      return failed({ code: 'no-view' });
    return this.#looked(() => this.#runFor(work, healthFile(records, columns, form, context)));
  }

  async rounds(asked: RoundsAsked, work: Work): Promise<Answer<Rounds>> {
    const [current, context] = [this.#current, this.#context];
    if (current === null || context === null) return failed({ code: 'no-plan' });
    const { choices, about } = current;
    const subjects = new Map([...current.desks].map(([id, desk]) => [id, desk.subjects]));
    const input = planInput(context, { choices, asOf: about.asOf });
    return this.#looked(() => this.#runFor(work, roundsOf(input, asked, subjects, context.tools)));
  }

  async hubspot(work: Work): Promise<Answer<HubSpotTold>> {
    const [current, context] = [this.#current, this.#context];
    if (current === null || context === null) return failed({ code: 'no-plan' });
    if (this.#hubspot?.of === current) return done(this.#hubspot.desk.told);
    const { plan, choices, about } = current;
    const input = { ...planInput(context, { choices, asOf: about.asOf }), design: plan.design };
    const asked = HubSpotDesk.of({ plan, input }, context.tools, this.#memo, () => performance.now());
    const made = await this.#looked(() => this.#runFor(work, asked));
    if (!made.ok) return made;
    if (this.#current !== current) return failed({ code: 'superseded' });
    this.#hubspot = { of: current, desk: made.value };
    return done(made.value.told);
  }

  async hubspotRows(
    sync: string,
    is: HubSpotClass,
    from: number,
    to: number,
  ): Promise<Answer<readonly HubSpotRow[]>> {
    const compared = this.#hubspot?.desk.sync(sync) ?? null;
    if (compared === null) return failed({ code: 'no-view' });
    return done(await this.#looked(() => compared.rows(is, from, to)));
  }

  hubspotSubject(sync: string, subject: number): Promise<Answer<HubSpotDetail>> {
    const compared = this.#hubspot?.desk.sync(sync) ?? null;
    const detail = compared?.detail(subject) ?? null;
    if (compared === null) return Promise.resolve(failed({ code: 'no-view' }));
    return Promise.resolve(
      detail === null ? failed({ code: 'unknown-subject', sync, subject }) : done(detail),
    );
  }

  tried(sync: string, offered: OfferedAct, work: Work): Promise<Answer<TriedAct | null>> {
    return this.#on(sync, async (desk, context, { about, json, choices, summary }) => {
      const why = await this.#runFor(work, desk.workOutWhy(context.tools, this.#memo));
      if (!why.ok) return why;
      const design = designWith(offered, { plan: desk.subjects.plan, why: why.value, json });
      if (design === null) return done(null);
      const { asOf } = about;
      const drive = { tools: context.tools, memo: this.#memo, helper: null, onProgress: work.onProgress };
      const input = { ...planInput(context, { choices, asOf }), design };
      const then = await planShared(input, { ...drive, stale: work.cancelled });
      const other = then?.syncs.find((one) => one.sync.id === sync);
      if (other === undefined) return failed(CANCELLED);
      return done(await this.#run(movedBetween(desk.subjects.plan, summary.counts[sync]!, other)));
    });
  }

  whyNot(sync: string, ids: Both<string>): Promise<Answer<WhyTold | null>> {
    return this.#on(sync, ({ subjects }, { tools }) => {
      const rows = rowsOfPair(subjects, ids);
      return done(rows === null ? null : whyTold(subjects, rows, tools));
    });
  }

  whatWould(sync: string, ids: Both<string>, work: Work): Promise<Answer<WhatWould>> {
    return this.#on(sync, async ({ subjects }, context, { plan, about, choices, json }) => {
      const started = performance.now();
      const { records } = subjects.plan;
      const rows = rowsOfPair(subjects, ids);
      if (rows === null) return failed({ code: 'no-such-record' });
      const input = { ...planInput(context, { choices, asOf: about.asOf }), design: plan.design };
      const asking = { plan, input, json, tools: context.tools, memo: this.#memo };
      const isLinked = subjectOf(subjects.plan, ids) >= 0;
      const tried = isLinked ? null : await this.#runFor(work, whatWould(subjects, rows, asking));
      if (tried !== null && !tried.ok) return tried;
      return done({
        changes: tried?.value ?? null,
        records: records.left.count + records.right.count,
        milliseconds: performance.now() - started,
      });
    });
  }

  recordsWith(sync: string, side: Side, text: string, beside: string | null): Promise<Answer<FoundRecords>> {
    return this.#on(sync, ({ subjects }) => done(recordsWith(subjects, side, text, beside)));
  }

  facts(sync: string, work: Work): Promise<Answer<SyncFacts>> {
    return this.#on(sync, async (desk, context) => {
      const { plan } = desk.subjects;
      const { left, right } = plan.records;
      const own = phase('key-facts', sync, [plan.matching.keys], [left, right]);
      const keys = this.#memo.run(own, () => keyFacts(plan, context.tools));
      const facts = await this.#runFor(work, keys);
      if (!facts.ok) return facts;
      const mappings = await this.#runFor(work, mappingFacts(plan));
      if (!mappings.ok) return mappings;
      const filters = await this.#runFor(work, filterFacts(plan));
      if (!filters.ok) return filters;
      const staged = await this.#runFor(work, stagesOf(plan));
      if (!staged.ok) return staged;
      const { subjects } = desk.head([]);
      const { ambiguous, duplicate } = subjects;
      return done({
        sync,
        linked: plan.pairs.left.length,
        ambiguous,
        duplicate,
        keys: facts.value,
        mappings: mappings.value,
        filters: filters.value,
        stages: staged.value.stages,
      });
    });
  }

  tryTransform(
    sync: string,
    pair: Both<string>,
    transform: Transform,
    work: Work,
  ): Promise<Answer<TransformFact | null>> {
    return this.#on(sync, async (desk, { tools }): Promise<Answer<TransformFact | null>> => {
      const { plan } = desk.subjects;
      const mapping = plan.sync.mappings.find((one) => one.left === pair.left && one.right === pair.right);
      if (mapping === undefined) return done(null);
      return this.#runFor(work, transformFacts(plan.sync, plan.records, mapping, transform, tools));
    });
  }

  decide(sync: string, target: Target, decision: DecisionWord): Promise<Answer<Decided>> {
    return this.#on(sync, async (desk, context, current): Promise<Answer<Decided>> => {
      const broken =
        decision === 'approved' ? openChecks(await this.#run(this.#checksOf(current, context))) : [];
      if (broken.length > 0) return failed({ code: 'checks-broken', names: broken.map(({ name }) => name) });
      const targets = desk.targets(target);
      if (targets === null) return failed({ code: 'no-view' });
      const decided = await desk.decisions.decide(desk.subjects, desk.own.column, targets, decision);
      if (!decided.ok) return decided;
      desk.redecided();
      const { canUndo, canRedo } = desk.decisions;
      return done({ count: decided.value, decisions: desk.counts, canUndo, canRedo });
    });
  }

  deleted(sync: string, work: Work): Promise<Answer<readonly DeletedSide[]>> {
    return this.#on(sync, (desk) =>
      this.#looked(() => this.#runFor(work, deletedOf(desk.subjects, desk.decisions.state))),
    );
  }

  choose(sync: string, choice: Choice, asOf: string): Promise<Answer<PlanHead>> {
    return this.#on(sync, async (desk, context, current): Promise<Answer<PlanHead>> => {
      const { decisions, subjects } = desk;
      const at = this.#now().toISOString();
      const run = async (change: DecisionChange): Promise<Answer<PlanHead>> => {
        const acted = await decisions.act(change);
        return acted.ok ? this.plan(asOf, this.#workers, UNWATCHED) : acted;
      };
      if (choice.kind === 'open-conflicts') {
        const { take } = choice;
        const targets = desk.targets(choice.target);
        if (targets === null) return failed({ code: 'no-view' });
        const choices = await this.#run(choicesOfAll(subjects, decisions.state, targets, take, at));
        if (this.#current !== current) return failed({ code: 'superseded' });
        if (choices.put.length + choices.remove.length === 0) return done(this.#head(current, context));
        return run({ label: `conflicts ${take}`, choices });
      }
      if (choice.kind === 'restore') {
        const restores = restoresOf(subjects, decisions.state, choice, at);
        if (restores.put.length + restores.remove.length === 0) return done(this.#head(current, context));
        return run({ label: choice.take, restores });
      }
      if (choice.kind === 'conflict' && !hasSubject(desk, choice.subject)) {
        return failed({ code: 'unknown-subject', sync, subject: choice.subject });
      }
      const change = changeOf(subjects, decisions.state, choice, at);
      return change === null ? failed({ code: 'no-such-record' }) : run(change);
    });
  }

  undoDecision(sync: string, asOf: string): Promise<Answer<PlanHead>> {
    return this.#moved(sync, asOf, (decisions) => decisions.undo());
  }

  redoDecision(sync: string, asOf: string): Promise<Answer<PlanHead>> {
    return this.#moved(sync, asOf, (decisions) => decisions.redo());
  }

  async changeFiles(
    form: ChangeForm,
    approvedOnly: boolean,
    work: Work,
  ): Promise<Answer<readonly OutFile[]>> {
    const [current, context] = [this.#current, this.#context];
    if (current === null || context === null) return failed({ code: 'no-plan' });
    const { tools } = context;
    const { design } = current.plan;
    const desks = [...current.desks.values()];
    await this.#looked(() => this.#run(this.#ruled(current, context)));
    const made = changeFiles(desks, { form, approvedOnly, design, tools });
    const files = await this.#looked(() => this.#runFor(work, made));
    if (!files.ok || files.value.length === 0) return files;
    this.#handed.add(
      current.plan,
      desks.map((desk) => [desk.subjects.plan.sync.id, goingOut(desk, approvedOnly)]),
    );
    const { designHash, inputs } = current.about;
    const own = { plan: current.plan, designHash, inputs, tools };
    const handing = baselineFile(own, this.#handed.of(current.plan));
    const next = await this.#looked(() => this.#runFor(work, handing));
    if (!next.ok) return next;
    const { number } = this.#kept.standing(current, context);
    const kept = await keepHandOver(context, next.value, {
      madeAt: this.#now().toISOString(),
      plan: number,
      files: files.value,
    });
    return kept.ok ? files : kept;
  }

  async approved(work: Work): Promise<Answer<ApprovedPlan>> {
    const [current, context] = [this.#current, this.#context];
    if (current === null || context === null) return failed({ code: 'no-plan' });
    const choicesHash = hashOfChoices(this.#choicesOf(context), context.tools);
    const now = basisOf(context, aboutOf(context, current.about.asOf, choicesHash));
    const { number } = this.#kept.standing(current, context);
    return this.#looked(async () => {
      await this.#run(this.#ruled(current, context));
      return this.#runFor(work, approvedPlan(current, { number, now }));
    });
  }

  async handOverPush(context: PlanContext, handing: Handing): Promise<Answer<boolean>> {
    const { basis } = handing;
    const choices = this.#choicesOf(context);
    const asOf = basis.asOf ?? '';
    const about = aboutOf(context, asOf, hashOfChoices(choices, context.tools));
    if (about.planKey !== basis.plan) return done(false);
    const current = this.#current;
    const isOnDesk = current?.about.planKey === basis.plan;
    const drive = { tools: context.tools, memo: this.#memo, helper: null, ...UNWATCHED };
    const plan = isOnDesk
      ? current.plan
      : await planShared(planInput(context, { choices, asOf }), { ...drive, stale: () => false });
    if (plan === null) return done(false);
    const madeAt = this.#now().toISOString();
    const number = current === null ? 1 : this.#kept.standing(current, context).number;
    const kept = await this.#looked(() => keepPushHandOver(context, plan, handing, { madeAt, number }));
    return kept.ok ? done(true) : kept;
  }

  async planFiles(work: Work): Promise<Answer<readonly OutFile[]>> {
    const [current, context] = [this.#current, this.#context];
    if (current === null || context === null) return failed({ code: 'no-plan' });
    const { plan, about, choices } = current;
    const files = planFiles({
      plan,
      desks: [...current.desks.values()],
      choices,
      designHash: about.designHash,
      inputs: about.inputs,
      tools: context.tools,
      handed: this.#handed.of(plan),
      at: this.#now().toISOString(),
      summary: (planHash, choicesHash) =>
        this.#explained(current, context, {
          ...keyed(about, aboutOf(context, about.asOf, choicesHash)),
          planHash,
        }),
    });
    return this.#looked(async () => {
      await this.#run(this.#ruled(current, context));
      return this.#runFor(work, files);
    });
  }

  /** The summary with why values differ, which may have been asked already, and why records fail. */
  *#explained(current: PlanOnDesk, context: PlanContext, about: PlanAbout): Steps<PlanSummary> {
    const { plan, desks } = current;
    const { tools } = context;
    const checks = yield* this.#checksOf(current, context);
    const why = new Map<string, Differences>();
    for (const [sync, desk] of desks) why.set(sync, yield* desk.workOutWhy(tools, this.#memo));
    const failures = yield* toldFailures(plan, about.inputs);
    return yield* summarise(plan, { ...about, failures, checks }, this.#memo, why);
  }

  /** Undoes or redoes; plans again only where a choice or verdict moved. */
  #moved(
    sync: string,
    asOf: string,
    move: (decisions: SyncDecisions) => Promise<Answer<null>>,
  ): Promise<Answer<PlanHead>> {
    return this.#on(sync, async (desk, context, current): Promise<Answer<PlanHead>> => {
      const before = this.#choicesOf(context);
      const moved = await move(desk.decisions);
      if (!moved.ok) return moved;
      desk.redecided();
      const after = this.#choicesOf(context);
      const isSame =
        before.choices === after.choices &&
        before.links === after.links &&
        before.restores === after.restores;
      if (!isSame || this.#current !== current) return this.plan(asOf, this.#workers, UNWATCHED);
      return done(this.#head(current, context));
    });
  }

  /** While it runs, no plan it may look at is let go. */
  async #looked<T>(look: () => Promise<T>): Promise<T> {
    this.#looking++;
    try {
      return await look();
    } finally {
      this.#looking--;
    }
  }

  #choicesOf({ design }: PlanContext): Choices {
    return this.#choices.of(design.syncs.map(({ id }) => this.#decisions.get(id)?.state ?? null));
  }

  #desksOf(plan: Plan): Map<string, SyncDesk> {
    const desks = new Map<string, SyncDesk>();
    for (const sync of plan.syncs) {
      const { id } = sync.sync;
      const former = this.#current?.desks.get(id) ?? null;
      const decisions = this.#decisions.get(id);
      if (decisions === undefined) throw new Error(`no decisions of ${id}`);
      const desk = new SyncDesk(
        new PlannedSubjects(sync, former?.subjects ?? null, this.#spare),
        decisions,
        former?.filter ?? null,
        former !== null && sameNumbers(former.subjects.plan, sync) ? former.numbering : ++this.#numberings,
        this.#spare,
      );
      desks.set(id, desk);
    }
    return desks;
  }

  #head(current: PlanOnDesk, context: PlanContext): PlanHead {
    const { summary, milliseconds, madeAt } = current;
    return {
      ...this.#kept.standing(current, context),
      planKey: summary.planKey,
      summary,
      milliseconds,
      madeAt,
      syncs: [...current.desks.values()].map((desk) => desk.head(summary.warnings)),
    };
  }

  async #on<T>(
    sync: string,
    ask: (desk: SyncDesk, context: PlanContext, current: PlanOnDesk) => Answer<T> | Promise<Answer<T>>,
  ): Promise<Answer<T>> {
    const [current, context] = [this.#current, this.#context];
    if (current === null || context === null) return failed({ code: 'no-plan' });
    const desk = current.desks.get(sync);
    if (desk === undefined) return failed({ code: 'unknown-sync', sync: sync });
    return this.#looked(async () => {
      await this.#run(this.#ruled(current, context));
      return ask(desk, context, current);
    });
  }

  /** What is told is an object: null would say that it was cancelled. */
  async #runFor<T extends object>(work: Work, steps: Steps<T>): Promise<Answer<T>> {
    const result = await runSteps(steps, work.onProgress, work.cancelled);
    return result === null ? failed(CANCELLED) : done(result);
  }

  #run<T>(steps: Steps<T>): Promise<T> {
    return runToEnd(steps);
  }
}

const NO_RULES: readonly ApprovalRule[] = [];

function* stagesOf(plan: Parameters<typeof stageFacts>[0]): Steps<Pick<SyncFacts, 'stages'>> {
  return { stages: yield* stageFacts(plan) };
}

const hasSubject = ({ subjects }: SyncDesk, subject: number): boolean =>
  Number.isInteger(subject) && subject >= 0 && subject < subjectCount(subjects.plan);

/** The plan as it was made, under the name another set of choices gives it. */
const keyed = (about: PlanAbout, { planKey }: PlanAbout): PlanAbout => ({ ...about, planKey });
