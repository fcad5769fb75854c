import type { Call, CallAnswer } from '../../call.ts';
import type { Answer } from '../../fault.ts';
import type { AppJobs, JobLook, JobState } from '../../jobs.ts';
import type { Receipt, WriteBatch } from '../../write.ts';
import { lostFault, refusedFault, strangeFault, unaskable } from '../faults.ts';
import { isJson, isText, parsed } from '../form.ts';
import type { Line } from '../line.ts';
import type { Schemas } from '../schema.ts';
import { isId } from '../soql.ts';
import { BASE } from '../version.ts';
import { outcomesOf } from './outcomes.ts';
import { jobRows, takesRow, type JobRows } from './rows.ts';

/** S440 */
const SIZES = { over: 2_000, most: 10_000 } as const;
/** Bytes of a job's file: the app takes 150 MB of what it has packed for its way. */
const LARGEST = 100_000_000;

/** Jobs of Bulk API 2.0 (S310). */
export const salesforceJobs = (line: Line, schemas: Schemas): AppJobs => ({
  sizes: SIZES,
  takes: (object, act, item) => {
    const schema = schemas.known(object);
    return schema !== null && takesRow(schema, act, item);
  },
  open: (batch) => open(line, schemas, batch),
  fill: (job, batch) => fill(line, schemas, job, batch),
  start: (job) => asked(line, 'PATCH', job, { state: 'UploadComplete' }),
  look: (job) => asked(line, 'GET', job, null),
  abort: (job) => asked(line, 'PATCH', job, { state: 'Aborted' }),
  outcome: (job, batch) => outcome(line, schemas, job, batch),
});

const JOBS = `${BASE}/jobs/ingest`;

async function rowsOf(schemas: Schemas, batch: WriteBatch): Promise<Answer<JobRows>> {
  const schema = await schemas.of(batch.object);
  if (!schema.ok) return schema;
  const rows = jobRows(schema.value, batch);
  return rows === null ? refuse(batch.act) : { ok: true, value: rows };
}

async function open(line: Line, schemas: Schemas, batch: WriteBatch): Promise<Answer<string>> {
  const rows = await rowsOf(schemas, batch);
  if (!rows.ok) return rows;
  const { operation, key } = rows.value;
  const about = {
    object: batch.object,
    operation,
    contentType: 'CSV',
    columnDelimiter: 'COMMA',
    lineEnding: 'LF',
    ...(operation === 'upsert' && { externalIdFieldName: key }),
  };
  const answer = await line.call(sent('POST', JOBS, about));
  const job = whole(answer) ? jobIn(parsed(answer.body)) : null;
  return job === null ? failed(answer) : { ok: true, value: job.id };
}

async function fill(line: Line, schemas: Schemas, job: string, batch: WriteBatch): Promise<Answer<null>> {
  const rows = await rowsOf(schemas, batch);
  if (!rows.ok) return rows;
  const bytes = new TextEncoder().encode(rows.value.csv);
  if (!isId(job) || bytes.length > LARGEST) return refuse(job);
  const path = `${JOBS}/${job}/batches`;
  const headers = { 'Content-Type': 'text/csv' };
  const answer = await line.call({ method: 'PUT', path, headers, body: bytes });
  return whole(answer) ? { ok: true, value: null } : failed(answer);
}

/** What a job is, after it was told something or only asked. */
async function asked(
  line: Line,
  method: 'GET' | 'PATCH',
  id: string,
  told: object | null,
): Promise<Answer<JobLook>> {
  if (!isId(id)) return refuse(id);
  const answer = await line.call(sent(method, `${JOBS}/${id}`, told));
  const job = whole(answer) ? jobIn(parsed(answer.body)) : null;
  return job === null ? failed(answer) : { ok: true, value: job.look };
}

async function outcome(
  line: Line,
  schemas: Schemas,
  id: string,
  batch: WriteBatch,
): Promise<Answer<readonly Receipt[]>> {
  const rows = await rowsOf(schemas, batch);
  if (!rows.ok) return rows;
  if (!isId(id)) return refuse(id);
  const lists: string[] = [];
  for (const list of ['successfulResults', 'failedResults', 'unprocessedrecords']) {
    const path = `${JOBS}/${id}/${list}`;
    const answer = await line.call({ method: 'GET', path, headers: { Accept: 'text/csv' }, body: null });
    const isCsv = whole(answer) && /^text\/csv\b/.test(answer.header('content-type') ?? '');
    if (!isCsv) return failed(answer);
    lists.push(answer.body);
  }
  const [successful = '', refused = '', unprocessed = ''] = lists;
  const results = { successful, failed: refused, unprocessed };
  const receipts = outcomesOf(batch.items, rows.value.key, results);
  return receipts === null
    ? { ok: false, fault: strangeFault({ kind: 'answered', status: 200, header: () => null, body: '' }) }
    : { ok: true, value: receipts };
}

const STATES: Readonly<Record<string, JobState>> = {
  Open: 'open',
  UploadComplete: 'running',
  InProgress: 'running',
  JobComplete: 'done',
  Failed: 'failed',
  Aborted: 'aborted',
};

function jobIn(json: unknown): { readonly id: string; readonly look: JobLook } | null {
  if (!isJson(json) || !isText(json['id']) || !isId(json['id']) || !isText(json['state'])) return null;
  const state = STATES[json['state']];
  const processed = json['numberRecordsProcessed'];
  if (state === undefined) return null;
  return { id: json['id'], look: { state, processed: typeof processed === 'number' ? processed : 0 } };
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

const refuse = (said: string): Extract<Answer<never>, { ok: false }> => ({
  ok: false,
  fault: unaskable(said),
});
