import type { LineBatch, LineCut } from '../../conversation/push-line.ts';
import type { Speech } from '../speech.ts';

/** The time line of a push: `would` of what is to come, else it was. */
export const pushLine = ({ count, plural, moment }: Speech) => {
  const records = (many: number): string => plural(many, { one: '# record', other: '# records' });
  const clock = (at: string): string =>
    moment(new Date(at), { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  return {
    title: (rehearsed: boolean) => (rehearsed ? 'Time line before it begins' : 'Time line'),
    slider: 'Point in the push',
    at: (at: number, of: number) =>
      at === 0 ? 'Before the first batch' : `Behind batch ${count(at)} of ${count(of)}`,
    previous: 'One batch back',
    next: 'One batch on',
    batch: (at: number, would: boolean) => `Batch ${count(at)} ${would ? 'would' : 'was to'}`,
    none: 'Nothing is sent before the first batch.',
    what: (act: LineBatch['act'], many: number, object: string) =>
      `${{ create: 'create', update: 'update', remove: 'delete', restore: 'restore' }[act]} ${records(many)} of ${object} in`,
    clears: (many: number) =>
      plural(many, { one: 'of # a field is made blank', other: 'of # a field is made blank' }),
    job: 'It goes as one job: sent whole, and the app works through it at its own pace.',
    first: 'One of those that go first: they are read back before the rest goes.',
    times: ({ from, to }: NonNullable<LineBatch['times']>) =>
      clock(from) === clock(to) ? clock(from) : `${clock(from)} to ${clock(to)}`,
    more: (many: number) => (many > 0 ? ` and ${count(many)} more` : ''),
    cut: (would: boolean) => (would ? 'A cut here would leave' : 'Up to this batch'),
    written: (acts: string) => `written: ${acts}`,
    lost: {
      refused: 'refused',
      unknown: 'unknown',
      stale: 'stale, left as they are',
      sent: 'sent, no answer yet',
    } satisfies Record<keyof LineCut['lost'], string>,
    notSent: (would: boolean) => (would ? 'not sent' : 'not sent by then'),
    half: (many: number) =>
      plural(many, {
        one: 'pair is written on one side, not yet on the other',
        other: 'pairs are written on one side, not yet on the other',
      }),
    unlinked: (many: number) =>
      plural(many, {
        one: 'record that is there lacks its link to one that is created',
        other: 'records that are there lack their link to one that is created',
      }),
    missing: (many: number) =>
      plural(many, {
        one: 'record is not there yet that belongs to a created one',
        other: 'records are not there yet that belong to a created one',
      }),
    whole: 'Nothing is half: no pair on one side only, no link to be made.',
    parents: 'No record is there without the one it belongs to: that one goes first.',
    pace: 'The sides go at the same time, each at its own pace; here their batches take turns.',
    stopJob: 'A job that the app has begun is waited for; one that it has not is taken back.',
    stop: 'Where it is stopped, what is on its way is ended first: up to four batches of a side.',
    sum: (total: number) => `= ${count(total)}`,
  };
};
