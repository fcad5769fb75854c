import type { PushResult } from '../../conversation/index.ts';

/** What a result file says of a record: English whatever the screen speaks, since other programs and people read it. */
export function pushFileWords(result: PushResult): string {
  switch (result.is) {
    case 'written':
      return 'written';
    case 'refused': {
      const { code, said } = result.refusal;
      // A blank cell would say that it was written.
      return (code === '' || said.startsWith(code) ? said : `${code}: ${said}`) || 'refused without a word';
    }
    case 'unknown':
      return `unknown: ${UNKNOWN[result.because]}`;
    case 'stale':
      return result.found === null ? 'stale: the record is gone' : 'stale: changed since the plan was made';
    case 'not-sent':
      return `not sent: ${NOT_SENT[result.because]}`;
    default:
      return result satisfies never;
  }
}

const UNKNOWN: Readonly<Record<(PushResult & { is: 'unknown' })['because'], string>> = {
  'no-unique-key': 'the answer was lost, and no field tells it from others',
  'another-persons': 'a record with its key came since it was sent, and says something else',
  'other-form': 'no record has its key as it was sent, but the app changes what it is given there',
  'other-values': 'the record has neither the old nor the new values',
  several: 'several records have its key',
  'again-and-again': 'the answer was lost again and again',
  'in-doubt': 'the answer was lost, and it was not looked for yet',
};

const NOT_SENT: Readonly<Record<(PushResult & { is: 'not-sent' })['because'], string>> = {
  paused: 'the push was paused before it',
  stopped: 'the push was stopped before it',
  parent: 'a record it belongs to was not written',
  'to-come': 'its turn had not come',
  later: 'it stays approved for a later push, of which this was the first part',
};
