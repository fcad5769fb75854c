import type { JournalAnswer, PushState } from '../../conversation/push.ts';
import type { Speech } from '../speech.ts';

type Cause = (PushState & { readonly is: 'paused' })['cause'];

/** Why a push stands still, and what is known of an item. */
export const pushAnswers = ({ count, list }: Speech) => ({
  paused: (cause: Cause): string => {
    switch (cause.code) {
      case 'asked':
        return 'Somebody paused it.';
      case 'signed-out':
        return 'The sign-in does not hold any more. Sign in again under Sides, to the same account.';
      case 'forbidden':
        return `The app does not allow it: ${cause.said}`;
      case 'daily-limit':
        return `The calls of the day are used up: ${cause.said}`;
      case 'no-relay':
        return `Calls cannot be passed on: ${cause.said}. Drysync has to be started with npm start.`;
      case 'app-down':
        return `The app does not answer, also not after several tries: ${cause.said}`;
      case 'wrong-account':
        return `Signed in to account ${cause.found}; this push goes to ${cause.expected}, and to no other.`;
      case 'canary':
        return `Of those that went first ${list([
          ...(cause.refused > 0 ? [`${count(cause.refused)} were refused`] : []),
          ...(cause.different > 0 ? [`${count(cause.different)} read otherwise than planned`] : []),
          ...(cause.unknown > 0 ? [`${count(cause.unknown)} are unknown`] : []),
        ])}. Look at them in the journal; resume to write the rest all the same.`;
      case 'one-error':
        return `One error hit ${count(cause.hit)} of the last ${count(cause.of)}: ${cause.error}`;
      default:
        return cause satisfies never;
    }
  },
  answer: (of: JournalAnswer): string => {
    switch (of.is) {
      case 'new-id':
        return `new id ${of.id}`;
      case 'as-planned':
        return 'read back, equal';
      case 'normalised':
        return `read back in the app’s form: ${of.fields.map(({ field, found }) => `${field} “${found}”`).join(', ')}`;
      case 'different':
        return `reads otherwise: ${of.fields.map(({ field, planned, found }) => `${field} “${found}”, not “${planned}”`).join(', ')}`;
      case 'gone':
        return 'is not there any more';
      case 'refused':
        return [of.code, of.field ?? '', of.said].filter((word) => word !== '').join(' · ');
      case 'unknown':
        return UNKNOWN[of.because](of);
      case 'stale':
        return of.fields === null
          ? 'the record is gone, nothing was written'
          : `changed since the plan: ${of.fields.map(({ field, found }) => `${field} is “${found}”`).join(', ')}`;
      case 'not-sent':
        return NOT_SENT[of.because];
      default:
        return of satisfies never;
    }
  },
});

type Unknown = JournalAnswer & { readonly is: 'unknown' };

const keyOf = ({ by }: Unknown): string => (by === null ? 'its key' : `${by.field} “${by.value}”`);

const UNKNOWN: Readonly<Record<Unknown['because'], (of: Unknown) => string>> = {
  'no-unique-key': () =>
    'the answer was lost, and no field tells it from others: look for it in the app, then read the side again',
  'another-persons': (of) =>
    `a record with ${keyOf(of)} came since it was sent, and says something else: look at it in the app, then read the side again; the next plan links it by this key, or offers the create`,
  'other-form': (of) =>
    `no record has ${keyOf(of)}, but the app changes what it is given there: look for it in the app, then read the side again`,
  'other-values': () => 'the record has neither the old nor the new values',
  several: (of) =>
    `${String(of.found)} records have ${keyOf(of)}: leave one of them in the app, then read back again`,
  'again-and-again': () => 'the answer was lost again and again',
  'in-doubt': () => 'the answer was lost; it is looked for before anything is sent again',
};

const NOT_SENT: Readonly<Record<(JournalAnswer & { is: 'not-sent' })['because'], string>> = {
  paused: 'the push stands before it',
  stopped: 'the push was stopped before it',
  parent: 'the record it belongs to was not written',
  'to-come': '',
  later: 'stays approved for a later push',
};
