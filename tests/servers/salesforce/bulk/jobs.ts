import { json, type FakeReply, type FakeRequest } from '../../faults/index.ts';
import { objectIn } from '../collections.ts';
import { AppError, type RowError } from '../errors.ts';
import { makeId } from '../ids.ts';
import { parsedValues } from '../parsed-values.ts';
import type { FakeField, FakeObject } from '../schema.ts';
import { stamp, type Store } from '../store.ts';
import { fieldOf } from '../soql/run.ts';
import type { Outcome, Writer } from '../writer.ts';
import { readCsv, writeCsv } from './csv.ts';

type State = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Aborted' | 'Failed';
const OPERATIONS = ['insert', 'update', 'upsert', 'delete'];
/** Bytes of a job's data. */
const LARGEST = 150 * 2 ** 20;

interface Job {
  readonly id: string;
  readonly object: FakeObject;
  readonly operation: string;
  readonly key: FakeField | null;
  readonly lineEnding: string;
  state: State;
  /** Null before it was sent: that is done once. */
  data: string | null;
  errorMessage: string | null;
  header: readonly string[];
  successful: string[][];
  failed: string[][];
  /** Those that are to come, the next at the end. */
  unprocessed: string[][];
  looks: number;
}

/**
 * `/jobs/ingest`: Bulk API 2.0. Results come in another order than the rows. A closed job is in progress for as many looks as `patience` says;
 * then each look finds as many rows more done as `rowsALook` says, until it is over.
 */
export class BulkJobs {
  readonly #store: Store;
  readonly #writer: Writer;
  readonly #jobs = new Map<string, Job>();
  #made = 0;
  patience = 1;
  rowsALook = Infinity;
  /** Rows after which a job is broken off: the rest stays unprocessed. */
  breaksAfter = Infinity;
  /** How often a row was carried out, by what its job does and its first cell: its id or its key. */
  readonly carriedOut = new Map<string, number>();

  constructor(store: Store, writer: Writer) {
    this.#store = store;
    this.#writer = writer;
  }

  /** Jobs that were opened. */
  get count(): number {
    return this.#made;
  }

  answer({ method, body }: FakeRequest, [id, part]: readonly string[], base: string): FakeReply {
    if (id === undefined)
      return method === 'POST' ? this.#open(body, base) : json(200, { done: true, records: [] });
    const job = this.#jobs.get(id);
    if (job === undefined) throw new AppError(404, 'NOT_FOUND', 'The requested resource does not exist');
    switch (part) {
      case 'batches':
        if (job.state !== 'Open' || job.data !== null)
          throw new AppError(400, 'INVALIDJOBSTATE', 'Job is not open for data');
        if (body.length > LARGEST) throw new AppError(400, 'CLIENT_INPUT_ERROR', 'too large');
        job.data = body;
        return { status: 201, headers: {}, body: '' };
      case 'successfulResults':
        return csv([['sf__Id', 'sf__Created', ...job.header], ...job.successful.toReversed()]);
      case 'failedResults':
        return csv([['sf__Id', 'sf__Error', ...job.header], ...job.failed.toReversed()]);
      case 'unprocessedrecords':
        return csv([job.header, ...job.unprocessed]);
      case undefined:
        break;
      default:
        throw new AppError(404, 'NOT_FOUND', 'The requested resource does not exist');
    }
    if (method === 'DELETE') {
      this.#jobs.delete(id);
      return { status: 204, headers: {}, body: '' };
    }
    if (method === 'PATCH') this.#closed(job, body);
    else if (job.state === 'UploadComplete' || job.state === 'InProgress') this.#looked(job);
    return json(200, this.#told(job, base));
  }

  #open(body: string, base: string): FakeReply {
    const {
      object: name,
      operation,
      externalIdFieldName,
      contentType = 'CSV',
      lineEnding = 'LF',
    } = objectIn(body);
    const object = this.#store.object(String(name));
    if (object === null || !OPERATIONS.includes(String(operation)) || contentType !== 'CSV')
      throw new AppError(400, 'INVALIDJOB', 'object, operation or contentType is not supported');
    const key = operation === 'upsert' ? fieldOf(object, String(externalIdFieldName)) : null;
    if (key !== null && !key.externalId && !key.idLookup)
      throw new AppError(400, 'INVALIDJOB', `Field name provided, ${key.name} does not match an External ID`);
    const job: Job = {
      id: makeId('750', ++this.#made),
      object,
      operation: String(operation),
      key,
      lineEnding: String(lineEnding),
      state: 'Open',
      data: null,
      errorMessage: null,
      header: [],
      successful: [],
      failed: [],
      unprocessed: [],
      looks: 0,
    };
    this.#jobs.set(job.id, job);
    return json(200, this.#told(job, base));
  }

  #closed(job: Job, body: string): void {
    const { state } = objectIn(body);
    if (state !== 'UploadComplete' && state !== 'Aborted')
      throw new AppError(400, 'INVALIDJOBSTATE', `Unknown state ${String(state)}`);
    if (state === 'UploadComplete' && job.state !== 'Open')
      throw new AppError(400, 'INVALIDJOBSTATE', 'Closing already Completed Job not allowed');
    if (state === 'Aborted' && !IS_ABORTED_IN.has(job.state))
      throw new AppError(400, 'INVALIDJOBSTATE', 'Aborting already Completed Job not allowed');
    if (job.state === 'Open') {
      const [header = [], ...lines] = readCsv(job.data ?? '') ?? [];
      job.header = header;
      job.unprocessed = lines.reverse();
    }
    job.state = state;
  }

  #looked(job: Job): void {
    job.state = 'InProgress';
    if (job.looks++ >= this.patience) this.#run(job);
  }

  #run(job: Job): void {
    const wrong = whatIsWrong(job);
    if (wrong !== null) {
      job.state = 'Failed';
      job.errorMessage = wrong;
      return;
    }
    for (let rows = 0; rows < this.rowsALook; rows++) {
      const cells = job.unprocessed.at(-1);
      const isBroken = job.successful.length + job.failed.length >= this.breaksAfter;
      if (cells === undefined || isBroken) {
        job.state = cells === undefined ? 'JobComplete' : 'Failed';
        return;
      }
      job.unprocessed.pop();
      const place = `${job.operation} ${cells[0] ?? ''}`;
      this.carriedOut.set(place, (this.carriedOut.get(place) ?? 0) + 1);
      const { id, created, errors } = this.#write(job, job.header, cells);
      const [error] = errors;
      if (error === undefined) job.successful.push([id ?? '', String(created), ...cells]);
      else job.failed.push([id ?? '', said(error), ...cells]);
    }
  }

  /** A blank cell says nothing; `#N/A` is a blank. */
  #write({ object, operation, key }: Job, header: readonly string[], cells: readonly string[]): Outcome {
    const given: Record<string, unknown> = {};
    header.forEach((name, i) => {
      const cell = cells[i] ?? '';
      if (cell !== '') given[name] = cell === '#N/A' ? null : cell;
    });
    const { Id, ...rest } = given;
    try {
      if (operation === 'delete') return this.#writer.remove(object, Id);
      const values = parsedValues(object, rest);
      if (operation === 'insert') return this.#writer.create(object, values);
      return key === null
        ? this.#writer.update(object, Id, values)
        : this.#writer.upsert(object, key, values);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const statusCode = error.code === 'JSON_PARSER_ERROR' ? 'INVALID_TYPE_ON_FIELD_IN_RECORD' : error.code;
      return { id: null, created: null, errors: [{ statusCode, message: error.message, fields: [] }] };
    }
  }

  #told(job: Job, base: string): unknown {
    const { id, object, operation, key, lineEnding, state, errorMessage, successful, failed } = job;
    return {
      id,
      object: object.name,
      operation,
      state,
      ...(key !== null && { externalIdFieldName: key.name }),
      ...(errorMessage !== null && { errorMessage }),
      createdById: this.#store.all('User')[0]?.Id,
      createdDate: stamp(this.#store.now),
      systemModstamp: stamp(this.#store.now),
      concurrencyMode: 'Parallel',
      contentType: 'CSV',
      apiVersion: Number(base.slice(-4)),
      jobType: 'V2Ingest',
      contentUrl: `${base.slice(1)}/jobs/ingest/${id}/batches`,
      lineEnding,
      columnDelimiter: 'COMMA',
      numberRecordsProcessed: successful.length + failed.length,
      numberRecordsFailed: failed.length,
    };
  }
}

const IS_ABORTED_IN: ReadonlySet<State> = new Set(['Open', 'UploadComplete', 'InProgress']);

/** Why none of a job's rows is carried out; null where they are. */
function whatIsWrong({ data, object, header, lineEnding }: Job): string | null {
  if (header.length === 0) return 'InvalidBatch : Failed to parse CSV';
  const unknown = header.find((name) => !object.fields.some((one) => one.name === name));
  if (unknown !== undefined) return `InvalidBatch : Field name not found : ${unknown}`;
  const ends = /\r\n/.test(data?.split('\n', 1)[0]?.concat('\n') ?? '') ? 'CRLF' : 'LF';
  return ends === lineEnding
    ? null
    : `ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is ${lineEnding}`;
}

const said = ({ statusCode, message, fields }: RowError): string =>
  `${statusCode}:${message}:${fields.join(',')} --`;

const csv = (rows: readonly (readonly string[])[]): FakeReply => ({
  status: 200,
  headers: { 'content-type': 'text/csv' },
  body: writeCsv(rows),
});
