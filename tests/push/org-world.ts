import { expect } from 'vitest';
import type { AppConnector } from '../../src/lib/connectors/app/app-connector.ts';
import type { Call } from '../../src/lib/connectors/app/call.ts';
import type { JobSizes } from '../../src/lib/connectors/app/jobs.ts';
import { salesforce } from '../../src/lib/connectors/app/salesforce/index.ts';
import {
  Journal,
  MemoryLog,
  runPush,
  type Control,
  type JournalLog,
  type PushEnd,
  type PushEvent,
  type PushItem,
  type PushPlan,
  type PushTools,
  type Result,
} from '../../src/lib/push/index.ts';
import { Random } from '../reference/random.ts';
import { FaultDesk, inProcess } from '../servers/faults/index.ts';
import { MemoryConnector } from '../servers/memory/memory-connector.ts';
import { FakeSalesforce } from '../servers/salesforce/index.ts';
import { FreeLock } from './free-lock.ts';
import { HandControl } from './hand-control.ts';
import { appOf, itemOf, planOf, texts, toolsOf } from './push-world.ts';

const KEY = 'External_Id__c';

/** An org of Salesforce that is pushed to by small jobs, and every call that reached it. */
export class OrgWorld {
  readonly fake = new FakeSalesforce();
  readonly desk = new FaultDesk();
  readonly log = new MemoryLog();
  readonly random = new Random(7);
  readonly calls: Call[] = [];
  clock = Date.UTC(2026, 0, 2);
  token = this.fake.sessions.open();

  /** As after a reload of the page. */
  async connect(): Promise<AppConnector> {
    const caller = inProcess(this.desk.wrap(this.fake.answer), () => ({
      authorization: `Bearer ${this.token}`,
    }));
    const connector = salesforce(
      (call) => {
        this.calls.push(call);
        return caller(call);
      },
      { objects: ['Account'] },
    );
    await connector.describe();
    return connector;
  }

  /** Creates, and changes of accounts that are there, each of which a job takes. */
  items({ creates, changes }: { readonly creates: number; readonly changes: number }): readonly PushItem[] {
    const made = Array.from({ length: creates }, (_, n) =>
      itemOf({
        key: `c${String(n)}`,
        object: 'Account',
        act: 'create',
        unique: { field: KEY, value: `new-${String(n)}` },
        values: texts({ [KEY]: `new-${String(n)}`, Name: `New ${String(n)}`, NumberOfEmployees: '12' }),
        inJob: true,
      }),
    );
    const changed = Array.from({ length: changes }, (_, n) => {
      const Name = `Company ${String(n)}`;
      const { Id } = this.fake.store.insert('Account', { Name, Description: 'old' });
      return itemOf({
        key: `u${String(n)}`,
        object: 'Account',
        act: 'update',
        id: Id,
        from: texts({ Name, Description: 'old' }),
        values: texts({ Name: `${Name}, renamed`, Description: n % 3 === 0 ? '' : `new "${String(n)}"` }),
        inJob: true,
      });
    });
    return [...made, ...changed];
  }

  async plan(items: readonly PushItem[], job: JobSizes, more: Partial<PushPlan> = {}): Promise<PushPlan> {
    const account = await (await this.connect()).account();
    if (!account.ok) throw new Error(account.fault.code);
    const accounts = { left: '', right: account.value.id };
    return planOf(items, { accounts, canary: [], jobs: { left: null, right: job }, ...more });
  }

  async begin(plan: PushPlan): Promise<Journal> {
    const begun = await Journal.begin(this.log, plan, '2026-01-02T00:00:00Z');
    if (!begun.ok) throw new Error(begun.because);
    return begun.value;
  }

  async reopen(plan: PushPlan, log: JournalLog = this.log): Promise<Journal> {
    const opened = await Journal.open(log, plan.id);
    if (!opened.ok) throw new Error(opened.because);
    return opened.value;
  }

  async run(
    journal: Journal,
    {
      control = new HandControl(),
      tools = toolsOf(this),
      through = (app) => app,
      tell = () => undefined,
    }: {
      readonly control?: Control;
      readonly tools?: PushTools;
      readonly through?: (app: AppConnector) => AppConnector;
      readonly tell?: (event: PushEvent) => void;
    } = {},
  ): Promise<PushEnd> {
    return runPush({
      journal,
      connectors: { left: new MemoryConnector(appOf()), right: through(await this.connect()) },
      lock: new FreeLock(),
      owner: 'test',
      tools,
      control,
      tell,
    });
  }

  /** The paths of the calls of jobs so far, with what they told a job to be. */
  jobCalls(): readonly string[] {
    return this.calls.flatMap(({ method, path, body }) => {
      const [, rest] = /\/jobs\/ingest(.*)$/.exec(path) ?? [];
      if (rest === undefined) return [];
      const part = rest.split('/')[2] ?? '';
      const told = method === 'PATCH' ? ` ${(JSON.parse(String(body)) as { state: string }).state}` : '';
      return [`${method}${told}${part === '' ? '' : ` ${part}`}`];
    });
  }

  /** Records of the calls of collections that write. */
  written(): readonly number[] {
    return this.calls.flatMap(({ method, path, body }) =>
      path.includes('/composite/sobjects') && (method === 'POST' || method === 'PATCH')
        ? [(JSON.parse(String(body)) as { records: readonly unknown[] }).records.length]
        : [],
    );
  }

  /** The org's own store says of every item what its result says, nothing is there twice, and no job carried a record out twice. */
  judge(results: readonly Result[]): void {
    const problems: string[] = [];
    const rows = this.fake.store.all('Account').filter((row) => row['IsDeleted'] !== true);
    const byKey = new Map<unknown, number>();
    for (const row of rows) {
      const key = row[KEY] ?? null;
      if (key !== null) byKey.set(key, (byKey.get(key) ?? 0) + 1);
    }
    for (const [key, many] of byKey)
      if (many > 1) problems.push(`${String(key)} is there ${String(many)} times`);
    for (const [place, many] of this.fake.jobs.carriedOut)
      if (many > 1) problems.push(`${place} was carried out ${String(many)} times`);
    for (const result of results) {
      const { item } = result;
      const row =
        item.id === null
          ? rows.find((one) => one[KEY] === item.unique?.value)
          : rows.find(({ Id }) => Id === item.id);
      const isThere =
        row !== undefined && [...item.values].every(([field, text]) => String(row[field] ?? '') === text);
      if ((result.is === 'written') !== isThere)
        problems.push(`${item.key} is ${result.is}, and ${isThere ? 'there' : 'not there'}`);
      if (result.is === 'written' && result.id !== row?.Id) problems.push(`${item.key} has another id`);
    }
    expect(problems).toEqual([]);
  }
}
