import { json, type FakeReply, type FakeRequest } from '../faults/index.ts';
import { BulkJobs } from './bulk/jobs.ts';
import { Collections, objectIn } from './collections.ts';
import { changedBetween } from './deleted.ts';
import { describe, describeGlobal } from './describe.ts';
import { AppError, refused } from './errors.ts';
import { Sessions, signedOut } from './oauth.ts';
import { Queries } from './query.ts';
import { missing, Records } from './records.ts';
import { Rules } from './rules.ts';
import type { FakeObject } from './schema.ts';
import { fieldOf } from './soql/run.ts';
import { Store } from './store.ts';
import { Writer } from './writer.ts';

/** Bytes of an address. */
const LONGEST_ADDRESS = 16_384;
const VERSIONS = ['62.0', '63.0', '64.0', '65.0', '66.0'];

/**
 * A Salesforce org in memory, by the facts of docs/rules/CONNECTORS.md and the vendor's documents. It answers as the REST API does; a
 * test reads and changes `store` and `rules` meanwhile. `answer` is a fake app that the layer of faults wraps.
 */
export class FakeSalesforce {
  readonly store = new Store();
  readonly rules = new Rules();
  readonly sessions = new Sessions(this.store);
  readonly #writer = new Writer(this.store, this.rules);
  readonly #collections = new Collections(this.store, this.#writer);
  readonly jobs = new BulkJobs(this.store, this.#writer);
  readonly #queries = new Map<string, Queries>();
  /** Calls of the last 24 hours, and how many there may be. */
  used = 0;
  limit = 15_000;
  /** Records of a page of a query. */
  pageSize = 2_000;
  /** The edition of the org has no API. */
  apiDisabled = false;
  /** Origins whose pages may call it: Setup, Security, CORS. */
  readonly cors = new Set<string>();

  constructor() {
    this.store.insert('Organization', { Name: 'Acme', IsSandbox: true });
    for (const name of ['ada', 'bob'])
      this.store.insert('User', {
        Username: `${name}@acme.example`,
        Email: `${name}@acme.example`,
        Name: name,
        IsActive: true,
        UserType: 'Standard',
      });
    ['Prospecting', 'Qualification', 'Closed Won', 'Closed Lost'].forEach((name, i) =>
      this.store.insert('OpportunityStage', {
        ApiName: name,
        MasterLabel: name,
        SortOrder: i + 1,
        IsActive: true,
        IsClosed: i > 1,
        IsWon: i === 2,
      }),
    );
    ['New', 'Working', 'Closed'].forEach((name, i) =>
      this.store.insert('CaseStatus', {
        ApiName: name,
        MasterLabel: name,
        SortOrder: i + 1,
        IsClosed: i === 2,
      }),
    );
  }

  readonly answer = (request: FakeRequest): FakeReply => {
    const { origin } = request.headers;
    const isListed = origin !== undefined && this.cors.has(origin);
    const reply =
      request.method === 'OPTIONS'
        ? { status: isListed ? 200 : 403, headers: {}, body: '' }
        : this.#answerOf(request);
    return isListed ? { ...reply, headers: { ...reply.headers, ...allowing(origin) } } : reply;
  };

  readonly #answerOf = (request: FakeRequest): FakeReply => {
    try {
      const reply = this.#answer(request);
      const info = { 'sforce-limit-info': `api-usage=${String(this.used)}/${String(this.limit)}` };
      return { ...reply, headers: { ...info, ...reply.headers } };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const info = { 'sforce-limit-info': `api-usage=${String(this.used)}/${String(this.limit)}` };
      const reply = refused(error);
      return { ...reply, headers: { ...info, ...reply.headers } };
    }
  };

  #answer(request: FakeRequest): FakeReply {
    if (request.path.length > LONGEST_ADDRESS)
      throw new AppError(414, 'URI_TOO_LONG', 'The length of the URI exceeds the 16,384-byte limit.');
    const { host } = request.headers;
    const origin = host === undefined ? 'https://acme.my.salesforce.com' : `http://${host}`;
    const open = this.sessions.answer(request, origin);
    if (open !== null) return open;
    const { pathname, searchParams } = new URL(request.path, origin);
    if (pathname.replace(/\/$/, '') === '/services/data')
      return json(
        200,
        VERSIONS.map((version) => ({ label: version, url: `/services/data/v${version}`, version })),
      );
    if (!this.sessions.holds(request)) throw signedOut();
    if (pathname === '/services/oauth2/userinfo' || pathname.startsWith('/id/'))
      return this.sessions.userInfo(origin);
    if (this.apiDisabled)
      throw new AppError(403, 'API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.');
    if (this.used >= this.limit)
      throw new AppError(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
    this.used += 1;
    const [, version = '', rest = ''] = /^\/services\/data\/v(\d+\.\d)\/?(.*)$/.exec(pathname) ?? [];
    if (!VERSIONS.includes(version))
      throw new AppError(404, 'NOT_FOUND', 'The requested resource does not exist');
    const base = `/services/data/v${version}`;
    const parts = rest
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent);
    return this.#routed(request, base, parts, searchParams);
  }

  #routed(request: FakeRequest, base: string, parts: readonly string[], asked: URLSearchParams): FakeReply {
    const [head, ...tail] = parts;
    switch (head) {
      case 'limits':
        return json(200, { DailyApiRequests: { Max: this.limit, Remaining: this.limit - this.used } });
      case 'query':
      case 'queryAll': {
        const queries = this.#queriesAt(base);
        const [locator] = tail;
        return locator === undefined
          ? queries.run(asked.get('q') ?? '', head, request.headers['sforce-query-options'])
          : queries.more(locator);
      }
      case 'sobjects':
        return this.#sobjects(request, base, tail, asked);
      case 'composite':
        if (tail[0] === 'sobjects') return this.#many(request, base, tail.slice(1), asked);
        break;
      case 'jobs':
        if (tail[0] === 'ingest') return this.jobs.answer(request, tail.slice(1), base);
    }
    throw new AppError(404, 'NOT_FOUND', 'The requested resource does not exist');
  }

  #sobjects(
    { method, body }: FakeRequest,
    base: string,
    parts: readonly string[],
    asked: URLSearchParams,
  ): FakeReply {
    const [name, second, third] = parts;
    if (name === undefined) return describeGlobal(this.store.objects, base);
    const object = this.#object(name);
    const records = new Records(this.store, this.#writer, this.#queriesAt(base));
    if (second === undefined && method === 'POST') return records.create(object, body);
    if (second === undefined) throw missing();
    if (second === 'describe') return describe(object, base);
    if (second === 'deleted' || second === 'updated')
      return changedBetween(this.store, object, second, asked);
    if (third !== undefined) return records.upsert(object, { name: second, value: third }, body);
    switch (method) {
      case 'GET':
        return records.get(object, second, asked.get('fields'));
      case 'PATCH':
        return records.update(object, second, body);
      case 'DELETE':
        return records.remove(object, second);
      default:
        throw notAllowed(method);
    }
  }

  #many(
    { method, body }: FakeRequest,
    base: string,
    parts: readonly string[],
    asked: URLSearchParams,
  ): FakeReply {
    const [name, key] = parts;
    if (name === undefined) {
      if (method === 'POST') return this.#collections.create(body);
      if (method === 'PATCH') return this.#collections.update(body);
      if (method === 'DELETE')
        return this.#collections.remove(
          (asked.get('ids') ?? '').split(','),
          asked.get('allOrNone') === 'true',
        );
      throw notAllowed(method);
    }
    const object = this.#object(name);
    if (key !== undefined && method === 'PATCH') {
      const field = fieldOf(object, key);
      if (!field.externalId && !field.idLookup) throw missing();
      return this.#collections.upsert(object, field, body);
    }
    const records = new Records(this.store, this.#writer, this.#queriesAt(base));
    if (method === 'GET')
      return records.many(
        object,
        (asked.get('ids') ?? '').split(','),
        (asked.get('fields') ?? '').split(','),
      );
    if (method !== 'POST') throw notAllowed(method);
    const { ids, fields } = objectIn(body) as { ids: string[]; fields: string[] };
    return records.many(object, ids, fields);
  }

  #object(name: string): FakeObject {
    const found = this.store.object(name);
    if (found === null) throw new AppError(404, 'NOT_FOUND', 'The requested resource does not exist');
    return found;
  }

  #queriesAt(base: string): Queries {
    let queries = this.#queries.get(base);
    if (queries === undefined) this.#queries.set(base, (queries = new Queries(this.store, base)));
    queries.pageSize = this.pageSize;
    return queries;
  }
}

const notAllowed = (method: string): AppError =>
  new AppError(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${method}' not allowed.`);

/** As an org answers a page that it lets call it. */
const allowing = (origin: string): Readonly<Record<string, string>> => ({
  'access-control-allow-origin': origin,
  'access-control-allow-methods': 'DELETE, GET, HEAD, PATCH, POST, PUT',
  'access-control-allow-headers':
    'Authorization, Content-Type, Sforce-Auto-Assign, Sforce-Call-Options, Sforce-Query-Options',
  'access-control-expose-headers': 'Sforce-Limit-Info',
});
