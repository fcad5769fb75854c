import type { AppConnector, Capabilities } from '../app-connector.ts';
import type { Caller } from '../call.ts';
import { salesforceJobs } from './bulk/jobs.ts';
import { readDescription } from './description.ts';
import { lineOf } from './line.ts';
import { readAccount } from './lists.ts';
import { readByKey, readPage } from './reads.ts';
import { schemasOf } from './schema.ts';
import { writeBatch } from './writes.ts';

const CAN: Capabilities = {
  readChanged: 'modified',
  readDeleted: true,
  datesRestored: true,
  create: true,
  update: true,
  upsert: true,
  findsByAny: true,
  remove: 'delete',
  // Out of the recycle bin is no call of the REST API.
  restore: false,
  clear: true,
  batchSize: 200,
  transaction: 'items',
  // A day's calls are told with every answer; of a shorter span the app tells nothing.
  rate: null,
  needsRelay: false,
};

export interface SalesforceOptions {
  /** Names of the objects that are described; null: the usual ones and the org's own. */
  readonly objects: readonly string[] | null;
}

/** A Salesforce org, signed in to by the caller, over its REST API. */
export function salesforce(caller: Caller, { objects }: SalesforceOptions = { objects: null }): AppConnector {
  const line = lineOf(caller);
  const schemas = schemasOf(line);
  return {
    app: 'salesforce',
    can: CAN,
    account: () => readAccount(line),
    describe: () => readDescription(line, schemas, objects),
    read: (request) => readPage(line, schemas, request),
    readByIds: (object, ids, fields) =>
      readByKey(line, schemas, object, { field: 'Id', values: ids }, fields),
    findByKey: (object, key, fields) => readByKey(line, schemas, object, key, fields),
    write: (batch) => writeBatch(line, schemas, batch),
    jobs: salesforceJobs(line, schemas),
    get allowance() {
      return line.allowance();
    },
  };
}
