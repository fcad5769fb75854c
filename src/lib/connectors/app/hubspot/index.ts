import type { Answer, AppConnector, AppRecord, Capabilities } from '../app-connector.ts';
import type { Caller } from '../call.ts';
import { accountOf, describe } from './describe.ts';
import { LearnedRules } from './learned-rules.ts';
import { LinkTypes } from './link-types.ts';
import { findByKey, readByIds } from './lookup.ts';
import { readPage } from './read.ts';
import { Talk } from './talk.ts';
import { BATCH, write } from './write.ts';

/** What HubSpot and this connector to it can do. What was changed since is read by search, which lags (S300); the rate is the lowest plan's. */
const CAN: Capabilities = {
  readChanged: 'modified',
  readDeleted: true,
  // Nothing says that it does.
  datesRestored: false,
  create: true,
  update: true,
  upsert: true,
  findsByAny: false,
  remove: 'archive',
  restore: false,
  clear: true,
  batchSize: BATCH,
  transaction: 'items',
  rate: { calls: 100, milliseconds: 10_000 },
  needsRelay: true,
};

/** HubSpot, signed in to: `call` adds the host and the token. */
export function hubSpot(call: Caller): AppConnector {
  const talk = new Talk(call);
  const types = new LinkTypes(talk);
  const learned = new LearnedRules();
  return {
    app: 'hubspot',
    can: CAN,
    account: () => accountOf(talk),
    describe: () => describe(talk, learned),
    read: (request) => readPage(talk, request),
    readByIds: (object, ids, fields): Promise<Answer<readonly AppRecord[]>> =>
      readByIds(talk, object, ids, fields),
    findByKey: (object, key, fields) => findByKey(talk, object, key, fields),
    async write(batch) {
      const answer = await write(talk, types, batch);
      if (answer.kind === 'receipts') learned.learn(batch.object, batch.items, answer.receipts);
      return answer;
    },
    get allowance() {
      return talk.allowance;
    },
  };
}
