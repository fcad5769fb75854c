// Over 300 lines: one plan, told whole, so that a test can be read against it.
import type { PlanOwner } from '../../../src/lib/workbench/plan/plan-acts.svelte.ts';
import { NO_HAND_OVER } from '../../support/no-hand-over.ts';
import type { PlanTalk } from '../../../src/lib/workbench/plan/plan-talk.ts';
import { ALL_SUBJECTS, payloadsOf, type Outcome } from '../../../src/lib/engine/index.ts';
import { OUTCOME_ORDER } from '../../../src/lib/ui/records/outcome-order.ts';
import type {
  OutFile,
  Answer,
  Choice,
  DecisionCounts,
  DecisionWord,
  FieldRow,
  Filter,
  PlanHead,
  ProjectHead,
  RoundsAsked,
  Row,
  SubjectDetail,
} from '../../../src/lib/conversation/index.ts';

/** A made-up plan of any size that answers like the workers: row `n` is told from `n` alone. */
const CYCLE: readonly Outcome[] = ['update', 'create', 'update', 'conflict', 'in-sync'];
const NAMES = ['Bjerke Elektro', 'Havgard Seafood', 'Norrland Skog', 'Tvedt & Sønner', 'Kystlaks Holding'];

const ok = <T>(value: T): Promise<Answer<T>> => Promise.resolve({ ok: true, value });

const zero = (): Record<Outcome, number> =>
  Object.fromEntries(OUTCOME_ORDER.map((one) => [one, 0])) as Record<Outcome, number>;

export class FixturePlan implements PlanTalk, PlanOwner {
  readonly size: number;
  readonly decided = new Map<number, DecisionWord>();
  readonly chosen = new Map<number, 'left' | 'right' | 'none' | 'machine'>();
  readonly asked: string[] = [];
  plan: PlanHead;
  #filter: Filter | null = null;
  #undo: (() => void)[] = [];

  constructor(size: number) {
    this.size = size;
    this.plan = this.#head(1);
  }

  outcome(subject: number): Outcome {
    const outcome = CYCLE[subject % CYCLE.length]!;
    return outcome === 'conflict' && this.chosen.has(subject) ? 'update' : outcome;
  }

  /** Subjects of the present filter; only outcomes, decisions and text are looked at, and only in small plans. */
  #listed(): readonly number[] | null {
    const filter = this.#filter;
    if (
      filter === null ||
      (filter.outcomes.length === 0 && filter.decisions.length === 0 && filter.text === '')
    ) {
      return null;
    }
    return Array.from({ length: this.size }, (_, subject) => subject).filter((subject) => {
      const row = this.row(subject);
      return (
        (filter.outcomes.length === 0 || filter.outcomes.includes(row.outcome)) &&
        (filter.decisions.length === 0 ||
          (row.decision !== null && filter.decisions.includes(row.decision))) &&
        (row.left?.name ?? '').toLowerCase().includes(filter.text.toLowerCase())
      );
    });
  }

  row(subject: number): Row {
    const outcome = this.outcome(subject);
    const name = `${NAMES[subject % NAMES.length]!} ${String(subject)}`;
    const writes = outcome === 'in-sync' || outcome === 'conflict' ? 0 : 2;
    return {
      subject,
      outcome,
      writes,
      toward: writes === 0 ? null : 'right',
      left: { id: String(10_000 + subject), name },
      right: outcome === 'create' ? null : { id: `XR${String(subject)}`, name },
      match: {
        by: outcome === 'create' ? 'none' : 'key',
        key: outcome === 'create' ? null : 0,
        onlyName: false,
      },
      decision: writes === 0 ? null : (this.decided.get(subject) ?? 'open'),
      rule: null,
      openConflicts: outcome === 'conflict' ? 1 : 0,
      byRule: false,
    };
  }

  view(_sync: string, filter: Filter): ReturnType<PlanTalk['view']> {
    this.#filter = filter;
    this.asked.push(`view ${filter.scope} ${filter.outcomes.join('+')}`);
    return ok({
      sync: 'companies',
      total: this.#listed()?.length ?? this.size,
      facets: [
        ...CYCLE.map((value) => ({ group: 'outcomes', value, count: Math.floor(this.size / 5) }) as const),
        { group: 'decisions', value: 'open', count: this.#decisions().open },
        { group: 'fields', value: '<b>Industry</b>', count: 3 },
        { group: 'linkedBy', value: 'key', count: 4 },
        { group: 'directions', value: 'to-right', count: 4 },
      ],
      cause: null,
      check: null,
      scopes: { all: this.size, written: this.size, 'needs-person': 1, changed: 2 },
      decisions: this.#decisions(),
    });
  }

  rows(_sync: string, from: number, to: number): ReturnType<PlanTalk['rows']> {
    const listed = this.#listed();
    this.asked.push(`rows ${String(from)}`);
    return ok(
      Array.from({ length: to - from }, (_, at) =>
        this.row(listed === null ? from + at : (listed[from + at] ?? 0)),
      ),
    );
  }

  subject(_sync: string, subject: number): ReturnType<PlanTalk['subject']> {
    return ok(this.detail(subject));
  }

  detail(subject: number): SubjectDetail {
    const row = this.row(subject);
    const open = row.outcome === 'conflict';
    const listed = this.#listed();
    const chosen = this.chosen.get(subject) ?? null;
    const field = (
      left: string,
      right: string,
      values: readonly [string, string],
      more: Partial<FieldRow>,
    ): FieldRow => ({
      left,
      right,
      leftValue: values[0],
      rightValue: values[1],
      baseline: null,
      changed: [],
      equal: false,
      write: null,
      conflict: null,
      rule: 'CO3',
      asked: 'winner',
      besideStage: null,
      chosen: null,
      withheld: null,
      differs: null,
      ...more,
    });
    const fields: readonly FieldRow[] = [
      field('City', 'BillingCity', ['Oslo', 'Oslo'], { equal: true }),
      field('Name', 'Account Name', ['Tvedt & Sønner AS', 'Tvedt og Sønner AS'], {
        baseline: { left: 'Tvedt & Sønner AS', right: 'Tvedt & Sønner AS' },
        changed: ['right'],
        write: {
          side: 'left',
          from: 'Tvedt & Sønner AS',
          to: 'Tvedt og Sønner AS',
          because: 'right-changed',
        },
      }),
      field('Employees', 'NumberOfEmployees', ['65', '64'], {
        write: { side: 'right', from: '64', to: '65', because: 'most-recent' },
        conflict: { decidedBy: 'most-recent', winner: 'left' },
        rule: 'CO3',
        asked: 'most-recent',
        besideStage: null,
      }),
      field('Industry', 'Industry', ['<img src=x onerror=alert(1)>', 'Civil Engineering'], {
        changed: ['left', 'right'],
        rule: 'CO3',
        asked: 'most-recent',
        besideStage: null,
        chosen: chosen === 'machine' ? null : chosen,
        conflict: open ? { decidedBy: null, winner: null } : { decidedBy: 'person', winner: 'left' },
      }),
    ];
    const line: SubjectDetail['line'] = {
      sync: 'companies',
      outcome: row.outcome,
      left: row.left === null ? null : { id: row.left.id, row: subject },
      right: row.right === null ? null : { id: row.right.id, row: subject },
      link: row.right === null ? null : { by: 'key', key: 0, value: 'tvedt.no', normalizers: ['domain'] },
      writes: [{ side: 'right', field: 'NumberOfEmployees', from: '64', to: '65', because: 'most-recent' }],
      conflicts: [],
      reasons: [],
    };
    return {
      subject,
      sync: 'companies',
      title: row.left?.name ?? '',
      line,
      sent: payloadsOf(line),
      fields: row.right === null ? [] : fields,
      trace: [
        { rule: 'PH3', code: 'read', side: 'left', id: String(10_000 + subject), row: subject },
        { rule: 'MA8', code: 'bound-by-key', key: 0, value: 'tvedt.no' },
        { rule: 'PH9', code: 'outcome', outcome: row.outcome },
      ],
      decision: row.decision,
      rule: row.rule,
      position: listed === null ? subject : listed.indexOf(subject),
      link: row.right === null ? null : { left: row.left?.id ?? '', right: row.right.id, verdict: null },
    };
  }

  find(_sync: string, ids: Parameters<PlanTalk['find']>[1]): ReturnType<PlanTalk['find']> {
    this.asked.push(`find ${ids.left ?? ''} ${ids.right ?? ''}`);
    for (let subject = 0; subject < this.size; subject++) {
      const { left, right } = this.row(subject);
      if ((left?.id ?? null) === ids.left && (right?.id ?? null) === ids.right) return ok(subject);
    }
    return ok(-1);
  }

  nextOpen(_sync: string, subject: number): ReturnType<PlanTalk['nextOpen']> {
    for (let next = subject + 1; next < this.size; next++) {
      if (this.outcome(next) === 'conflict') return ok(next);
    }
    return ok(-1);
  }

  readonly head = null;
  saveDesign(): Promise<boolean> {
    return Promise.resolve(false);
  }
  run<T>(_about: unknown, run: (job: number) => Promise<Answer<T>>): Promise<Answer<T>> {
    return run(1);
  }
  differences(sync: string): ReturnType<PlanTalk['differences']> {
    return ok({
      sync,
      planKey: this.plan.planKey,
      mapped: [],
      fields: [],
      alike: 2,
      updates: { form: 0, label: 0, fills: 0, value: 0 },
      warnings: [],
      filters: [],
    });
  }
  toDoFile(): ReturnType<PlanTalk['toDoFile']> {
    return ok({ name: 'to-do.csv', blob: new Blob(), rows: 0 });
  }
  tried(): ReturnType<PlanTalk['tried']> {
    return ok(null);
  }

  impact(): ReturnType<PlanTalk['impact']> {
    return ok([
      {
        left: 'Name',
        right: 'Account Name',
        enabled: true,
        fills: 0,
        overwrites: 12,
        clears: 1,
        same: 80,
        top: [{ from: 'Nordic Bygg', to: 'Nordic Bygg AS', side: 'right', count: 9 }],
      },
      {
        left: 'City',
        right: 'BillingCity',
        enabled: true,
        fills: 7,
        overwrites: 2,
        clears: 0,
        same: 84,
        top: [{ from: '', to: 'Oslo', side: 'right', count: 7 }],
      },
    ]);
  }

  decide(
    _sync: string,
    target: Parameters<PlanTalk['decide']>[1],
    decision: DecisionWord,
  ): ReturnType<PlanTalk['decide']> {
    const before = new Map(this.decided);
    const subjects =
      target.kind === 'subjects'
        ? target.subjects
        : (this.#listed() ?? Array.from({ length: Math.min(this.size, 2000) }, (_, at) => at));
    for (const subject of subjects)
      if (this.row(subject).decision !== null) this.decided.set(subject, decision);
    this.#undo.push(() => {
      this.decided.clear();
      for (const [key, value] of before) this.decided.set(key, value);
    });
    return ok({ count: subjects.length, decisions: this.#decisions(), canUndo: true, canRedo: false });
  }

  choose(_sync: string, choice: Choice): Promise<boolean> {
    if (choice.kind === 'conflict') {
      this.chosen.set(choice.subject, choice.take);
      if (choice.take === 'machine') this.chosen.delete(choice.subject);
      this.#undo.push(() => this.chosen.delete(choice.subject));
    } else this.#undo.push(() => undefined);
    this.asked.push(`choose ${choice.kind}`);
    return Promise.resolve(true);
  }
  undo(): Promise<boolean> {
    this.#undo.pop()?.();
    this.asked.push('undo');
    return Promise.resolve(true);
  }
  redo(): Promise<boolean> {
    return Promise.resolve(true);
  }
  takeDecisions(sync: string, decisions: DecisionCounts): void {
    this.plan = {
      ...this.plan,
      syncs: this.plan.syncs.map((one) => (one.id === sync ? { ...one, decisions } : one)),
    };
  }

  deleted(): ReturnType<PlanTalk['deleted']> {
    return ok([]);
  }

  checks(): ReturnType<PlanTalk['checks']> {
    return ok([]);
  }

  approvalRules(): ReturnType<PlanTalk['approvalRules']> {
    return ok({ rules: [], broken: [] });
  }

  planHash(): ReturnType<PlanTalk['planHash']> {
    return ok({ planHash: '' });
  }

  rounds(asked: RoundsAsked): ReturnType<PlanTalk['rounds']> {
    return ok({ asked, rounds: [], settled: 0, fields: [], bred: [] });
  }

  hubspot(): ReturnType<PlanTalk['hubspot']> {
    return ok({ ok: false, why: { code: 'profile' } });
  }
  hubspotRows(): ReturnType<PlanTalk['hubspotRows']> {
    return ok([]);
  }
  hubspotSubject(sync: string, subject: number): ReturnType<PlanTalk['hubspotSubject']> {
    return Promise.resolve({ ok: false, problem: { code: 'unknown-subject', sync, subject } });
  }

  since(sync: string): ReturnType<PlanTalk['since']> {
    const counts = { cameBack: 0, notTaken: 0, notReadBack: 0, ownForm: 0, taken: 0, changed: 0 };
    const none = { cameBack: [], notTaken: [], notReadBack: [], ownForm: [], taken: [], changed: [] };
    return ok({ sync, records: null, counts, values: none, unlinked: [], refusals: [] });
  }
  lookAtHandOver(): Promise<void> {
    this.asked.push('handed over');
    return Promise.resolve();
  }

  /** What the next change files are. */
  made: readonly OutFile[] = [];
  changeFiles(): ReturnType<PlanTalk['changeFiles']> {
    return ok(this.made);
  }
  planFiles(): ReturnType<PlanTalk['planFiles']> {
    return ok([]);
  }
  projectOut(): ReturnType<PlanTalk['projectOut']> {
    return ok({ name: 'project.drysync', blob: new Blob(), rows: 0 });
  }

  #decisions(): DecisionCounts {
    const counts = { approved: 0, held: 0, rejected: 0, open: 0 };
    for (const word of this.decided.values()) counts[word]++;
    return { ...counts, open: 3 };
  }

  #head(number: number): PlanHead {
    const fifth = this.size / 5;
    const subjects = { ...zero(), update: fifth * 2, create: fifth, conflict: fifth, 'in-sync': fifth };
    const side = { ...subjects, read: this.size };
    return {
      number,
      planKey: `9f3c71e2${String(number)}`,
      summary: {
        format: 'drysync/plan@1',
        asOf: '2026-01-15',
        planKey: `9f3c71e2${String(number)}`,
        planHash: null,
        designHash: '',
        tlds: '',
        inputs: [],
        counts: {
          companies: {
            left: side,
            right: { ...side, create: 0, read: this.size - fifth },
            writes: {
              left: { create: 0, update: 2, delete: 0 },
              right: { create: fifth, update: 3, delete: 0 },
            },
            fields: [],
            reasons: {},
          },
        },
        warnings: [
          { code: 'empty-create', sync: 'companies', count: 12 },
          { code: 'maxChanged', sync: 'companies', count: 40, of: 50, limit: 0.5 },
        ],
        guards: [],
      },
      milliseconds: 1800,
      madeAt: '2026-01-15T12:41:00Z',
      kept: true,
      delta: { since: 1, subjects: { companies: { ...zero(), update: 312, conflict: -41 } }, changed: 353 },
      syncs: [
        {
          id: 'companies',
          kind: 'companies',
          subjects,
          total: this.size,
          written: fifth * 3,
          needsPerson: fifth,
          numbering: 1,
          lost: { left: null, right: null },
          decisions: { approved: 0, held: 0, rejected: 0, open: fifth * 3 },
          warnings: [
            {
              code: 'empty-create',
              field: null,
              filter: { ...ALL_SUBJECTS, outcomes: ['create'], text: '', cause: '', check: '' },
            },
          ],
        },
      ],
    };
  }
}

export const FIXTURE_HEAD: ProjectHead = {
  id: 'fixture',
  name: 'Solbakken',
  apps: { left: { name: 'HubSpot', kind: 'hubspot' }, right: { name: 'Salesforce', kind: 'salesforce' } },
  readOnly: null,
  recovered: [],
  syncs: [
    {
      id: 'companies',
      kind: 'companies',
      objects: { left: 'companies', right: 'accounts' },
      sides: { left: null, right: null },
    },
  ],
  design: {
    json: {},
    design: null,
    errors: [],
    warnings: [],
    canUndo: false,
    canRedo: false,
    savedAt: '',
    changes: { made: [], takenBack: [] },
    suggested: null,
    questions: [],
  },
  handOver: NO_HAND_OVER,
  bytes: 0,
};
