import type { TestedMutant } from '../mutant.ts';
import { noticedBy } from './noticed-by.ts';

const PUSHED = noticedBy(
  ['tests/push/jobs.test.ts'],
  [
    {
      id: 'a-job-of-exactly-so-many',
      rule: 'S440',
      file: 'plan/cutting.ts',
      find: 'this.#stand(head, job.over + 1)',
      replace: 'this.#stand(head, job.over)',
      why: 'sends as a job what is not more than a job is for',
    },
    {
      id: 'what-goes-first-in-a-job',
      rule: 'S440',
      file: 'run/send-all.ts',
      find: 'standing.canaryIsDone && calls',
      replace: 'calls',
      why: 'sends what a person is to look at first as a job',
    },
    {
      id: 'what-no-job-takes-in-a-job',
      rule: 'S440',
      file: 'plan/cutting.ts',
      find: 'if ((isJob && !this.#inJob(item)) || !batch.takes(item)) break;',
      replace: 'if (!batch.takes(item)) break;',
      why: 'puts records into a job that it cannot tell apart afterwards',
    },
    {
      id: 'what-no-job-takes-in-the-middle',
      rule: 'S440',
      file: 'plan/parents-first.ts',
      find: 'item.inJob === true ? 0 : 1,',
      replace: '0,',
      why: 'lets one record that no job takes break a job of thousands in two',
    },
    {
      id: 'a-child-in-the-job-of-its-parent',
      rule: 'S440',
      file: 'plan/cutting.ts',
      find: 'if ([...item.refs.values()].some((key) => own.has(key))) break;',
      replace: '',
      why: 'counts a child for the job of its parent, which cannot hold it',
    },
    {
      id: 'keys-that-differ-in-case-in-one-job',
      rule: 'S440',
      file: 'plan/batches.ts',
      find: 'isJob ? unique.value.trim().toLowerCase() : unique.value',
      replace: 'unique.value',
      why: 'puts two creates into one job that may be one record',
    },
    {
      id: 'jobs-beside-calls',
      rule: 'S440',
      file: 'run/send-all.ts',
      find: '    if (batch.isJob) await lanes.empty();\n',
      replace: '',
      why: 'has a job under way beside others of its side',
    },
    {
      id: 'a-name-that-is-not-written-down',
      rule: 'S441',
      file: 'run/send-job.ts',
      find: "  await context.jobStep(job, { is: 'named', name });\n  await calls.turn();\n  const filled = await calls.step((jobs) => jobs.fill(name, asked));",
      replace:
        "  await calls.turn();\n  const filled = await calls.step((jobs) => jobs.fill(name, asked));\n  await context.jobStep(job, { is: 'named', name });",
      why: 'fills a job whose name nobody would know after a crash',
    },
    {
      id: 'a-start-that-is-not-written-down',
      rule: 'S441',
      file: 'run/send-job.ts',
      find: "  await context.jobStep(job, { is: 'starting' });\n  await start(context, side, name);",
      replace: "  await start(context, side, name);\n  await context.jobStep(job, { is: 'starting' });",
      why: 'takes a job for one that was never started, though it runs',
    },
    {
      id: 'sent-again-before-the-job-spoke',
      rule: 'S441',
      file: 'run/run-push.ts',
      find: '  await checkAccounts(context);\n  await settleJobs(context);\n',
      replace: '  await checkAccounts(context);\n',
      why: 'looks for the records of a job that is still at work, and sends them again',
    },
    {
      id: 'an-old-job-is-started',
      rule: 'S441',
      file: 'run/follow-job.ts',
      find: "if (look.state === 'open') await calls.askJob((jobs) => jobs.abort(name));",
      replace: "if (look.state === 'open') await calls.askJob((jobs) => jobs.start(name));",
      why: 'starts a job whose records were looked at long ago',
    },
    {
      id: 'a-stop-that-starts',
      rule: 'S442',
      file: 'run/send-job.ts',
      find: "  await calls.turn();\n  await context.jobStep(job, { is: 'starting' });",
      replace: "  await context.jobStep(job, { is: 'starting' });",
      why: 'starts a job though a person has stopped the push meanwhile',
    },
    {
      id: 'a-stop-that-does-not-wait',
      rule: 'S442',
      file: 'run/run-push.ts',
      find: 'async function lookAtSent(context: RunContext): Promise<PushState> {\n  await settleJobs(context);\n',
      replace: 'async function lookAtSent(context: RunContext): Promise<PushState> {\n',
      why: 'takes records for not written that a job is about to write',
    },
    {
      id: 'a-stop-that-cannot-be-left',
      rule: 'S442',
      file: 'run/run-push.ts',
      find: "looked.is === 'paused' && looked.cause.code === 'asked' ? looked : end",
      replace: 'end',
      why: 'says of a push that it is stopped while its job runs on unasked',
    },
    {
      id: 'a-job-again-and-again',
      rule: 'S443',
      file: 'run/send-all.ts',
      find: 'inJob === true && standing.of(key).doubts === 0',
      replace: 'inJob === true',
      why: 'sends what a job did not come to as a job once more',
    },
    {
      id: 'a-job-that-is-not-taken-pauses',
      rule: 'S443',
      file: 'run/send-job.ts',
      find: 'if (!IS_NO.has(fault.code)) return waitFor(context, intents, fault);',
      replace: 'if (fault !== null) return waitFor(context, intents, fault);',
      why: 'pauses where the records could go in calls',
    },
    {
      id: 'a-job-that-is-gone-is-not-looked-for',
      rule: 'S443',
      file: 'run/follow-job.ts',
      find: 'if (receipts !== null) return takeReceipts(context, intents, receipts);',
      replace:
        'if (receipts === null) return context.outcomes(sent.map(({ item }) => notDone(item)));\n  return takeReceipts(context, intents, receipts);',
      why: 'takes the records of a job that nobody knows any more for not done',
    },
    {
      id: 'left-by-a-stop-for-ever',
      rule: 'S443',
      file: 'journal/again.ts',
      find: 'const count = items.length + open.length;',
      replace: 'const count = items.length;',
      why: 'never looks again at what a stop left without an answer',
    },
  ],
);

const PLANNED = noticedBy(
  ['tests/push/live-jobs.test.ts'],
  [
    {
      id: 'a-way-back-without-jobs',
      rule: 'S440',
      file: 'end/rollback.ts',
      find: 'items.push(inJob(back) ? { ...back, inJob: true } : back);',
      replace: 'items.push(back);',
      why: 'takes thousands of records back by calls',
    },
    {
      id: 'frozen-without-jobs',
      rule: 'S440',
      file: 'plan/freeze.ts',
      find: 'return target.inJob?.(item) === true ? { ...item, inJob: true } : item;',
      replace: 'return item;',
      why: 'sends thousands of records by calls',
    },
  ],
);

const SENT: readonly TestedMutant[] = (
  [
    {
      id: 'a-clear-that-says-nothing',
      rule: 'S444',
      file: 'app/salesforce/bulk/rows.ts',
      find: "text === '' ? CLEARS :",
      replace: "text === '' ? '' :",
      why: 'leaves a field as it is that was to be cleared',
    },
    {
      id: 'a-text-that-clears',
      rule: 'S310',
      file: 'app/salesforce/bulk/rows.ts',
      find: '!texts.some((text) => text.trim() === CLEARS)',
      replace: 'texts.length >= 0',
      why: 'clears a field that was to hold the text of a clear',
    },
    {
      id: 'cells-as-they-stand',
      rule: 'S444',
      file: 'app/salesforce/bulk/rows.ts',
      find: "cellOf(types[at] ?? 'string', text)",
      replace: 'text',
      why: 'writes numbers with an exponent into a file',
    },
    {
      id: 'an-abort-that-starts',
      rule: 'S441',
      file: 'app/salesforce/bulk/jobs.ts',
      find: "{ state: 'Aborted' }",
      replace: "{ state: 'UploadComplete' }",
      why: 'starts what was to be taken back',
    },
  ] satisfies readonly Omit<TestedMutant, 'room' | 'tests'>[]
).map((bug) => ({
  ...bug,
  room: 'connectors',
  tests: ['tests/connectors/app/salesforce/bulk.test.ts', 'tests/connectors/app/salesforce/contract.test.ts'],
}));

/** Records that go as one job. */
export const JOBS: readonly TestedMutant[] = [...PUSHED, ...PLANNED, ...SENT];
