import type { AppConnector } from '../../../src/lib/connectors/app/app-connector.ts';
import type { Caller } from '../../../src/lib/connectors/app/call.ts';
import { salesforce } from '../../../src/lib/connectors/app/salesforce/index.ts';
import type { AppServer, AppUnderTest, SuiteObject } from '../../contracts/app-server.ts';
import { FaultyCaller, type FaultAnswers } from '../../contracts/faulty-caller.ts';
import { FaultDesk, inProcess, overHttp, serve, type FaultyApp, type SignIn } from '../faults/index.ts';
import { FakeSalesforce } from './app.ts';
import { makeId } from './ids.ts';
import type { Value } from './schema.ts';

const OBJECT: SuiteObject = {
  name: 'Account',
  text: 'Name',
  note: 'Description',
  unique: 'External_Id__c',
  uniqueValue: (n) => `key-${String(n)}`,
  always: new Map(),
  bad: { field: 'Rating', value: 'Lukewarm' },
  many: 250,
  missingId: makeId('001', 9_999_999),
};
/** Half of a second: changes of the fake are a second apart. */
const BETWEEN = 500;

const said = (status: number, errorCode: string, message: string, headers = {}) => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify([{ errorCode, message }]),
});

/** Salesforce asks for no wait: it sends no header for it. */
const ANSWERS: FaultAnswers = {
  overloaded: () => said(503, 'SERVER_UNAVAILABLE', 'The server is busy'),
  'rate-limited': () =>
    said(403, 'REQUEST_LIMIT_EXCEEDED', 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.'),
  'signed-out': () => said(401, 'INVALID_SESSION_ID', 'Session expired or invalid'),
  forbidden: () => said(403, 'API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.'),
};

/** A page's way to an org that lets it call. */
export interface OrgFromPage {
  readonly name: string;
  /** Lets the page's origin call it, and calls it. */
  readonly call: (app: FaultyApp, fake: FakeSalesforce, headers: ReturnType<SignIn>) => Caller;
}

/** The connector and the fake as the suite takes them: without sockets, over HTTP, or from a page. */
export const salesforceUnderTest = (way: 'in-process' | 'http' | OrgFromPage): AppUnderTest => ({
  name: typeof way === 'object' ? way.name : way === 'http' ? 'Salesforce, over HTTP' : 'Salesforce',
  open: async () => {
    const fake = new FakeSalesforce();
    fake.pageSize = 100;
    const app = new FaultDesk().wrap(fake.answer);
    const token = fake.sessions.open();
    const signIn: SignIn = () => ({ authorization: `Bearer ${token}` });
    const served = way === 'http' ? await serve(app) : null;
    const caller =
      typeof way === 'object'
        ? way.call(app, fake, signIn())
        : served === null
          ? inProcess(app, signIn)
          : overHttp(served.origin, signIn);
    const faulty = new FaultyCaller(caller, ANSWERS);
    const connect = (): Promise<AppConnector> => signedIn(faulty.call);
    return {
      connector: await connect(),
      server: serverOf(fake, faulty, connect, () => served?.close() ?? Promise.resolve()),
    };
  },
});

/** Objects are described before anything is written, as they are before a plan. */
async function signedIn(call: Caller): Promise<AppConnector> {
  const connector = salesforce(call, { objects: [OBJECT.name] });
  const described = await connector.describe();
  if (!described.ok) throw new Error(JSON.stringify(described.fault));
  return connector;
}

const text = (value: Value | undefined): string => (value === null ? '' : String(value));

const jsonOf = (values: ReadonlyMap<string, string>): Record<string, Value> =>
  Object.fromEntries([...values].map(([name, value]) => [name, value === '' ? null : value]));

const serverOf = (
  fake: FakeSalesforce,
  faulty: FaultyCaller,
  again: () => Promise<AppConnector>,
  close: () => Promise<void>,
): AppServer => ({
  object: OBJECT,
  stored: async () =>
    fake.store.all(OBJECT.name).map((row) => ({
      id: row.Id,
      values: new Map(Object.entries(row).map(([name, value]) => [name, text(value)])),
      deleted: row['IsDeleted'] === true,
    })),
  put: async (records) => records.map((values) => fake.store.insert(OBJECT.name, jsonOf(values)).Id),
  edit: async (id, values) => {
    fake.store.update(OBJECT.name, id, jsonOf(values));
  },
  remove: async (id) => fake.store.remove(OBJECT.name, id),
  moment: async () => new Date(fake.store.now + BETWEEN).toISOString(),
  meet: (fault, times) => faulty.meet(fault, times),
  again,
  close,
});
