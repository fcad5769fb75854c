import type { Call, CallAnswer, Caller } from '../../call.ts';
import type { Answer } from '../../fault.ts';
import type { WriteAnswer, WriteBatch } from '../../write.ts';
import { lostFault, refusedFault, strangeFault, unaskable } from '../faults.ts';
import { isJson, isText, parsed } from '../form.ts';
import { lineOf, type Line } from '../line.ts';
import { schemasOf, type Schemas } from '../schema.ts';
import { isId } from '../soql.ts';
import { BASE } from '../version.ts';
import { outcomesOf } from './outcomes.ts';
import { jobRows } from './rows.ts';

/** Items from which a job takes fewer calls and less time than collections. */
export const BULK_FROM = 2_000;
/** Bytes of a job's file: the app takes 150 MB of what it has packed for its way. */
const LARGEST = 100_000_000;

/** `open`: nothing of it is done before it is started. `failed`: some of it may be. */
export type JobState = 'open' | 'running' | 'done' | 'failed';

/**
 * Bulk API 2.0: a batch of any size as one job, which has a name before anything of it is done. So no doubt is left in it: after a cut the job
 * is asked by its name what it is and what became of each record, and it can be started twice and runs once (S310).
 */
export interface SalesforceBulk {
  /** Sends the items. Answers the job's name, to be kept before it is started; whatever goes wrong until then, nothing was written. */
  prepare(batch: WriteBatch): Promise<Answer<string>>;
  /** Lets it run. After a fault it is looked at, and started again if it is still open. */
  start(job: string): Promise<Answer<JobState>>;
  look(job: string): Promise<Answer<JobState>>;
  /** Of a job that is done or failed. */
  outcome(job: string, batch: WriteBatch): Promise<WriteAnswer>;
}

export function salesforceBulk(caller: Caller): SalesforceBulk {
  const line = lineOf(caller);
  const schemas = schemasOf(line);
  return {
    prepare: (batch) => prepare(line, schemas, batch),
    start: (job) => asked(line, 'PATCH', job, { state: 'UploadComplete' }),
    look: (job) => asked(line, 'GET', job, null),
    outcome: (job, batch) => outcome(line, schemas, job, batch),
  };
}

const JOBS = `${BASE}/jobs/ingest`;

async function prepare(line: Line, schemas: Schemas, batch: WriteBatch): Promise<Answer<string>> {
  const schema = await schemas.of(batch.object);
  if (!schema.ok) return schema;
  const rows = jobRows(schema.value, batch);
  const bytes = rows === null ? null : new TextEncoder().encode(rows.csv);
  if (rows === null || bytes === null || bytes.length > LARGEST) return refuse(batch.act);
  const about = {
    object: batch.object,
    operation: rows.operation,
    contentType: 'CSV',
    columnDelimiter: 'COMMA',
    lineEnding: 'LF',
    ...(rows.operation === 'upsert' && { externalIdFieldName: rows.key }),
  };
  const made = await line.call(sent('POST', JOBS, about));
  const job = whole(made) ? jobIn(parsed(made.body)) : null;
  if (job === null) return failed(made);
  const path = `${JOBS}/${job.id}/batches`;
  const put = await line.call({ method: 'PUT', path, headers: { 'Content-Type': 'text/csv' }, body: bytes });
  return whole(put) ? { ok: true, value: job.id } : failed(put);
}

/** What a job is, after it was told something or only asked. */
async function asked(
  line: Line,
  method: 'GET' | 'PATCH',
  id: string,
  told: object | null,
): Promise<Answer<JobState>> {
  if (!isId(id)) return refuse(id);
  const answer = await line.call(sent(method, `${JOBS}/${id}`, told));
  const job = whole(answer) ? jobIn(parsed(answer.body)) : null;
  return job === null ? failed(answer) : { ok: true, value: job.state };
}

async function outcome(line: Line, schemas: Schemas, id: string, batch: WriteBatch): Promise<WriteAnswer> {
  const schema = await schemas.of(batch.object);
  if (!schema.ok) return { kind: 'unknown', fault: schema.fault };
  const rows = jobRows(schema.value, batch);
  if (rows === null || !isId(id)) return { kind: 'unknown', fault: unaskable(id) };
  const lists: string[] = [];
  for (const list of ['successfulResults', 'failedResults', 'unprocessedrecords']) {
    const answer = await line.call({
      method: 'GET',
      path: `${JOBS}/${id}/${list}`,
      headers: { Accept: 'text/csv' },
      body: null,
    });
    const isCsv = whole(answer) && /^text\/csv\b/.test(answer.header('content-type') ?? '');
    if (!isCsv) {
      const fault = failed(answer);
      return { kind: 'unknown', fault: fault.fault };
    }
    lists.push(answer.body);
  }
  const [successful = '', refused = '', unprocessed = ''] = lists;
  const receipts = outcomesOf(batch.items, rows.key, { successful, failed: refused, unprocessed });
  return receipts === null
    ? {
        kind: 'unknown',
        fault: strangeFault({ kind: 'answered', status: 200, header: () => null, body: '' }),
      }
    : { kind: 'receipts', receipts };
}

const STATES: Readonly<Record<string, JobState>> = {
  Open: 'open',
  UploadComplete: 'running',
  InProgress: 'running',
  JobComplete: 'done',
  Failed: 'failed',
  Aborted: 'failed',
};

function jobIn(json: unknown): { readonly id: string; readonly state: JobState } | null {
  if (!isJson(json) || !isText(json['id']) || !isId(json['id']) || !isText(json['state'])) return null;
  const state = STATES[json['state']];
  return state === undefined ? null : { id: json['id'], state };
}

const sent = (method: Call['method'], path: string, told: object | null): Call => ({
  method,
  path,
  headers: { Accept: 'application/json', ...(told !== null && { 'Content-Type': 'application/json' }) },
  body: told === null ? null : JSON.stringify(told),
});

type Whole = Extract<CallAnswer, { kind: 'answered' }>;

const whole = (answer: CallAnswer): answer is Whole =>
  answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;

function failed(answer: CallAnswer): Extract<Answer<never>, { ok: false }> {
  if (answer.kind === 'lost') return { ok: false, fault: lostFault(answer) };
  return { ok: false, fault: whole(answer) ? strangeFault(answer) : refusedFault(answer) };
}

const refuse = (said: string): Answer<never> => ({ ok: false, fault: unaskable(said) });
