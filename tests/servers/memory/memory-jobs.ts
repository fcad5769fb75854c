import type { Answer, AppFault } from '../../../src/lib/connectors/app/fault.ts';
import type { AppJobs, JobLook, JobSizes, JobState } from '../../../src/lib/connectors/app/jobs.ts';
import type { Receipt, WriteAct, WriteBatch, WriteItem } from '../../../src/lib/connectors/app/write.ts';
import { faultOf, type Befalls } from './memory-faults.ts';

interface Job {
  state: JobState;
  batch: WriteBatch | null;
  readonly receipts: Receipt[];
}

/** The jobs of one memory app, and how it works through them. */
export class JobRoom {
  readonly all = new Map<string, Job>();
  /** Records that each look finds more done. */
  aLook = 3;
  /** Records after which a job is broken off. */
  breaksAfter = Infinity;
  sizes: JobSizes = { over: 2_000, most: 10_000 };
}

type CarryOut = (batch: WriteBatch, item: WriteItem) => Receipt;

/** Jobs of the memory app: what they are stays with the app, whoever asks. */
export class MemoryJobs implements AppJobs {
  readonly #room: JobRoom;
  readonly #carryOut: CarryOut;
  readonly #befalls: Befalls;

  constructor(room: JobRoom, carryOut: CarryOut, befalls: Befalls) {
    this.#room = room;
    this.#carryOut = carryOut;
    this.#befalls = befalls;
  }

  get sizes(): JobSizes {
    return this.#room.sizes;
  }

  takes(_object: string, act: WriteAct, { id, unique }: Pick<WriteItem, 'id' | 'unique'>): boolean {
    return act !== 'restore' && (id !== null || unique !== null);
  }

  open(batch: WriteBatch): Promise<Answer<string>> {
    return this.#meets((): Answer<string> => {
      const { all } = this.#room;
      const taken = batch.items.every((item) => this.takes(batch.object, batch.act, item));
      if (!taken || batch.items.length === 0) return refused('a job takes records it can tell apart');
      const name = `job-${String(all.size + 1)}`;
      all.set(name, { state: 'open', batch: null, receipts: [] });
      return { ok: true, value: name };
    });
  }

  fill(name: string, batch: WriteBatch): Promise<Answer<null>> {
    return this.#with(name, (job): Answer<null> => {
      if (job.state !== 'open' || job.batch !== null) return refused('the job is not open');
      job.batch = batch;
      return { ok: true, value: null };
    });
  }

  start(name: string): Promise<Answer<JobLook>> {
    return this.#with(name, (job) => {
      if (job.state === 'open' && job.batch === null) return refused('the job is empty');
      if (job.state === 'aborted') return refused('the job is aborted');
      if (job.state === 'open') job.state = 'running';
      return lookAt(job);
    });
  }

  look(name: string): Promise<Answer<JobLook>> {
    return this.#with(name, (job) => {
      if (job.state === 'running') this.#work(job);
      return lookAt(job);
    });
  }

  abort(name: string): Promise<Answer<JobLook>> {
    return this.#with(name, (job) => {
      if (job.state !== 'open' && job.state !== 'running') return refused('the job is over');
      job.state = 'aborted';
      return lookAt(job);
    });
  }

  outcome(name: string, { items }: WriteBatch): Promise<Answer<readonly Receipt[]>> {
    return this.#with(name, ({ receipts }) => {
      const byKey = new Map(receipts.map((receipt) => [receipt.key, receipt]));
      const value = items.map(
        ({ key }): Receipt => byKey.get(key) ?? { key, kind: 'unknown', because: 'unprocessed' },
      );
      return { ok: true, value: value.reverse() };
    });
  }

  #work(job: Job): void {
    const { aLook, breaksAfter } = this.#room;
    const batch = job.batch!;
    for (let n = 0; n < aLook && job.receipts.length < batch.items.length; n++) {
      if (job.receipts.length >= breaksAfter) {
        job.state = 'failed';
        return;
      }
      job.receipts.push(this.#carryOut(batch, batch.items[job.receipts.length]!));
    }
    if (job.receipts.length === batch.items.length) job.state = 'done';
  }

  #with<T>(name: string, work: (job: Job) => Answer<T>): Promise<Answer<T>> {
    return this.#meets(() => {
      const job = this.#room.all.get(name);
      return job === undefined ? { ok: false, fault: { ...NO, code: 'not-found' } } : work(job);
    });
  }

  async #meets<T>(work: () => Answer<T>): Promise<Answer<T>> {
    const met = this.#befalls({ what: 'job', items: 0 });
    if (met === null) return work();
    if ((met.kind === 'dropped' || met.kind === 'html') && met.after) work();
    return { ok: false, fault: faultOf(met) };
  }
}

const NO: AppFault = { code: 'refused', category: 'mapping', status: 400, said: '', waitFor: null };

const refused = (said: string): Answer<never> => ({ ok: false, fault: { ...NO, said } });

const lookAt = ({ state, receipts }: Job): Answer<JobLook> => ({
  ok: true,
  value: { state, processed: receipts.length },
});
