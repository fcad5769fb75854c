// Over 300 lines: a list, one broken connector after the other.
import type { AppConnector, AppRecord, Capabilities } from '../../src/lib/connectors/app/app-connector.ts';
import type { AppJobs } from '../../src/lib/connectors/app/jobs.ts';
import type {
  Receipt,
  WriteAct,
  WriteAnswer,
  WriteBatch,
  WriteItem,
} from '../../src/lib/connectors/app/write.ts';
import type { AppServer, SuiteObject } from './app-server.ts';

/** A connector that is broken in one way, made of one that is whole. */
export interface Broken {
  readonly breaks: (whole: AppConnector, server: AppServer) => Partial<AppConnector>;
  /** Of the names of the tests that notice it. */
  readonly noticed: RegExp;
  readonly can?: Partial<Capabilities>;
  readonly object?: Partial<SuiteObject>;
}

/** No field of theirs keeps a second one out. */
export const KEYLESS = { can: { upsert: false }, object: { unique: null } } as const;

const receipts = (
  answer: WriteAnswer,
  change: (all: readonly Receipt[]) => readonly Receipt[],
): WriteAnswer => (answer.kind === 'receipts' ? { ...answer, receipts: change(answer.receipts) } : answer);

const writes =
  (write: (batch: WriteBatch, whole: AppConnector) => Promise<WriteAnswer>): Broken['breaks'] =>
  (whole) => ({ write: (batch) => write(batch, whole) });

/** Sends other items than it was given. */
const otherItems = (change: (item: WriteItem, act: WriteAct) => WriteItem): Broken['breaks'] =>
  writes((batch, whole) =>
    whole.write({ ...batch, items: batch.items.map((item) => change(item, batch.act)) }),
  );

const withJobs =
  (breaks: (whole: AppJobs) => Partial<AppJobs>): Broken['breaks'] =>
  ({ jobs }) => {
    if (jobs === undefined) return {};
    const whole: AppJobs = {
      sizes: jobs.sizes,
      takes: (...asked) => jobs.takes(...asked),
      open: (batch) => jobs.open(batch),
      fill: (...asked) => jobs.fill(...asked),
      start: (job) => jobs.start(job),
      look: (job) => jobs.look(job),
      abort: (job) => jobs.abort(job),
      outcome: (...asked) => jobs.outcome(...asked),
    };
    return { jobs: { ...whole, ...breaks(whole) } };
  };

/** By what each of them does. */
export const BROKEN: Readonly<Record<string, Broken>> = {
  'loses the last record of a page': {
    breaks: (whole) => ({
      read: async (request) => {
        const page = await whole.read(request);
        if (!page.ok || page.value.next === null) return page;
        return { ok: true, value: { ...page.value, records: page.value.records.slice(0, -1) } };
      },
    }),
    noticed: /reads every record once/,
  },
  'reads the last record of a page again on the next': {
    breaks: (whole) => {
      let last: readonly AppRecord[] = [];
      return {
        read: async (request) => {
          const page = await whole.read(request);
          if (!page.ok) return page;
          const { records } = page.value;
          const again = request.cursor === null ? [] : last;
          last = records.slice(-1);
          return { ok: true, value: { ...page.value, records: [...again, ...records] } };
        },
      };
    },
    noticed: /reads every record once/,
  },
  'begins again where a read was cut': {
    breaks: (whole) => {
      let isCut = true;
      return {
        read: async (request) => {
          const answer = await whole.read(isCut ? { ...request, cursor: null } : request);
          isCut = false;
          return answer;
        },
      };
    },
    noticed: /a read that was cut goes on/,
  },
  'reads what is deleted as if it were there': {
    breaks: (whole, server) => ({
      read: async (request) => {
        const page = await whole.read(request);
        if (!page.ok || request.deleted) return page;
        const gone = (await server.stored()).filter(({ deleted }) => deleted);
        const records = [...page.value.records, ...gone.map((one) => ({ ...one, deleted: false }))];
        return { ok: true, value: { ...page.value, records } };
      },
    }),
    noticed: /sees what is deleted/,
  },
  'says of what is deleted that it is not': {
    breaks: (whole) => ({
      read: async (request) => {
        const page = await whole.read(request);
        if (!page.ok) return page;
        const lives = ({ values, ...one }: AppRecord): AppRecord => ({
          ...one,
          values: new Map([...values].map(([name, text]) => [name, name === 'archived' ? 'false' : text])),
        });
        return { ok: true, value: { ...page.value, records: page.value.records.map(lives) } };
      },
    }),
    noticed: /\[S456\]/,
  },
  'tells of what is deleted its ids alone': {
    breaks: (whole) => ({
      read: (request) => whole.read({ ...request, ...(request.deleted && { fields: ['archived'] }) }),
    }),
    noticed: /\[S456\]/,
  },
  'finds deleted records by their ids': {
    breaks: (whole, server) => ({
      readByIds: async (object, ids, fields) => {
        const found = await whole.readByIds(object, ids, fields);
        if (!found.ok) return found;
        const gone = (await server.stored()).filter(({ id, deleted }) => deleted && ids.includes(id));
        return { ok: true, value: [...found.value, ...gone.map((one) => ({ ...one, deleted: false }))] };
      },
    }),
    noticed: /by id those that are there|removes a record/,
  },
  'makes a blank record up for an id that nobody has': {
    breaks: (whole) => ({
      readByIds: async (object, ids, fields) => {
        const found = await whole.readByIds(object, ids, fields);
        if (!found.ok) return found;
        const there = new Set(found.value.map(({ id }) => id));
        const blank = ids.filter((id) => !there.has(id));
        return {
          ok: true,
          value: [...found.value, ...blank.map((id) => ({ id, values: new Map(), deleted: false }))],
        };
      },
    }),
    noticed: /by id those that are there/,
  },
  'reads the first ten of many ids': {
    breaks: (whole) => ({
      readByIds: (object, ids, fields) => whole.readByIds(object, ids.slice(0, 10), fields),
    }),
    noticed: /any number of ids/,
  },
  'remembers what it read before': {
    breaks: (whole) => {
      const known = new Map<string, Awaited<ReturnType<AppConnector['readByIds']>>>();
      return {
        readByIds: async (object, ids, fields) => {
          const key = ids.join();
          const answer = known.get(key) ?? (await whole.readByIds(object, ids, fields));
          known.set(key, answer);
          return answer;
        },
      };
    },
    noticed: /sees what a person changed a moment ago/,
  },
  'finds by a key through an index that lags': {
    breaks: (whole) => {
      let wrote = false;
      return {
        findByKey: async (...asked) => (wrote ? { ok: true, value: [] } : whole.findByKey(...asked)),
        write: (batch) => {
          wrote = true;
          return whole.write(batch);
        },
      };
    },
    noticed: /finds by its key what was written a moment ago/,
  },
  'has another account in every call': {
    breaks: () => {
      let calls = 0;
      return { account: async () => ({ ok: true, value: { id: String(calls++), name: 'account' } }) };
    },
    noticed: /names the account/,
  },
  'gives receipts by their order': {
    breaks: writes(async (batch, whole) =>
      receipts(await whole.write(batch), (all) =>
        all.map((one, at) => ({ ...one, key: all.at(-1 - at)!.key })),
      ),
    ),
    noticed: /one receipt each|full batch/,
  },
  'swallows a refusal': {
    breaks: writes(async (batch, whole) =>
      receipts(await whole.write(batch), (all) =>
        all.map((one) =>
          one.kind === 'refused' ? { key: one.key, kind: 'written', id: '1', created: false } : one,
        ),
      ),
    ),
    noticed: /one bad item of many|an id that is not there/,
  },
  'says nothing of what was refused': {
    breaks: writes(async (batch, whole) =>
      receipts(await whole.write(batch), (all) => all.filter(({ kind }) => kind !== 'refused')),
    ),
    noticed: /one bad item of many/,
  },
  'drops a batch for one bad item': {
    breaks: writes(async (batch, whole) => {
      if (batch.items.every(({ values }) => values.get('kind') !== 'nobody')) return whole.write(batch);
      const refusal = { category: null, code: 'NO', field: null, said: 'no', existing: null };
      return {
        kind: 'receipts',
        receipts: batch.items.map(({ key }) => ({ key, kind: 'refused', refusal })),
      };
    }),
    noticed: /one bad item of many/,
  },
  'sends everything twice': {
    ...KEYLESS,
    breaks: writes(async (batch, whole) => {
      await whole.write(batch);
      return whole.write(batch);
    }),
    noticed: /one receipt each/,
  },
  'repeats by itself what was lost': {
    breaks: writes(async (batch, whole) => {
      const answer = await whole.write(batch);
      return answer.kind === 'unknown' ? whole.write(batch) : answer;
    }),
    noticed: /a write that meets "dropped/,
  },
  'takes a lost answer for not done': {
    breaks: writes(async (batch, whole) => {
      const answer = await whole.write(batch);
      return answer.kind === 'unknown' ? { ...answer, kind: 'not-done' } : answer;
    }),
    noticed: /a write that meets "dropped, after/,
  },
  'doubts what was refused at the door': {
    breaks: writes(async (batch, whole) => {
      const answer = await whole.write(batch);
      return answer.kind === 'not-done' ? { ...answer, kind: 'unknown' } : answer;
    }),
    noticed: /a write that meets "signed-out/,
  },
  'writes blanks where it was told nothing': {
    breaks: otherItems((item, act) => ({
      ...item,
      values: act === 'update' ? new Map([['note', ''], ...item.values]) : item.values,
    })),
    noticed: /changes what it is told, and nothing else/,
  },
  'leaves blanks out': {
    breaks: otherItems((item) => ({
      ...item,
      values: new Map([...item.values].filter(([, text]) => text !== '')),
    })),
    noticed: /clears a value/,
  },
  'creates without the key': {
    can: { upsert: false },
    breaks: otherItems((item) => ({
      ...item,
      unique: null,
      values: new Map([...item.values].filter(([field]) => field !== 'email')),
    })),
    noticed: /\[F2\]/,
  },
  'joins what is there, though it says it does not': {
    breaks: (whole) => ({ can: { ...whole.can, upsert: false } }),
    noticed: /\[F2\] a create whose key is there already/,
  },
  'writes half of a full batch and says all of it': {
    breaks: writes(async (batch, whole) => {
      if (batch.items.length < 10) return whole.write(batch);
      const answer = await whole.write({ ...batch, items: batch.items.slice(0, 5) });
      return receipts(answer, (all) => [
        ...all,
        ...batch.items
          .slice(5)
          .map(({ key }) => ({ key, kind: 'written', id: `of ${key}`, created: true }) as const),
      ]);
    }),
    noticed: /full batch/,
  },
  'removes for ever, though it says it can bring back': {
    breaks: writes(async (batch, whole) =>
      batch.act === 'restore'
        ? { kind: 'receipts', receipts: batch.items.map(({ key, id }) => writtenOf(key, id)) }
        : whole.write(batch),
    ),
    noticed: /removes a record, and brings it back/,
  },
  'removes, though it says it cannot': {
    breaks: (whole) => ({ can: { ...whole.can, remove: null } }),
    noticed: /removes a record/,
  },
  'takes the seconds to wait for milliseconds': {
    breaks: (whole) => ({
      readByIds: async (...asked) => {
        const answer = await whole.readByIds(...asked);
        if (answer.ok || answer.fault.waitFor === null) return answer;
        return { ok: false, fault: { ...answer.fault, waitFor: answer.fault.waitFor / 1000 } };
      },
    }),
    noticed: /how long the app asks to wait/,
  },
  'takes a page of a proxy for an empty answer': {
    breaks: (whole) => ({
      readByIds: async (...asked) => {
        const answer = await whole.readByIds(...asked);
        return answer.ok || answer.fault.code !== 'not-understood' ? answer : { ok: true, value: [] };
      },
    }),
    noticed: /a read that meets "html/,
  },
  'starts a job as soon as it is filled': {
    breaks: withJobs((whole) => ({
      fill: async (job, batch) => {
        const filled = await whole.fill(job, batch);
        await whole.start(job);
        return filled;
      },
    })),
    noticed: /nothing of a job is done before it is started/,
  },
  'says that it took a job back': {
    breaks: withJobs(() => ({
      abort: async () => ({ ok: true, value: { state: 'aborted', processed: 0 } }),
    })),
    noticed: /nothing of a job is done before it is started, and nothing once it is taken back/,
  },
  'tells of the records of a job by their order': {
    breaks: withJobs((whole) => ({
      outcome: async (job, batch) => {
        const told = await whole.outcome(job, batch);
        if (!told.ok) return told;
        return {
          ok: true,
          value: told.value.map((one, at) => ({ ...one, key: told.value.at(-1 - at)!.key })),
        };
      },
    })),
    noticed: /a job creates, changes, clears and removes/,
  },
  'takes creates without a key into a job': {
    breaks: withJobs(() => ({ takes: () => true })),
    noticed: /takes what it can tell apart/,
  },
  'knows a job that nobody opened': {
    breaks: withJobs((whole) => ({
      look: async (job) => {
        const look = await whole.look(job);
        return look.ok ? look : { ok: true, value: { state: 'done', processed: 0 } };
      },
    })),
    noticed: /takes what it can tell apart/,
  },
};

const writtenOf = (key: string, id: string | null): Receipt => ({
  key,
  kind: 'written',
  id: id ?? '',
  created: false,
});
